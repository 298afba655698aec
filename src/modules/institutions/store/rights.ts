import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

/** How many rights at an institution would end if it closed on a day. */
export const countRightsBeyond = async (tx: Read, institutionId: string, day: IsoDate): Promise<number> =>
  (await tx.first(z.object({ n: z.number() }), sql`select access.rights_reaching_beyond(${institutionId}::uuid, ${day}::date) as n`))!.n;

/** Rights that a recorded closing has cut: given back when it is taken back before its day, else ended for good. */
export interface CutRights {
  readonly toCome: number;
  readonly over: number;
}

export const countRightsCut = async (tx: Read, institutionId: string, today: IsoDate): Promise<CutRights> =>
  (await tx.first(
    z.object({ toCome: z.number(), over: z.number() }),
    sql`select access.rights_cut_by_closing(${institutionId}::uuid, ${today}::date, true) as to_come, access.rights_cut_by_closing(${institutionId}::uuid, ${today}::date, false) as over`,
  ))!;
