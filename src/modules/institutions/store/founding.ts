import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { HISTORIES } from '../domain/lines.js';
import { moveRows, type Recording } from './changes.js';

/** What identifies an institution and its first day: kept without a history. */
export interface Founding {
  readonly regNr: string;
  readonly foundedOn: IsoDate;
}

/** Whether something would stand before another founding day, or have ended by it. What begins on the founding day moves along. */
export async function anythingBefore(tx: Read, institutionId: string, founded: IsoDate, day: IsoDate): Promise<boolean> {
  const early = HISTORIES.map(
    (history) => sql`select from ${sql.table(`institutions.${history}`)} where institution_id = ${institutionId} and superseded_at is null
      and ((valid_from <> ${founded} and valid_from <= ${day}) or valid_to <= ${day})`,
  );
  const row = await tx.first(
    z.object({ found: z.boolean() }),
    sql`select exists (${sql.join(early, sql` union all `)} union all
      select from institutions.succession where superseded_at is null and ${institutionId}::uuid in (from_id, to_id) and effective < ${day}) as found`,
  );
  return row!.found;
}

/** Sets another number or founding day; whatever began on the old founding day begins on the right one. */
export async function correctFounding(tx: Write, institutionId: string, was: IsoDate, { regNr, foundedOn }: Founding, recording: Recording): Promise<void> {
  await tx.run(sql`update institutions.institution set reg_nr = ${regNr}, founded_on = ${foundedOn} where id = ${institutionId}`);
  if (foundedOn === was) return;
  for (const history of HISTORIES) {
    await moveRows(tx, history, sql`institution_id = ${institutionId} and valid_from = ${was}`, { from: sql`${foundedOn}::date`, to: sql`valid_to` }, recording);
  }
}
