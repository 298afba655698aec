import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askReport } from '#modules/workspace/actions/ask-report.js';
import { findRequest, type ReportRequest } from '#platform/reports/report-request.js';
import { readFile } from '#platform/reports/report-run.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';

const INSTITUTIONS = 16_000;
/** Held by the test, and asked for by every piece of a file after the first: the killed process stands still in the middle. */
const IN_THE_MIDDLE = 4_711;

let t: TestPlatform;
let owner: pg.Client;
let dataDir: string;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  t = await testPlatform();
  dataDir = await mkdtemp(join(tmpdir(), 'vienkopus-worker-'));
  owner = new pg.Client({ connectionString: t.ownerUrl });
  await owner.connect();
  await owner.query(`
    with i as (
      insert into institutions.institution (reg_nr, founded_on, name, recorded_at, recorded_by)
      select (7000000000 + n)::text, '2010-09-01', 'Izdomātā ' || n || '. pamatskola ' || repeat(md5(n::text), 6), now(), 'test'
      from generate_series(1, ${INSTITUTIONS}) n returning id, name
    )
    insert into institutions.name (institution_id, name, valid_from, recorded_at, recorded_by) select id, name, '2010-09-01', now(), 'test' from i;
    create function public.wait_in_the_middle() returns trigger language plpgsql as $$ begin
      if new.seq > 0 then perform pg_advisory_xact_lock(${IN_THE_MIDDLE}); end if;
      return new;
    end $$;
    create trigger wait_in_the_middle before insert on platform.report_chunk for each row execute function public.wait_in_the_middle();
    analyze`);
});
afterAll(async () => {
  await stop('SIGTERM');
  await owner.end();
  await t.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** The real program as a worker on the test's database; `minutesLater` moves its clock. */
function startWorker(minutesLater: number) {
  const env = {
    ...process.env, NODE_ENV: 'development', MODE: 'worker', DATA: 'none', DATA_DIR: dataDir, DATABASE_URL: t.ownerUrl,
    NOW: new Date(Date.now() + minutesLater * 60_000).toISOString(),
  };
  worker = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function stop(signal: 'SIGKILL' | 'SIGTERM') {
  if (worker?.exitCode === null && worker.signalCode === null) {
    worker.kill(signal);
    await once(worker, 'exit');
  }
}

async function until<Found>(look: () => Promise<Found | undefined | false>, seconds: number): Promise<Found> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await pause(100)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`not so within ${seconds} seconds: ${look.toString()}`);
}

test('a worker killed in the middle of a report: the next start finishes it, one whole file', async () => {
  const { requestId } = await t.perform(askReport, { kind: 'institution-register', edition: '2025-07-01', format: 'csv', lang: 'lv' }, actorWith([]));
  const request = async () => (await findRequest(t.database.primary, requestId))!;
  const inState = (state: ReportRequest['state']) => async () => (await request()).state === state && request();
  const pieces = async () => (await owner.query('select run_id, seq from platform.report_chunk where request_id = $1 order by seq', [requestId])).rows as { run_id: string; seq: number }[];

  await owner.query(`select pg_advisory_lock(${IN_THE_MIDDLE})`);
  startWorker(0);
  await until(async () => (await pieces()).length === 1, 60);
  const half = await until(inState('running'), 5);
  await stop('SIGKILL');
  await owner.query(`select pg_advisory_unlock(${IN_THE_MIDDLE})`);
  expect(await request(), 'half a file is not offered').toMatchObject({ state: 'running', attempts: 1, sizeBytes: null });

  startWorker(5);
  const done = await until(inState('done'), 150);
  expect(done).toMatchObject({ attempts: 2, doneRows: INSTITUTIONS });
  expect(done.runId).not.toBe(half.runId);

  const content = await contentOf(done);
  const lines = content.toString().trimEnd().split(/\r?\n/).slice(1);
  expect(content.length).toBe(done.sizeBytes);
  expect(lines).toHaveLength(INSTITUTIONS);
  expect(new Set(lines.map((line) => line.split(/[,;]/)[0])).size, 'no institution twice').toBe(INSTITUTIONS);
  expect(new Set((await pieces()).map((piece) => piece.run_id)), 'nothing is left of the killed run').toEqual(new Set([done.runId]));
}, 240_000);

async function contentOf({ id, runId }: ReportRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readFile(t.database.read, { requestId: id, runId: runId! })) chunks.push(chunk);
  return Buffer.concat(chunks);
}
