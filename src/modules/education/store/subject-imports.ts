import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { IdRow, type Recording } from './rows.js';

const ImportRow = z.object({
  id: z.string(), subjectsFileId: z.string().nullable(), coursesFileId: z.string().nullable(), proposedAt: z.date(), appliedAt: z.date().nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;
const IMPORT = sql`id, subjects_file_id, courses_file_id, proposed_at, applied_at`;

export const findImport = (tx: Read, id: string): Promise<ImportRow | undefined> => tx.first(ImportRow, sql`select ${IMPORT} from education.subject_import where id = ${id}`);

/** The same, held until the transaction ends, so that it is applied once. */
export const lockImport = (tx: Write, id: string): Promise<ImportRow | undefined> => tx.first(ImportRow, sql`select ${IMPORT} from education.subject_import where id = ${id} for update`);

export async function insertImport(tx: Write, files: { subjectsFileId: string | null; coursesFileId: string | null }, { recordedAt, recordedBy }: Recording): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into education.subject_import (subjects_file_id, courses_file_id, proposed_at, proposed_by) values (${files.subjectsFileId}, ${files.coursesFileId}, ${recordedAt}, ${recordedBy}) returning id`,
  );
  return row!.id;
}

export const markApplied = (tx: Write, id: string, { recordedAt, recordedBy }: Recording): Promise<number> =>
  tx.run(sql`update education.subject_import set applied_at = ${recordedAt}, applied_by = ${recordedBy} where id = ${id}`);
