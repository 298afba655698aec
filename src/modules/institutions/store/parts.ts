import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { editionOn, liesIn } from './rows.js';

/** Parishes and towns of a unit that a reform divided, by which it is decided where a place lies; none where it was not divided. */
export const listParts = async (tx: Read, atvk: string): Promise<string[]> =>
  (await tx.all(z.object({ part: z.string() }), sql`select part from (select distinct part from territories.lineage where atvk = ${atvk} and part <> '') named order by part collate platform.latvian`)).map((row) => row.part);

/** The code that the unit of a place bears today; null where data cannot tell. */
export const findAtvkToday = async (tx: Read, { atvk, part }: { readonly atvk: string; readonly part: string }, today: IsoDate): Promise<string | null> =>
  (await tx.first(
    z.object({ code: z.string().nullable() }),
    sql`select l.target_atvk as code from (select ${atvk}::text as atvk, ${part}::text as part) place join territories.lineage l on ${liesIn('place', editionOn(today))}`,
  ))?.code ?? null;
