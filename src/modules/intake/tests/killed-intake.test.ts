import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '#kernel/clock.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { takeUpForsaken } from '../actions/take-up-forsaken.js';
import { movingPupils } from './moving-pupils.js';
import { A, B, NOW, sendingSchool, type SendingSchool } from './sending-school.js';

/** Held by the test, and asked for at the end of every piece after the first: the killed process stands still in the middle. */
const IN_THE_MIDDLE = 4_712;
const PUPILS = 1_200;

let s: SendingSchool;
let owner: pg.Client;
let dataDir: string;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  s = await sendingSchool();
  dataDir = await mkdtemp(join(tmpdir(), 'vienkopus-intake-'));
  owner = new pg.Client({ connectionString: s.t.ownerUrl });
  await owner.connect();
  await owner.query(`
    create function public.wait_in_the_middle() returns trigger language plpgsql as $$ begin
      if old.part > 1 then perform pg_advisory_xact_lock(${IN_THE_MIDDLE}); end if;
      return old;
    end $$;
    create trigger wait_in_the_middle before delete on intake.arriving_part for each row execute function public.wait_in_the_middle()`);
});
afterAll(async () => {
  await stop('SIGKILL');
  await owner.end();
  await s.t.close();
  await rm(dataDir, { recursive: true, force: true });
});

function startWorker() {
  const env = { ...process.env, NODE_ENV: 'development', MODE: 'worker', DATA: 'none', DATA_DIR: dataDir, DATABASE_URL: s.t.ownerUrl, NOW };
  worker = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function stop(signal: 'SIGKILL' | 'SIGTERM') {
  if (worker?.exitCode === null && worker.signalCode === null) {
    worker.kill(signal);
    await once(worker, 'exit');
  }
}

async function until(look: () => Promise<boolean>, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await pause(100)) if (await look()) return;
  throw new Error(`not so within ${seconds} seconds: ${look.toString()}`);
}

test('a worker killed in the middle of a large batch: another goes on, and no row is lost, doubled or answered twice', async () => {
  const classes = { [A]: await s.aClass('5.a', 5, A), [B]: await s.aClass('5.a', 5, B) };
  const people = (await movingPupils(s, 7_777, PUPILS * 2, classes)).filter(({ stays }) => stays.length === 1 && stays[0]!.institutionId === A);
  const subjects = (await s.rows<{ id: number }>('select id from education.subject where not needs_language order by id limit 40')).map(({ id }) => id);
  const lines = people.flatMap(({ code }, at) => [
    ...subjects.flatMap((subjectId) => ['S1', 'EXAM'].map((period) => ({ pupil: code, subjectId, period, decidedOn: '2027-01-10', value: String(1 + ((at + subjectId) % 10)) }))),
    { pupil: code, subjectId: subjects[0], period: 'POST', decidedOn: '2027-01-10', value: '11' },
  ]);
  expect(lines.length).toBeGreaterThan(25_000);
  const count = async (text: string) => Number((await owner.query<{ n: string }>(text)).rows[0]!.n);
  const marks = () => count('select count(*) as n from marks.mark');

  await owner.query(`select pg_advisory_lock(${IN_THE_MIDDLE})`);
  const batch = await s.sendLines({}, lines.map((one) => JSON.stringify(one)).join('\n'), 'large');
  expect(batch).toMatchObject({ status: 202, state: 'received', rows: lines.length });
  startWorker();
  await until(async () => (await count(`select count(*) as n from pg_locks where locktype = 'advisory' and objid = ${IN_THE_MIDDLE} and not granted`)) > 0, 120);
  const before = await marks();
  expect(before).toBeGreaterThan(0);
  await stop('SIGKILL');
  await owner.query(`select pg_advisory_unlock(${IN_THE_MIDDLE})`);
  await until(async () => (await count(`select count(*) as n from pg_stat_activity where application_name = 'vienkopus' and state like 'idle in transaction%' and datname = current_database()`)) === 0, 30);
  expect(await marks()).toBe(before);
  expect(await (await s.call(`/batches/${batch.id}`)).json()).toMatchObject({ state: 'working', nextRow: 20_001 });

  await perform({ ...s.t.platform, clock: fixedClock('2027-01-20T12:00:00+02:00') }, takeUpForsaken, {}, { actor: systemActor('test') });
  await s.t.runDueJobs();
  expect(await (await s.call(`/batches/${batch.id}`)).json()).toMatchObject({ state: 'done', nextRow: lines.length + 1, taken: lines.length - people.length, refused: people.length, corrected: 0, unchanged: 0 });
  expect(await marks()).toBe(lines.length - people.length);
  expect(await count('select count(*) as n from intake.answer')).toBe(people.length);
  expect(await count('select count(*) as n from intake.arriving_part')).toBe(0);
  const recorded = await s.rows<{ code: string; subject_id: number; period: string; value: string }>('select c.code, m.subject_id, m.period, m.value from marks.mark m join persons.code c on c.person_id = m.person_id');
  const keyOf = (code: string, subject: number, period: string, value: string) => `${code} ${subject} ${period} ${value}`;
  expect(new Set(recorded.map((one) => keyOf(one.code, one.subject_id, one.period, one.value)))).toEqual(
    new Set(lines.filter(({ value }) => value !== '11').map(({ pupil, subjectId, period, value }) => keyOf(pupil, subjectId!, period, value))),
  );
  expect(await s.sendLines({}, lines.map((one) => JSON.stringify(one)).join('\n'), 'large')).toMatchObject({ status: 200, id: batch.id, state: 'done' });
}, 240_000);

test('batches of one school are worked off in the order in which they came', async () => {
  await owner.query('select pg_advisory_unlock_all()');
  const fifth = await s.aClass('5.c', 5);
  const pupil = await s.pupil(fifth);
  const maths = await s.subject('Matemātika');
  const many = (value: string) => Array.from({ length: 20_001 }, (_, at) => JSON.stringify({ pupil: pupil.code, subjectId: maths, period: at === 0 ? 'S1' : 'none', value })).join('\n');
  for (const value of ['4', '5', '6']) expect(await s.sendLines({}, many(value))).toMatchObject({ status: 202 });
  await s.t.runDueJobs();
  expect(await s.rows('select value from marks.mark where person_id = $1', [pupil.id])).toEqual([{ value: '6' }]);
  expect((await s.rows<{ value: string }>(`select was->>'value' as value from marks.record_before where person_id = $1 order by id`, [pupil.id])).map(({ value }) => value)).toEqual(['4', '5']);
}, 120_000);
