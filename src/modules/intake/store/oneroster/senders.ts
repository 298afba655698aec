import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { coversDay } from '../rows.js';

const SchoolRow = z.object({ institutionId: z.string() });

/** Schools that have confirmed an e-journal on a day. */
export const listConfirmedSchools = async (tx: Read, journalId: string, day: IsoDate): Promise<string[]> =>
  (await tx.all(SchoolRow, sql`select distinct s.institution_id from intake.journal_school s where s.journal_id = ${journalId} and ${coversDay('s', day)}`)).map(({ institutionId }) => institutionId);
