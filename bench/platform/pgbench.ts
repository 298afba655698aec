import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { BENCH_DATA } from './bench-postgres.js';

const run = promisify(execFile);

export interface PgbenchTask {
  /** Where to, as the program's working role. */
  readonly url: string;
  readonly statements: readonly string[];
  readonly clients: number;
  readonly seconds: number;
}

/** How often a second PostgreSQL's own load program does these statements (prepared once, one thread). */
export async function pgbench({ url, statements, clients, seconds }: PgbenchTask): Promise<number> {
  const script = `${BENCH_DATA}/pgbench.sql`;
  await writeFile(script, statements.map((statement) => `${statement};\n`).join(''));
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const load = ['-n', '-M', 'prepared', '-f', script, '-c', String(clients), '-j', '1', '-T', String(seconds)];
  const place = ['-h', searchParams.get('host') ?? hostname, '-p', port, '-U', username, pathname.slice(1)];
  const { stdout } = await run('pgbench', [...load, ...place], { env: { ...process.env, PGPASSWORD: password } }).catch(explain);
  const perSecond = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
  if (!(perSecond > 0)) throw new Error(`pgbench gave no rate:\n${stdout}`);
  return perSecond;
}

function explain(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOENT') throw new Error('pgbench is missing; on Debian: apt-get install postgresql-contrib', { cause: error });
  throw error;
}
