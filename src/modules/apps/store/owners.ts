import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const OwnedRow = z.object({ id: z.string(), title: z.string(), sector: z.string(), unitId: z.number() });
export type OwnedClient = z.infer<typeof OwnedRow>;

/** Active programs of these municipalities. */
export const listOwnedBy = (tx: Read, unitIds: readonly number[]): Promise<OwnedClient[]> => tx.all(OwnedRow, owned(sql`c.unit_id = any(${[...unitIds]}::int[])`));

/** Of these programs those that are active and belong to a municipality. */
export const listOwned = (tx: Read, ids: readonly string[]): Promise<OwnedClient[]> => tx.all(OwnedRow, owned(sql`c.id = any(${[...ids]}::uuid[]) and c.unit_id is not null`));

const owned = (which: Sql): Sql => sql`select c.id, c.title_lv as title, c.sector, c.unit_id from apps.client c where ${which} and c.state = 'active' order by c.id`;

/** Hands programs of these municipalities over to another; tells how many. */
export const moveOwned = (tx: Write, ids: readonly string[], from: readonly number[], to: number, by: string, now: Date): Promise<number> =>
  tx.run(sql`update apps.client set unit_id = ${to}, changed_at = ${now}, changed_by = ${by} where id = any(${[...ids]}::uuid[]) and unit_id = any(${[...from]}::int[]) and state = 'active'`);
