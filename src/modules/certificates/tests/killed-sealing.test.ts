import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { orderRenewal } from '../actions/renewals.js';
import { openStamps } from '../archive/open-stamps.js';
import { runRenewal } from '../archive/run-renewal.js';
import { surveyProofs } from '../archive/survey-proofs.js';
import { STATES } from '../domain/states.js';
import { runSealing } from '../seal/run-sealing.js';
import { SEALED_ON, sealingSchool, type SealingSchool } from './sealing-school.js';

/** Held by the test, and asked for whenever a certificate comes to the state in which the process is to die. */
const HERE = 4_713;
const PUPILS = 6;
const NOON = `${SEALED_ON}T12:00:00+03:00`;

let s: SealingSchool;
let owner: pg.Client;
let dataDir: string;
let worker: ChildProcess | undefined;
let sealingId: string;

beforeAll(async () => {
  s = await sealingSchool();
  dataDir = await mkdtemp(join(tmpdir(), 'vienkopus-sealing-'));
  owner = new pg.Client({ connectionString: s.t.ownerUrl });
  await owner.connect();
  await owner.query(`
    create table public.die_at (state text not null);
    grant select on public.die_at to vienkopus_worker;
    create function public.wait_to_be_killed() returns trigger language plpgsql as $$ begin
      if new.state = (select state from public.die_at) then perform pg_advisory_xact_lock(${HERE}); end if;
      return new;
    end $$;
    create trigger wait_to_be_killed before update on certificates.certificate for each row execute function public.wait_to_be_killed();
    create function public.wait_at_the_fourth() returns trigger language plpgsql as $$ begin
      if (select count(*) from certificates.archive_stamp) = 3 then perform pg_advisory_xact_lock(${HERE}); end if;
      return new;
    end $$;
    create trigger wait_to_be_killed before insert on certificates.archive_stamp for each row execute function public.wait_at_the_fourth()`);
  await s.examined(Array.from({ length: PUPILS }, (_, at) => [90 + at, 20] as const));
  sealingId = await s.order();
});
afterAll(async () => {
  await kill();
  await owner.end();
  await s.close();
  await rm(dataDir, { recursive: true, force: true });
});

function startWorker(now: string) {
  const env = { ...process.env, ...s.settings, NODE_ENV: 'development', MODE: 'worker', DATA: 'none', DATA_DIR: dataDir, DATABASE_URL: s.t.ownerUrl, NOW: now };
  worker = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function kill() {
  if (worker?.exitCode === null && worker.signalCode === null) {
    worker.kill('SIGKILL');
    await once(worker, 'exit');
  }
}

async function until(look: () => Promise<boolean>, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await pause(50)) if (await look()) return;
  throw new Error(`not so within ${seconds} seconds: ${look.toString()}`);
}
const count = async (text: string, values: unknown[] = []) => Number((await owner.query<{ n: string }>(text, values)).rows[0]!.n);
const released = () => s.rows<{ number: string; version: number; edoc_sha256: string; content: Buffer }>(
  `select c.number, c.version, c.edoc_sha256, f.content from certificates.certificate c join platform.file f on f.id = c.file_id where c.state = 'released' order by c.number, c.version`);

/** One certificate in the list for every killing, of which the last is whole. */
const deaths = STATES.slice(1);

test('a worker killed while its certificates come to any state: another goes on, and none is lost, doubled, numbered twice or released with other bytes', async () => {
  const seen = new Map<string, string>();
  for (const [at, state] of deaths.entries()) {
    await owner.query('truncate public.die_at');
    await owner.query('insert into public.die_at values ($1)', [state]);
    await owner.query(`select pg_advisory_lock(${HERE})`);
    // Each worker starts minutes after the one that was killed, so that the sealing counts as forsaken.
    const now = new Date(Date.parse(NOON) + at * 10 * 60_000).toISOString();
    s.at(now);
    await owner.query(`update certificates.sealing set heartbeat_at = $1::timestamptz - interval '5 minutes' where id = $2 and heartbeat_at is not null`, [now, sealingId]);
    await owner.query(`delete from pgboss.job where name = 'certificates.seal' and state = 'active'`);
    if (at > 0) await owner.query(`insert into pgboss.job (name, data) values ('certificates.seal', $1)`, [JSON.stringify({ sealingId })]);
    startWorker(now);
    await until(async () => (await count(`select count(*) as n from pg_locks where locktype = 'advisory' and objid = ${HERE} and not granted`)) > 0, 90);
    await kill();
    await owner.query(`select pg_advisory_unlock(${HERE})`);
    await until(async () => (await count(`select count(*) as n from pg_stat_activity where application_name = 'vienkopus' and state like 'idle in transaction%' and datname = current_database()`)) === 0, 30);
    for (const one of await released()) seen.set(`${one.number} ${one.version}`, one.edoc_sha256);
  }
  await owner.query('truncate public.die_at');
  const end = new Date(Date.parse(NOON) + 3_600_000 * 3).toISOString();
  expect(await runSealing(s.at(end), sealingId, 60_000)).toBe('done');
  const all = await released();
  expect(all).toHaveLength(PUPILS);
  expect(new Set(all.map(({ number }) => number)).size).toBe(PUPILS);
  expect(all.map(({ version }) => version)).toEqual(all.map(() => 1));
  expect(all.map(({ content }) => createHash('sha256').update(content).digest('hex'))).toEqual(all.map((one) => one.edoc_sha256));
  for (const [which, sha256] of seen) expect(all.find(({ number, version }) => `${number} ${version}` === which)?.edoc_sha256).toBe(sha256);
  expect(await count('select count(*) as n from certificates.number')).toBe(PUPILS);
  expect(await count('select count(*) as n from certificates.certificate')).toBe(PUPILS);
}, 400_000);

test('a worker killed in the middle of keeping archive time stamps: none is kept by half, and the next run gives every certificate exactly one', async () => {
  const night = `${SEALED_ON}T23:00:00+03:00`;
  await owner.query(`update certificates.parameter set numbers = '{512}' where name = 'archive-hash-bits'`);
  await surveyProofs(s.at(night), await openStamps(s.at(night).installation, s.at(night).clock));
  const { id: renewalId } = await s.when(night, orderRenewal, {}, s.agency);
  const files = () => count('select count(*) as n from platform.file');
  const before = await files();
  await owner.query(`select pg_advisory_lock(${HERE})`);
  startWorker(night);
  await until(async () => (await count(`select count(*) as n from pg_locks where locktype = 'advisory' and objid = ${HERE} and not granted`)) > 0, 90);
  await kill();
  await owner.query(`select pg_advisory_unlock(${HERE})`);
  await until(async () => (await count(`select count(*) as n from pg_stat_activity where application_name = 'vienkopus' and state like 'idle in transaction%' and datname = current_database()`)) === 0, 30);
  expect([await count('select count(*) as n from certificates.archive_stamp'), await files()]).toEqual([0, before]);
  expect(await runRenewal(s.at(`${SEALED_ON}T23:10:00+03:00`), renewalId, 60_000)).toBe('done');
  expect([await count('select count(*) as n from certificates.archive_stamp'), await files()]).toEqual([PUPILS, before + PUPILS]);
  expect(await count(`select count(*) as n from certificates.proof p join platform.file f on f.id = p.file_id where p.stamps = 1 and p.hash_bits = 512 and f.sha256 = p.sha256 and encode(sha256(f.content), 'hex') = p.sha256`)).toBe(PUPILS);
}, 200_000);
