import { rm, stat } from 'node:fs/promises';
import { answerTask } from '../measuring/child.js';
import { peakMemoryMb } from '../measuring/memory.js';
import { duration } from '../measuring/timings.js';
import { BENCH_DATA } from '../platform/bench-postgres.js';
import { openRows } from './rows.js';
import { type WriterName, WRITERS } from './writers.js';

export interface WriteTask {
  readonly writer: WriterName;
  readonly url: string;
}

export interface WriteAnswer {
  readonly seconds: number;
  readonly peakMb: number;
  readonly fileMb: number;
}

/** One writer, from the query to the closed file, in a process of its own. */
answerTask<WriteTask>(async ({ writer, url }): Promise<WriteAnswer> => {
  const path = `${BENCH_DATA}/${writer}.xlsx`;
  const { database, rows } = openRows(url);
  const took = await duration(() => WRITERS[writer](rows, path));
  const { size } = await stat(path);
  await database.close();
  await rm(path);
  return { seconds: took / 1000, peakMb: peakMemoryMb(), fileMb: size / 1e6 };
});
