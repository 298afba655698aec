import { z } from 'zod';
import type { ChainEnd } from '../audit/check-audit.js';
import { type Sql, sql } from '../db/sql.js';
import type { Read } from '../db/transaction.js';

export interface Facts {
  readonly rows: ReadonlyMap<string, number>;
  readonly audit: ChainEnd;
}

/** What a restored copy is compared by: the rows of each of our tables (the queue's come and go) and the last link of the audit chain. */
export async function readFacts(tx: Read): Promise<Facts> {
  const tables = await tx.all(
    z.object({ schema: z.string(), name: z.string() }),
    sql`select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
      order by n.nspname, c.relname`,
  );
  const counts: Sql[] = tables.map(({ schema, name }) => sql`select ${`${schema}.${name}`}::text as name, count(*) as rows from ${sql.table(`${schema}.${name}`)}`);
  const rows = await tx.all(z.object({ name: z.string(), rows: z.number() }), sql.join(counts, sql` union all `));
  const last = await tx.first(z.object({ seq: z.number(), hash: z.string() }), sql`select seq, encode(hash, 'hex') as hash from audit.link order by seq desc limit 1`);
  return { rows: new Map(rows.map((one) => [one.name, one.rows])), audit: last ?? { seq: 0, hash: '' } };
}
