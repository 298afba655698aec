import type pg from 'pg';

interface Piece {
  readonly kind: 'index' | 'constraint';
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Does `work` on a schema's tables without their indexes, exclusions and foreign keys (primary keys stay), then makes
 * them again as they were, which also checks every row. For bulk loads, in one transaction of the tables' owner.
 */
export async function withoutIndexes(client: pg.Client, schema: string, work: () => Promise<void>): Promise<void> {
  const pieces = (await client.query<Piece>(PIECES, [schema])).rows;
  for (const { kind, table, name } of [...pieces].reverse()) {
    await client.query(kind === 'index' ? `drop index ${schema}.${name}` : `alter table ${table} drop constraint ${name}`);
  }
  await work();
  for (const { kind, table, name, definition } of pieces) {
    await client.query(kind === 'index' ? definition : `alter table ${table} add constraint ${name} ${definition}`);
  }
}

/** Foreign keys last: they are checked by joins over what was built before. */
const PIECES = `
  select 'index' as kind, i.indrelid::regclass::text as table, quote_ident(c.relname) as name, pg_get_indexdef(i.indexrelid) as definition, 1 as turn
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = $1::regnamespace and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  union all
  select 'constraint', k.conrelid::regclass::text, quote_ident(k.conname), pg_get_constraintdef(k.oid), case k.contype when 'f' then 3 else 2 end
  from pg_constraint k where k.connamespace = $1::regnamespace and k.contype in ('u', 'x', 'f')
  order by turn, name`;
