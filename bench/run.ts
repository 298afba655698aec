import { mkdir, writeFile } from 'node:fs/promises';
import { BENCHMARKS } from './benchmarks.js';
import { inChild } from './measuring/child.js';
import type { Report } from './measuring/result.js';
import { tableOf } from './measuring/table.js';
import { BENCH_DATA, startBenchPostgres } from './platform/bench-postgres.js';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHMARKS.has(name));
if (unknown.length > 0) throw new Error(`no such benchmark: ${unknown.join(', ')}; there are ${[...BENCHMARKS.keys()].join(', ')}`);

await mkdir(BENCH_DATA, { recursive: true });
const postgres = await startBenchPostgres();
const reports: Report[] = [];
try {
  for (const name of [...BENCHMARKS.keys()].filter((one) => wanted.length === 0 || wanted.includes(one))) {
    const report = await inChild<Report>(new URL('run-one.ts', import.meta.url), name);
    console.log(tableOf(report));
    reports.push(report);
  }
} finally {
  await postgres.stop();
}
await writeFile(`${BENCH_DATA}/results.json`, `${JSON.stringify({ measuredAt: new Date(), node: process.version, reports }, null, 2)}\n`);
