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
import { enqueuer } from '#platform/jobs/job.js';
import { applyDueReforms } from '#modules/reforms/jobs/apply-due-reforms.js';
import { draftReform } from '#modules/reforms/actions/draft-reform.js';
import { prepareReform } from '#modules/reforms/actions/prepare-reform.js';
import { operate } from '#modules/reforms/permissions.js';
import { loadMadeUpUsers } from '#modules/access/public.js';
import { isoDate } from '#kernel/iso-date.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';

const INSTITUTIONS = 16_000;
/** Held by the test. Every piece of a file after the first asks for it, and every new unit of the map: the killed process stands still in the middle of both. */
const IN_THE_MIDDLE = 4_711;
const DAY = '2026-07-01';
const OPERATOR = actorWith([operate]);

const MERGER = {
  titleLv: 'Piekrastes novads', titleEn: 'Piekrastes novads', effective: DAY, legalBasis: 'Izdomāts piemērs',
  units: '0057000; Piekrastes novads; novads; LV-114', successions: '0047000 > 0057000\n0023000 > 0057000',
};

let t: TestPlatform;
let owner: pg.Client;
let dataDir: string;
let program: ChildProcess | undefined;

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
    create function public.wait_for_the_map() returns trigger language plpgsql as $$ begin
      perform pg_advisory_xact_lock(${IN_THE_MIDDLE});
      return new;
    end $$;
    create trigger wait_for_the_map before insert on territories.unit_version for each row execute function public.wait_for_the_map();
    insert into institutions.founder (institution_id, role, founder_type, unit_id, reason, basis, valid_from, recorded_at, recorded_by)
    select i.id, 'actual', 'municipality', v.unit_id, 'founded', 'Izdomāts', '2025-09-01', now(), 'test'
    from (select id, row_number() over (order by reg_nr) as n from institutions.institution limit 60) i join territories.unit_version v on v.atvk = case when i.n % 2 = 0 then '0047000' else '0023000' end;
    analyze`);
  await t.database.transaction((tx) => loadMadeUpUsers(tx, { seed: 1, users: 300, grants: 600, asOf: isoDate('2026-06-01'), confirmedOn: isoDate('2026-06-01'), recordedAt: new Date('2026-06-01T10:00:00Z') }));
  await owner.query(`update access.role_grant set unit_id = (select unit_id from territories.unit_version where atvk = '0023000'), institution_id = null, valid_to = null where id in (select id from access.role_grant limit 20)`);
});
afterAll(async () => {
  await stop('SIGTERM');
  await owner.end();
  await t.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** The real program on the test's database, all in one, so that the reform is the work of a process of its own; `minutesLater` moves its clock: back, so that the killed run seems to have spoken just now. */
function startProgram(minutesLater: number) {
  const env = {
    ...process.env, NODE_ENV: 'development', MODE: 'all', PORT: '0', DATA: 'none', DATA_DIR: dataDir, DATABASE_URL: t.ownerUrl,
    NOW: new Date(Date.now() + minutesLater * 60_000).toISOString(),
  };
  program = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function stop(signal: 'SIGKILL' | 'SIGTERM') {
  if (program?.exitCode === null && program.signalCode === null) {
    program.kill(signal);
    await once(program, 'exit');
  }
}

async function until<Found>(look: () => Promise<Found | undefined | false>, seconds: number): Promise<Found> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await pause(100)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`not so within ${seconds} seconds: ${look.toString()}`);
}

test('killed in the middle of a report and of a reform: half of neither is there, and the next start by itself does all of both', async () => {
  const { requestId } = await t.perform(askReport, { kind: 'institution-register', edition: '2025-07-01', format: 'csv', lang: 'lv' }, actorWith([]));
  const request = async () => (await findRequest(t.database.primary, requestId))!;
  const inState = (state: ReportRequest['state']) => async () => (await request()).state === state && request();
  const pieces = async () => (await owner.query('select run_id, seq from platform.report_chunk where request_id = $1 order by seq', [requestId])).rows as { run_id: string; seq: number }[];

  const { reformId } = await t.perform(draftReform, MERGER, OPERATOR);
  await t.perform(prepareReform, { reformId }, OPERATOR);
  await t.database.transaction((tx) => enqueuer(tx, t.platform.jobs)(applyDueReforms, {}));
  const eve = await reformed();

  await owner.query(`select pg_advisory_lock(${IN_THE_MIDDLE})`);
  startProgram(0);
  await until(async () => (await pieces()).length === 1, 60);
  await until(async () => (await owner.query(`select from pg_locks where locktype = 'advisory' and objid = ${IN_THE_MIDDLE} and not granted`)).rowCount === 2, 60);
  const half = await until(inState('running'), 5);
  await stop('SIGKILL');
  await owner.query(`select pg_advisory_unlock(${IN_THE_MIDDLE})`);
  expect(await request(), 'half a file is not offered').toMatchObject({ state: 'running', attempts: 1, sizeBytes: null });
  expect(await reformed(), 'nothing of the reform has happened').toEqual(eve);

  startProgram(-5);
  const done = await until(inState('done'), 150);
  expect(done).toMatchObject({ attempts: 2, doneRows: INSTITUTIONS });
  expect(done.runId).not.toBe(half.runId);

  const content = await contentOf(done);
  const lines = content.toString().trimEnd().split(/\r?\n/).slice(1);
  expect(content.length).toBe(done.sizeBytes);
  expect(lines).toHaveLength(INSTITUTIONS);
  expect(new Set(lines.map((line) => line.split(/[,;]/)[0])).size, 'no institution twice').toBe(INSTITUTIONS);
  const after = await until(async () => {
    const now = await reformed();
    return now.state === 'applied' && now;
  }, 90);
  expect(eve).toEqual({ state: 'prepared', applications: 0, begun: 0, ended: 0, founders: 0, grants: 0, changes: 0 });
  expect(after).toMatchObject({ applications: 1, begun: 1, ended: 2, founders: 60, grants: 20 });
  expect(after.changes).toBeGreaterThanOrEqual(80);
  expect(new Set((await pieces()).map((piece) => piece.run_id)), 'nothing is left of the killed run').toEqual(new Set([done.runId]));
}, 240_000);

/** How far the reform is: all that one transaction changes. */
async function reformed() {
  const { rows } = await owner.query(`select
    (select state from territories.reform where made_up) as state,
    (select count(*)::int from reforms.application a join territories.reform r on r.id = a.reform_id where r.made_up) as applications,
    (select count(*)::int from territories.unit_version where valid_from = '${DAY}') as begun,
    (select count(*)::int from territories.unit_version where valid_to = '${DAY}') as ended,
    (select count(*)::int from institutions.founder where valid_from = '${DAY}' and superseded_at is null) as founders,
    (select count(*)::int from access.role_grant g join territories.reform r on r.id = g.ended_by_reform where r.made_up) as grants,
    (select count(*)::int from reforms.change c join territories.reform r on r.id = c.reform_id where r.made_up) as changes`);
  return rows[0] as { state: string; applications: number; begun: number; ended: number; founders: number; grants: number; changes: number };
}

async function contentOf({ id, runId }: ReportRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readFile(t.database.read, { requestId: id, runId: runId! })) chunks.push(chunk);
  return Buffer.concat(chunks);
}
