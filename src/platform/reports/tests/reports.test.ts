import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { fixedClock } from '#kernel/clock.js';
import { EVERYWHERE, NOWHERE, type Scope } from '#platform/actions/actor.js';
import { permission } from '#platform/actions/permission.js';
import type { Platform } from '#platform/actions/perform.js';
import { sql } from '#platform/db/sql.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { expireReports, resumeReports } from '../care-for-reports.js';
import { makeReport } from '../make-report.js';
import { type ReportKind, reportKind } from '../report-kind.js';
import { findRequest, insertRequest, listRequestsOf } from '../report-request.js';
import { refuseUnlessTheirs } from '../report-rights.js';
import { readFile } from '../report-run.js';

let t: TestPlatform;
beforeAll(async () => void (t = await testPlatform()));
afterAll(() => t.close());

const READ = permission('test.read', { lv: 'Lasīt', en: 'Read' });
const ROWS = 5_000;

/** Numbers from the database itself; `dieAt` is where the process making it is killed. */
const numbers = (dieAt: number | null = null): ReportKind =>
  reportKind({
    name: 'numbers',
    title: { lv: 'Skaitļi', en: 'Numbers' },
    summary: { lv: 'Skaitļi pēc kārtas.', en: 'Numbers in order.' },
    permission: READ,
    input: z.object({ upTo: z.coerce.number().int() }),
    fields: [{ name: 'upTo', label: { lv: 'Līdz', en: 'Up to' }, kind: 'text' }],
    columns: () => [{ header: 'n', kind: 'integer', value: (row: { n: number; word: string }) => row.n }, { header: 'hash', kind: 'text', value: (row) => row.word }],
    total: async (_, { upTo }) => upTo,
    async *rows({ tx }, { upTo }) {
      const found = tx.stream(z.object({ n: z.number(), word: z.string() }), sql`select n, repeat(md5(n::text), 20) as word from generate_series(1, ${upTo}::int) n order by n`);
      for await (const row of found) {
        if (row.n === dieAt) throw new Error('killed here');
        yield row;
      }
    },
    about: async (_, { upTo }, lang) => [{ label: lang === 'lv' ? 'Līdz' : 'Up to', value: String(upTo) }],
  });

const anna = (scope: Partial<Scope> = EVERYWHERE) => ({ ...actorWith([READ], scope), id: 'anna', name: 'Anna Paraudziņa' });
const platformWith = (kind: ReportKind, at = '2026-11-21T10:00:00+02:00'): Platform => ({ ...t.platform, clock: fixedClock(at), contributions: { ...t.platform.contributions, reports: [kind] } });
const ask = (input: unknown = { upTo: ROWS }, scope: Scope = EVERYWHERE) =>
  t.database.transaction((tx) => insertRequest(tx, { kind: 'numbers', input, format: 'csv', lang: 'lv' }, anna(), scope, null, t.platform.clock.now()));
const run = (requestId: string, platform: Platform) => makeReport.run({ platform, now: platform.clock.now() }, { requestId });
const request = async (id: string) => (await findRequest(t.database.read, id))!;
const fileOf = async (id: string) => {
  const chunks: Buffer[] = [];
  for await (const chunk of readFile(t.database.read, { requestId: id, runId: (await request(id)).runId! })) chunks.push(chunk);
  return { chunks: chunks.length, bytes: Buffer.concat(chunks) };
};

test('an asked-for report is made in pieces, says what it is, and fits its checksum', async () => {
  const id = await ask();
  await run(id, platformWith(numbers()));
  const done = await request(id);
  const { chunks, bytes } = await fileOf(id);
  expect(done).toMatchObject({ state: 'done', doneRows: ROWS, totalRows: ROWS, sizeBytes: bytes.length, attempts: 1 });
  expect(done.about.map((line) => line.value)).toEqual(['21.11.2026. 10:00', String(ROWS), 'Anna Paraudziņa', '21.11.2026. 10:00']);
  expect(chunks).toBeGreaterThan(2);
  expect(bytes.toString().trimEnd().split('\n')).toHaveLength(ROWS + 1);
  const { sha256 } = (await t.database.read.first(z.object({ sha256: z.string() }), sql`select sha256 from platform.report_request where id = ${id}`))!;
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  const file = { requestId: id, runId: done.runId! };
  for (const [start, end] of [[0, 0], [999_990, 1_000_200], [1_500_000, bytes.length - 1], [bytes.length - 1, bytes.length - 1]] as const) {
    const part = Buffer.concat(await Array.fromAsync(readFile(t.database.read, file, { start, end })));
    expect(part.equals(bytes.subarray(start, end + 1)), `bytes ${start}-${end}`).toBe(true);
  }
});

