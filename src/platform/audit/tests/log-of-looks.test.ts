import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { fixedClock } from '#kernel/clock.js';
import { Forbidden, NotFound } from '#kernel/errors.js';
import { same } from '#kernel/text.js';
import { valueInWords } from '#modules/workspace/domain/log-values.js';
import { sql } from '#platform/db/sql.js';
import type { ReadAction } from '#platform/actions/action.js';
import { type Actor, systemActor } from '#platform/actions/actor.js';
import { ANYONE, permission, SIGNED_IN } from '#platform/actions/permission.js';
import { perform } from '#platform/actions/perform.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
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

test('whoever goes beyond their rights is logged, once a minute for each action, without what they asked for', async () => {
  const SEE = permission('test.see', same('See'));
  const gone = new NotFound('none', same('none'));
  const asked = (name: string, needed: typeof SEE, error: Error): ReadAction<unknown, never> => ({ kind: 'read', name: `test.${name}`, title: same(name), permission: needed, input: z.unknown(), audit: null, run: () => Promise.reject(error) });
  const one = { institutionIds: ['00000000-0000-7000-8000-0000000000aa'], everywhere: false };
  const attempt = (action: ReadAction<unknown, never>, actor: Actor, at = '2026-11-21T10:00:00+02:00') =>
    perform({ ...t.platform, clock: fixedClock(at) }, action, { code: '010190-12345' }, { actor }).catch((error: Error) => error.constructor);
  const [within, everywhere] = [actorWith([SEE], one), actorWith([SEE])];
  expect(await attempt(asked('row', SEE, gone), within)).toBe(NotFound);
  expect(await attempt(asked('row', SEE, gone), within)).toBe(NotFound);
  await attempt(asked('row', SEE, gone), within, '2026-11-21T10:01:00+02:00');
  await attempt(asked('row', SEE, gone), { ...within, id: 'another' });
  await attempt(asked('own', SIGNED_IN, gone), within);
  await attempt(asked('rule', ANYONE, new Forbidden('no', same('no'))), within);
  expect(await attempt(asked('none', SEE, gone), actorWith([]))).toBe(Forbidden);
  // What is not there for anybody, a fault of the program, and who is not known are none.
  for (const [name, needed, error, actor] of [['all', SEE, gone, everywhere], ['page', ANYONE, gone, within], ['fault', SEE, new Error('broken'), within], ['job', SEE, new Forbidden('no', same('no')), systemActor('job')]] as const) await attempt(asked(name, needed, error), actor);
  const Refused = z.object({ action: z.string(), why: z.string(), subjects: z.number(), said: z.string() });
  const logged = await t.database.read.all(Refused, sql`select action, facts->>'why' as why, cardinality(subjects) as subjects, facts::text as said from audit.entry where outcome = 'refused' order by action, at`);
  expect(logged.map(({ action, why }) => `${action} ${why}`)).toEqual(['test.none no-right', 'test.own not-within-rights', ...Array.from({ length: 3 }, () => 'test.row not-within-rights'), 'test.rule not-allowed']);
  for (const { why, subjects, said } of logged) expect([subjects, said.includes('12345'), valueInWords(why).en === why]).toEqual([0, false, false]);
});
