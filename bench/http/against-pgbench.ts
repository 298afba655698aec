import { inChild } from '../measuring/child.js';
import type { Goal, Result } from '../measuring/result.js';
import { median } from '../measuring/timings.js';
import type { BenchPlatform } from '../platform/bench-platform.js';
import { pgbench } from '../platform/pgbench.js';
import { recordStatements } from '../platform/recorded-statements.js';
import type { LoadAnswer } from './load-client.js';

interface Comparison {
  readonly what: string;
  readonly port: number;
  readonly request: string;
  readonly connections: number;
  readonly goal?: Goal;
}

const ROUNDS = 3;
const SECONDS = 4;
/** As many as the program's own pool holds. */
const MOST_CLIENTS = 16;

/** A request through the whole program, in turns with pgbench sending the statements that this very request sends. */
export async function againstPgbench({ database, workerUrl }: BenchPlatform, { what, port, request, connections, goal }: Comparison): Promise<Result> {
  const load = (many: number, seconds: number) =>
    inChild<LoadAnswer>(new URL('load-client.ts', import.meta.url), { port, request, connections: many, seconds });
  await load(connections, 1);
  const statements = await recordStatements(database.pool, () => load(1, 0));
  const ours: LoadAnswer[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await load(connections, SECONDS));
    theirs.push(await pgbench({ url: workerUrl, statements, clients: Math.min(connections, MOST_CLIENTS), seconds: SECONDS }));
  }
  return {
    what,
    ours: median(ours.map(({ perSecond }) => perSecond)),
    unit: 'requests/s',
    beside: { name: 'pgbench', value: median(theirs) },
    timings: { p50: median(ours.map(({ timings }) => timings.p50)), p95: median(ours.map(({ timings }) => timings.p95)), p99: median(ours.map(({ timings }) => timings.p99)) },
    ...(goal && { goal }),
  };
}

export const get = (path: string): string => `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: */*\r\n\r\n`;

export function post(path: string, body: object): string {
  const json = JSON.stringify(body);
  return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
}
