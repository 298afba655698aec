import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadReferenceData } from '#app/data/reference-data.js';
import { orderSealing } from '#modules/certificates/actions/order-sealing.js';
import { sealCertificates } from '#modules/certificates/permissions.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { inChild } from './measuring/child.js';
import { processorMsOf } from './measuring/processor-time.js';
import type { Benchmark, Result } from './measuring/result.js';
import { type BenchPlatform, withBenchPlatform } from './platform/bench-platform.js';
import { examinedOf } from './results-morning/pupils.js';
import type { AuthoritySettings } from './season/authority.js';
import type { SealingAnswer, SealingTask } from './season/worker.js';

/** A season has 115,000. */
const COUNT = Number(process.env['SEASON_COUNT'] ?? 115_000);
/** Each pupil took two exams. */
const PUPILS = Math.ceil(COUNT / 2);
/** The whole season in ten minutes, a part of it in as much less. */
const WITHIN_MINUTES = (10 * COUNT) / 115_000;

export const season: Benchmark = {
  title: `A season: ${COUNT.toLocaleString('en')} certificates drafted, printed, signed, time-stamped, put into containers, checked and released by the program's own job`,
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
    const { workerUrl, platform } = bench;
    const sealings = await ordered(bench, platform);
    const task: SealingTask = { workerUrl, outside: await sealIn(settings, folder), sealings };
    const now = () => ({ postgres: bench.postgresMs(), authority: processorMsOf(authority.pid!) });
    const before = now();
    const { tookMs, mainThreadMs, otherThreadsMs, peakMb } = await inChild<SealingAnswer>(new URL('season/worker.ts', import.meta.url), task);
    const after = now();
    const { first, last, released } = await tenths(bench);
    const cpu = { 'the worker, main thread': mainThreadMs, 'the worker, other threads': otherThreadsMs, PostgreSQL: after.postgres - before.postgres, 'the authority (another’s machine)': after.authority - before.authority };
    return [
      { what: `the whole season, ${released.toLocaleString('en')} released`, ours: tookMs / 60_000, unit: 'min', goal: { of: 'ours', atMost: WITHIN_MINUTES } },
      { what: 'certificates released', ours: (released * 1_000) / tookMs, unit: 'certificates/s', peakMb, goal: { of: 'peakMb', atMost: 600 } },
      { what: 'the last tenth', ours: last, unit: 'certificates/s', beside: { name: 'the first tenth', value: first }, goal: { of: 'ratio', atLeast: 0.9 } },
      ...Object.entries(cpu).map(([name, ms]): Result => ({ what: `processor time of a certificate: ${name}`, ours: ms / released, unit: 'ms' })),
    ];
  } finally {
    authority.disconnect();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The seal and whom it needs, as settings that name files in a folder. */
async function sealIn({ seal, password, authorities, timeStampUrl, revocationUrl }: AuthoritySettings, folder: string): Promise<Readonly<Record<string, string>>> {
  const [file, trusted] = [join(folder, 'seal.p12'), join(folder, 'authorities.pem')];
  await writeFile(file, seal, { mode: 0o600 });
  await writeFile(trusted, authorities);
  return { SEAL_FILE: file, SEAL_PASSWORD: password, SEAL_AUTHORITIES: trusted, SEAL_TIME_STAMP_URL: timeStampUrl, SEAL_REVOCATION_URL: revocationUrl };
}

/** The agency orders the sealing of each exam. */
async function ordered({ database }: BenchPlatform, platform: Platform): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>('select id from exams.event order by id');
  const actor = { kind: 'user' as const, id: '00000000-0000-7000-8000-000000000001', personId: null, name: 'Mērītājs', scopes: new Map([[sealCertificates.name, EVERYWHERE]]) };
  const ids = [];
  for (const { id: eventId } of rows) ids.push((await perform(platform, orderSealing, { year: 2025, eventId, issuedOn: platform.clock.today() }, { actor, reason: 'bench' })).id);
  return ids;
}

/** Certificates a second in the first and in the last tenth, by when each was released. */
async function tenths({ database }: BenchPlatform): Promise<{ readonly first: number; readonly last: number; readonly released: number }> {
  const { rows } = await database.pool.query<{ at: Date }>(`select released_at as at from certificates.certificate where state = 'released' order by released_at`);
  const [begun] = (await database.pool.query<{ at: Date }>('select min(drafted_at) as at from certificates.certificate')).rows;
  const tenth = Math.floor(rows.length / 10);
  const at = (index: number) => (index < 0 ? begun!.at : rows[index]!.at).getTime();
  const rate = (from: number, to: number) => ((to - from) * 1_000) / (at(to) - at(from));
  return { first: rate(-1, tenth), last: rate(rows.length - 1 - tenth, rows.length - 1), released: rows.length };
}
