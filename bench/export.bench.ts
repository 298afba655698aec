import { PAYMENTS_TABLE, ROWS } from './export/rows.js';
import type { WriteAnswer } from './export/write-file.js';
import { type WriterName, WRITERS } from './export/writers.js';
import { inChild } from './measuring/child.js';
import type { Benchmark, Result } from './measuring/result.js';
import { median } from './measuring/timings.js';
import { withBenchPlatform } from './platform/bench-platform.js';

const ROUNDS = 3;
const NAMES = Object.keys(WRITERS) as WriterName[];

export const exporting: Benchmark = {
  title: `${ROWS.toLocaleString('en')} rows of 12 columns from a query into an XLSX file, each writer in its own process`,
  run: () =>
    withBenchPlatform('export', async ({ workerUrl, asOwner }) => {
      await asOwner(PAYMENTS_TABLE);
      const answers = new Map<WriterName, WriteAnswer[]>(NAMES.map((name) => [name, []]));
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const [writer, own] of answers) own.push(await inChild<WriteAnswer>(new URL('export/write-file.ts', import.meta.url), { writer, url: workerUrl }));
      }
      return NAMES.map((name) => resultOf(name, answers.get(name)!, answers.get('ours')!));
    }),
};

const rate = (answers: readonly WriteAnswer[]) => ROWS / median(answers.map(({ seconds }) => seconds));

/** Our own line stands alone; each peer's line holds ours against it. */
function resultOf(name: WriterName, own: readonly WriteAnswer[], ours: readonly WriteAnswer[]): Result {
  const size = `${own[0]!.fileMb.toFixed(1)} MB`;
  const peakMb = median(own.map((answer) => answer.peakMb));
  if (name === 'ours') return { what: `our writer (${size})`, ours: rate(ours), unit: 'rows/s', peakMb, goal: { of: 'peakMb', atMost: 600 } };
  return { what: `ours beside ${name} (${size}, its memory)`, ours: rate(ours), unit: 'rows/s', beside: { name, value: rate(own) }, peakMb };
}
