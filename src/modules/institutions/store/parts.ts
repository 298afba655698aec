import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

/** Parishes and towns of a unit that a reform divided, by which it is decided where a place lies; none where it was not divided. */
export const listParts = async (tx: Read, atvk: string): Promise<string[]> =>
  (await tx.all(z.object({ part: z.string() }), sql`select distinct part from territories.lineage where atvk = ${atvk} and part <> '' order by part`)).map((row) => row.part);
