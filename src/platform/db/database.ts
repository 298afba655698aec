import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { connecting } from './away.js';
import { preparingClient } from './prepared-statements.js';
import { overConnection, type Read, type Row, type Write } from './transaction.js';

/** The platform's PostgreSQL: one pool that writes, and one for reading alone (the same server, or a standby). */
export interface Database {
  /** Runs `work` in one transaction: all of it, or nothing. */
  transaction<R>(work: (tx: Write) => Promise<R>): Promise<R>;
  /** Single reading statements outside a transaction, from the standby where there is one. */
  readonly read: Read;
  /** The standby that `read` asks; null where there is none. */
  readonly standby: Read | null;
  /** The same from the writing server, where a standby's lag would matter (who is signed in, what they may). */
  readonly primary: Read;
  /** Single statements, each a transaction of its own: half the round trips where one statement does it. */
  readonly autocommit: Write;
  /** The writing pool as plain `pg`, for COPY, LISTEN and the job queue. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseSettings {
  url: string;
  readUrl?: string | undefined;
  maxConnections?: number;
  checkRows?: boolean;
}

const types = {
  [pg.types.builtins.DATE]: (words: string) => words,
  [pg.types.builtins.INT8]: (words: string) => Number(words),
};

/** Dates stay strings: the driver's default turns them into local midnights, which moves days. */
const customTypes: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && types[id as keyof typeof types]) || pg.types.getTypeParser(id, format as 'text'),
} as pg.CustomTypesConfig;

export function openDatabase({ url, readUrl, maxConnections = 16, checkRows = false }: DatabaseSettings): Database {
  const pool = openPool(url, maxConnections);
  const readPool = readUrl ? openPool(readUrl, maxConnections) : pool;
  const kysely = kyselyOver(pool);
  const reading = readUrl ? kyselyOver(readPool) : kysely;
  const read = overConnection(reading, checkRows);
  return {
    pool,
    read,
    standby: readUrl ? read : null,
    primary: overConnection(kysely, checkRows),
    autocommit: overConnection(kysely, checkRows),
    transaction: (work) => kysely.transaction().execute((trx) => work(overConnection(trx, checkRows))),
    async close() {
      await pool.end();
      if (readPool !== pool) await readPool.end();
    },
  };
}

function openPool(url: string, max: number) {
  const pool = new pg.Pool({ connectionString: url, max, types: customTypes, application_name: 'vienkopus', Client: preparingClient() });
  // A connection that dies while idle (server restarted) is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // One that dies inside a transaction fails the transaction's next statement; that error is the one to handle.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const kyselyOver = (pool: pg.Pool) =>
  new Kysely<Record<string, Row>>({
    dialect: new PostgresDialect({ pool: connecting(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
