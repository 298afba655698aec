import { z } from 'zod';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const NameRow = z.object({ id: z.string(), name: z.string() });

/** Today's names of people, by their ids. */
export async function joinNames(tx: Read, ids: readonly string[], today: IsoDate): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.all(
    NameRow,
    sql`select w.id::text as id, coalesce(n.given || ' ' || n.family, '?') as name from unnest(${[...ids]}::uuid[]) w(id) ${joinName('n', sql`w.id`, today)} order by n.family collate platform.latvian, n.given collate platform.latvian`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
