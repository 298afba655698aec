import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { readAction } from '#platform/actions/action.js';
import { ANONYMOUS } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { ANYONE } from '#platform/actions/permission.js';
import { exportAudit } from '#platform/audit/export-audit.js';
import { sealAudit } from '#platform/audit/seal-audit.js';
import { madeUpEntries } from './audit/made-up-entries.js';
import type { Benchmark, Result } from './measuring/result.js';
import { duration, median, repeatFor } from './measuring/timings.js';
import { BENCH_DATA } from './platform/bench-postgres.js';
import { type BenchPlatform, withBenchPlatform } from './platform/bench-platform.js';
import { pgbench } from './platform/pgbench.js';
import { recordStatements } from './platform/recorded-statements.js';

const ENTRIES = 1_000_000;
const WRITERS = 64;
const CONNECTIONS = 16;
const SECONDS = 4;
const ROUNDS = 3;
const EXPORT = `${BENCH_DATA}/audit.tsv`;
const VERIFY = fileURLToPath(new URL('../bin/audit-verify.mjs', import.meta.url));

/** Does nothing but be logged. */
const leaveTrace = readAction({
  name: 'bench.leave-trace',
  title: { lv: 'Atstāta pēda', en: 'Left a trace' },
  permission: ANYONE,
  input: z.object({}),
  run: async () => ({}),
  audit: () => ({}),
});

export const audit: Benchmark = {
  title: 'The audit log: adding, sealing, and checking the chain of a million entries',
  run: () =>
    withBenchPlatform('audit', async (bench) => {
      const adding = await add(bench);
      await sealAudit(bench.database);
      await bench.asOwner(madeUpEntries(ENTRIES, 5_000));
      return [adding, await seal(bench), await check(bench)];
    }),
};

/** Many who look at once share the disk's waiting: their entries are written in groups. `pgbench` writes each by itself. */
async function add({ platform, database, workerUrl }: BenchPlatform): Promise<Result> {
  const once = () => perform(platform, leaveTrace, {}, { actor: ANONYMOUS });
  const statements = await recordStatements(database.pool, once);
  const ours = [];
  const theirs = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await repeatFor(SECONDS, WRITERS, once));
    theirs.push(await pgbench({ url: workerUrl, statements, clients: CONNECTIONS, seconds: SECONDS }));
  }
  const middle = ours.toSorted((a, b) => a.perSecond - b.perSecond)[1]!;
  return {
    what: `entries added by ${WRITERS} writers at once`,
    ours: middle.perSecond,
    unit: 'entries/s',
    beside: { name: 'pgbench', value: median(theirs) },
    timings: middle.timings,
    goal: { of: 'ours', atLeast: 5_000 },
  };
}

async function seal({ database }: BenchPlatform): Promise<Result> {
  let sealed = 0;
  const took = await duration(async () => (sealed = await sealAudit(database)));
  if (sealed !== ENTRIES) throw new Error(`${sealed} entries were sealed instead of ${ENTRIES}`);
  return { what: 'entries sealed into the chain', ours: (sealed * 1000) / took, unit: 'entries/s' };
}

/** The stranger's program beside the one thing it cannot do without: SHA-256 over the same bytes. */
async function check({ database }: BenchPlatform): Promise<Result> {
  await pipeline(exportAudit(database.read), createWriteStream(EXPORT));
  const ours: number[] = [];
  const hashing: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await duration(() => promisify(execFile)(process.execPath, [VERIFY, EXPORT])));
    hashing.push(await duration(() => pipeline(createReadStream(EXPORT, { highWaterMark: 1 << 20 }), createHash('sha256'))));
  }
  const { size } = await stat(EXPORT);
  await rm(EXPORT);
  return {
    what: `chain of ${(ENTRIES / 1e6).toFixed(0)} million checked (${(size / 1e6).toFixed(0)} MB)`,
    ours: median(ours) / 1000,
    unit: 's',
    beside: { name: 'SHA-256 alone', value: median(hashing) / 1000 },
    goal: { of: 'ours', atMost: 5 },
  };
}
