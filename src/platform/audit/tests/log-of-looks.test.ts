import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import { systemActor } from '#platform/actions/actor.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { logOfLooks } from '../log-of-looks.js';
import type { AuditEntry } from '../write-audit.js';

let t: TestPlatform;
beforeAll(async () => void (t = await testPlatform()));
afterAll(() => t.close());

const PERSON = '01900000-0000-7000-8000-000000000001';
const look = (facts: Record<string, unknown>, subjects: readonly string[] = [PERSON]): AuditEntry => ({
  at: new Date('2026-11-21T08:00:00.123Z'), actor: systemActor('test'), acting: null, action: 'test.look', outcome: 'done', reason: 'Ķēde\tar\nrindām', subjects, facts, requestId: null,
});
const Counts = z.object({ entries: z.number(), about: z.number() });
const counts = () => t.database.read.first(Counts, sql`select count(*) as entries, (select count(*) from audit.about where person_id = ${PERSON}) as about from audit.entry where action = 'test.look'`);

test('many who look at once share a few statements, and each entry is there when its looker goes on', async () => {
  let statements = 0;
  const log = logOfLooks({ ...t.database.autocommit, run: (query) => ((statements += 1), t.database.autocommit.run(query)) });
  await Promise.all(Array.from({ length: 200 }, (_, n) => log(look({ n }))));
  expect(await counts()).toEqual({ entries: 200, about: 200 });
  expect(statements).toBeLessThanOrEqual(3);
});

test('an entry that cannot be written fails its own looker alone', async () => {
  const log = logOfLooks(t.database.autocommit);
  const before = (await counts())!.entries;
  const asked = await Promise.allSettled([log(look({})), log(look({})), log(look({}, ['not a uuid'])), log(look({}))]);
  expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect((await counts())!.entries).toBe(before + 3);
});

test('a group that the disk keeps waiting does not hold up the next, and nobody goes on before their own is there', async () => {
  let release = () => undefined as void;
  const stalled = new Promise<void>((resolve) => (release = resolve));
  let statements = 0;
  const log = logOfLooks({
    ...t.database.autocommit,
    run: async (query) => {
      statements += 1;
      if (statements === 1) await stalled;
      return t.database.autocommit.run(query);
    },
  });
  const ended: number[] = [];
  const first = log(look({ stalled: 1 })).then(() => ended.push(1));
  await Promise.all([2, 3].map((n) => log(look({ stalled: n })).then(() => ended.push(n))));
  expect([ended, statements]).toEqual([[2, 3], 2]);
  expect(await t.database.read.all(z.object({ n: z.number() }), sql`select (facts->>'stalled')::int as n from audit.entry where facts ? 'stalled' order by 1`)).toEqual([{ n: 2 }, { n: 3 }]);
  release();
  await first;
  expect(ended).toEqual([2, 3, 1]);
});
