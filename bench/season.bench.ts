import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadReferenceData } from '#app/data/reference-data.js';
import { orderSealing } from '#modules/certificates/actions/order-sealing.js';
import { sealCertificates } from '#modules/certificates/permissions.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { peakMemoryMbOf } from './measuring/memory.js';
import { mainThreadAndAllMsOf, processorMsOf } from './measuring/processor-time.js';
import type { Benchmark, Result } from './measuring/result.js';
import { type BenchPlatform, withBenchPlatform } from './platform/bench-platform.js';
import { whileProgramRuns } from './platform/shipped-program.js';
import { examinedOf } from './results-morning/pupils.js';
import type { AuthoritySettings } from './season/authority.js';

/** A season has 115,000. */
const COUNT = Number(process.env['SEASON_COUNT'] ?? 115_000);
/** Each pupil took two exams. */
const PUPILS = Math.ceil(COUNT / 2);
/** The whole season in ten minutes, a part of it in as much less. */
const WITHIN_MINUTES = (10 * COUNT) / 115_000;

export const season: Benchmark = {
  title: `A season: ${COUNT.toLocaleString('en')} certificates drafted, printed, signed, time-stamped, put into containers, checked and released by the program as it is shipped, a worker`,
  run: () => withBenchPlatform('season', measure, loadReferenceData),
};

async function measure(bench: BenchPlatform): Promise<Result[]> {
  await bench.asOwner(examinedOf(PUPILS));
  await bench.asOwner('vacuum (analyze) persons.person, persons.code, persons.name, exams.entry, exams.result, exams.attendance');
  await bench.asOwner('checkpoint');
  const authority = fork(new URL('season/authority.ts', import.meta.url), { serialization: 'advanced' });
  const [settings] = (await once(authority, 'message')) as [AuthoritySettings];
  const folder = await mkdtemp(join(tmpdir(), 'vienkopus-season-'));
  try {
    const outside = await sealIn(settings, folder);
    return await whileProgramRuns({ ...outside, MODE: 'worker', DATABASE_URL: bench.ownerUrl }, async ({ pid }) => {
      const now = (): Cpu => ({ worker: mainThreadAndAllMsOf(pid), postgres: bench.postgresMs(), authority: processorMsOf(authority.pid!) });
      const before = now();
      await order(bench);
      await untilSealed(bench);
      return resultsOf(await timesOf(bench), before, now(), peakMemoryMbOf(pid));
    });
  } finally {
    authority.disconnect();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What each process has taken of the processor so far, in milliseconds. */
interface Cpu {
  readonly worker: ReturnType<typeof mainThreadAndAllMsOf>;
  readonly postgres: number;
  readonly authority: number;
}

function resultsOf({ released, tookMs, first, last }: Times, before: Cpu, after: Cpu, peakMb: number): Result[] {
  const mainThread = after.worker.mainThread - before.worker.mainThread;
  const cpu = {
    'the worker, main thread': mainThread,
    'the worker, other threads': after.worker.all - before.worker.all - mainThread,
    PostgreSQL: after.postgres - before.postgres,
    'the authority (another’s machine)': after.authority - before.authority,
  };
  return [
    { what: `the whole season, ${released.toLocaleString('en')} released`, ours: tookMs / 60_000, unit: 'min', goal: { of: 'ours', atMost: WITHIN_MINUTES } },
    { what: 'certificates released', ours: (released * 1_000) / tookMs, unit: 'certificates/s', peakMb, goal: { of: 'peakMb', atMost: 600 } },
    { what: 'the last tenth', ours: last, unit: 'certificates/s', beside: { name: 'the first tenth', value: first }, goal: { of: 'ratio', atLeast: 0.9 } },
    ...Object.entries(cpu).map(([name, ms]): Result => ({ what: `processor time of a certificate: ${name}`, ours: ms / released, unit: 'ms' })),
  ];
}

/** The seal and whom it needs, as settings that name files in a folder. */
async function sealIn({ seal, password, authorities, timeStampUrl, revocationUrl }: AuthoritySettings, folder: string): Promise<Readonly<Record<string, string>>> {
  const [file, trusted] = [join(folder, 'seal.p12'), join(folder, 'authorities.pem')];
  await writeFile(file, seal, { mode: 0o600 });
  await writeFile(trusted, authorities);
  return { SEAL_FILE: file, SEAL_PASSWORD: password, SEAL_AUTHORITIES: trusted, SEAL_TIME_STAMP_URL: timeStampUrl, SEAL_REVOCATION_URL: revocationUrl };
}

/** The agency orders the sealing of each exam. */
async function order({ database, platform }: BenchPlatform): Promise<void> {
  const { rows } = await database.pool.query<{ id: string }>('select id from exams.event order by id');
  const actor = { kind: 'user' as const, id: '00000000-0000-7000-8000-000000000001', personId: null, name: 'Mērītājs', scopes: new Map([[sealCertificates.name, EVERYWHERE]]) };
  for (const { id: eventId } of rows) await perform(platform, orderSealing, { year: 2025, eventId, issuedOn: platform.clock.today() }, { actor, reason: 'bench' });
}

/** Looks now and then, so as to take nothing from what is measured. */
const EVERY_MS = 500;

async function untilSealed({ database }: BenchPlatform): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query<{ state: string; why: string }>(`select state, stuck_en as why from certificates.sealing where state <> 'done'`);
    const stuck = rows.find(({ state }) => state === 'stuck');
    if (stuck) throw new Error(`a sealing is stuck: ${stuck.why}`);
    if (rows.length === 0) return;
    await sleep(EVERY_MS);
  }
}

interface Times {
  readonly released: number;
  /** From when the first sealing was begun until the last was at its end. */
  readonly tookMs: number;
  /** Certificates a second in the first tenth, its drafting with it, and in the last. */
  readonly first: number;
  readonly last: number;
}

async function timesOf({ database }: BenchPlatform): Promise<Times> {
  const { rows } = await database.pool.query<{ at: Date }>(`select released_at as at from certificates.certificate where state = 'released' order by released_at`);
  const [{ began, ended }] = (await database.pool.query<{ began: Date; ended: Date }>('select min(began_at) as began, max(finished_at) as ended from certificates.sealing')).rows as [{ began: Date; ended: Date }];
  const tenth = Math.floor(rows.length / 10);
  const at = (index: number) => (index < 0 ? began : rows[index]!.at).getTime();
  const rate = (from: number, to: number) => ((to - from) * 1_000) / (at(to) - at(from));
  return { released: rows.length, tookMs: ended.getTime() - began.getTime(), first: rate(-1, tenth), last: rate(rows.length - 1 - tenth, rows.length - 1) };
}