test('a failing report offers no half file, and the next attempt begins anew', async () => {
  const id = await ask();
  await expect(run(id, platformWith(numbers(4_500)))).rejects.toThrow('killed here');
  expect(await request(id)).toMatchObject({ state: 'waiting', attempts: 1 });
  expect((await fileOf(id)).chunks).toBe(0);
  await run(id, platformWith(numbers()));
  expect(await request(id)).toMatchObject({ state: 'done', attempts: 2, doneRows: ROWS });
  expect((await fileOf(id)).bytes.toString().trimEnd().split('\n')).toHaveLength(ROWS + 1);
});

test('a report that fails every time ends with a sentence', async () => {
  const id = await ask();
  for (let attempt = 1; attempt <= 4; attempt += 1) await expect(run(id, platformWith(numbers(1)))).rejects.toThrow('killed here');
  const failed = await request(id);
  expect(failed.state).toBe('failed');
  expect(failed.failureLv).toMatch(/neizdevās/);
});

test('a killed run is put back after a minute of silence; what it had written is thrown away', async () => {
  const id = await ask();
  await t.database.transaction((tx) =>
    tx.run(sql`update platform.report_request set state = 'running', attempts = 1, run_id = gen_random_uuid(), heartbeat_at = ${t.platform.clock.now()} where id = ${id}`),
  );
  await t.database.transaction(async (tx) => tx.insert('platform.report_chunk', { requestId: id, runId: (await request(id)).runId, seq: 0, content: Buffer.from('half') }));
  await run(id, platformWith(numbers()));
  expect((await request(id)).state, 'a living run is left alone').toBe('running');

  const later = platformWith(numbers(), '2026-11-21T10:02:00+02:00');
  await resumeReports.run({ platform: later, now: later.clock.now() }, {});
  expect((await request(id)).state).toBe('waiting');
  await run(id, later);
  expect(await request(id)).toMatchObject({ state: 'done', attempts: 2 });
  expect((await fileOf(id)).bytes.toString()).not.toMatch(/^half/);
});

test('a report that kills its process every time is given up', async () => {
  const id = await ask();
  await t.database.transaction((tx) =>
    tx.run(sql`update platform.report_request set state = 'running', attempts = 4, run_id = gen_random_uuid(), heartbeat_at = ${t.platform.clock.now()} where id = ${id}`),
  );
  const later = platformWith(numbers(), '2026-11-21T10:02:00+02:00');
  await resumeReports.run({ platform: later, now: later.clock.now() }, {});
  expect((await request(id)).state).toBe('failed');
});

test('an overtaken run cannot spoil the file of the one that overtook it', async () => {
  const id = await ask({ upTo: 3_000 });
  const slow: ReportKind = reportKind({
    ...(numbers() as unknown as ReportKind<{ upTo: number }, { n: number; word: string }>),
    async *rows() {
      await run(id, platformWith(numbers(), '2026-11-21T10:05:00+02:00'));
      yield { n: 0, word: 'from the overtaken run' };
    },
  });
  await run(id, platformWith(slow));
  expect(await request(id)).toMatchObject({ state: 'done', doneRows: 3_000 });
  expect((await fileOf(id)).bytes.toString()).not.toMatch(/overtaken/);
});

test('only the asker fetches a file, and only while the rights reach as far as the file', async () => {
  const id = await ask({ upTo: 1 }, { ...NOWHERE, unitIds: [1, 2] });
  const asked = await request(id);
  const kinds = [numbers()];
  expect(() => refuseUnlessTheirs(anna({ unitIds: [1, 2, 3] }), kinds, asked)).not.toThrow();
  expect(() => refuseUnlessTheirs({ ...anna(), id: 'berta' }, kinds, asked)).toThrow(/no such report/);
  expect(() => refuseUnlessTheirs(anna({ unitIds: [1] }), kinds, asked)).toThrow(/rights have shrunk/);
  expect(() => refuseUnlessTheirs({ ...actorWith([]), id: 'anna' }, kinds, asked)).toThrow(/no right/);
});

test('a file is thrown away when its days are over, the request stays', async () => {
  const id = await ask({ upTo: 1 });
  await run(id, platformWith(numbers()));
  const monthLater = platformWith(numbers(), '2026-12-22T10:00:00+02:00');
  await expireReports.run({ platform: monthLater, now: monthLater.clock.now() }, {});
  expect((await request(id)).state).toBe('expired');
  expect((await fileOf(id)).chunks).toBe(0);
  expect((await listRequestsOf(t.database.read, 'anna', null, 50)).map((one) => one.id)).toContain(id);
});
