import { CompiledQuery, type Kysely } from 'kysely';
import type { SchemaOf } from '#kernel/schema.js';
import { type Sql, sql, type Statement } from './sql.js';

/** A function that takes a `Read` may only look. Columns arrive in camelCase and are checked against `row`. */
export interface Read {
  all<R>(row: SchemaOf<R>, query: Statement): Promise<R[]>;
  /** The first row, or undefined. */
  first<R>(row: SchemaOf<R>, query: Statement): Promise<R | undefined>;
  /** All rows, fetched a few thousand at a time; memory does not grow with their number. */
  stream<R>(row: SchemaOf<R>, query: Sql): AsyncIterable<R>;
}

/** A function that takes a `Write` may also change; what it did stands or falls with the whole transaction. */
export interface Write extends Read {
  /** Runs a statement and tells how many rows it touched. */
  run(query: Statement): Promise<number>;
  /** Inserts rows given as objects with camelCase keys. */
  insert(table: string, rows: Row | readonly Row[]): Promise<void>;
  /** A finished statement of a library that writes its own SQL (the job queue), in this transaction. */
  raw(text: string, values: readonly unknown[]): Promise<{ rows: unknown[] }>;
}

export type Row = Readonly<Record<string, unknown>>;

type Connection = Kysely<Record<string, Row>>;

const FETCH = 2_000;

/**
 * Wraps one connection (a pool, or one transaction of it) as `Write`; callers hand it on as `Read` where that is enough.
 * @param checkRows parses every row with its schema (tests and development), which closes raw SQL's gap in type safety.
 */
export function overConnection(connection: Connection, checkRows: boolean): Write {
  const parse = <R>(row: SchemaOf<R>, found: readonly unknown[]): R[] =>
    checkRows ? found.map((one) => row.parse(one)) : (found as R[]);

  const all = async <R>(row: SchemaOf<R>, query: Statement) => parse(row, (await query.execute(connection)).rows);

  return {
    all,
    first: async (row, query) => (await all(row, query))[0],
    run: async (query) => Number((await query.execute(connection)).numAffectedRows ?? 0n),
    async insert(table, rows) {
      const list = Array.isArray(rows) ? (rows as readonly Row[]) : [rows as Row];
      if (list.length > 0) await connection.insertInto(table).values(list as Row[]).execute();
    },
    raw: (text, values) => connection.executeQuery(CompiledQuery.raw(text, [...values])),
    async *stream(row, query) {
      yield* connection.isTransaction ? fetchAll(connection) : inOwnTransaction();

      async function* inOwnTransaction() {
        const own = await connection.startTransaction().setAccessMode('read only').execute();
        try {
          yield* fetchAll(own as unknown as Connection);
        } finally {
          await own.rollback().execute();
        }
      }

      async function* fetchAll(on: Connection) {
        const name = sql.raw(`c${(cursorNumber = (cursorNumber + 1) % 1_000_000)}`);
        await sql`declare ${name} no scroll cursor for ${query}`.execute(on);
        const next = CompiledQuery.raw(`fetch ${FETCH} from ${`c${cursorNumber}`}`);
        for (;;) {
          const { rows } = await on.executeQuery(next);
          yield* parse(row, rows);
          if (rows.length < FETCH) break;
        }
        await sql`close ${name}`.execute(on);
      }
    },
  };
}

let cursorNumber = 0;
