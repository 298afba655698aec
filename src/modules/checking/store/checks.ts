import { z } from 'zod';
import type { ShownReport } from '#platform/documents/browser.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { FILE_KINDS } from '../domain/kind-of-file.js';
import { SIGNED_BY, VERDICTS } from '../domain/verdict.js';

const Brief = { fileId: z.string(), checkedAt: z.date(), kind: z.enum(FILE_KINDS), verdict: z.enum(VERDICTS), signedBy: z.enum(SIGNED_BY) };
const BriefRow = z.object(Brief);
/** What the last check of a file found, in short. */
export type CheckBrief = z.infer<typeof BriefRow>;

/** The last check of each of some files, by the file. Whoever asks has checked the right to what the files hang on. */
export const lastChecks = async (tx: Read, fileIds: readonly string[]): Promise<ReadonlyMap<string, CheckBrief>> => {
  if (fileIds.length === 0) return new Map();
  const rows = await tx.all(BriefRow, sql`select distinct on (c.file_id) c.file_id, c.checked_at, c.kind, c.verdict, c.signed_by from checking.file_check c where c.file_id = any(${[...fileIds]}::uuid[]) order by c.file_id, c.checked_at desc, c.id desc`);
  return new Map(rows.map((one) => [one.fileId, one]));
};

const CheckRow = z.object({ ...Brief, id: z.string(), checkedBy: z.string(), report: z.custom<ShownReport>((value) => typeof value === 'object').nullable() });
/** One check of a file with its whole report. */
export type CheckOfFile = z.infer<typeof CheckRow>;

/** Checks of a file, the newest first. */
export const checksOf = (tx: Read, fileId: string): Promise<CheckOfFile[]> =>
  tx.all(CheckRow, sql`select c.id, c.file_id, c.checked_at, coalesce(u.name, c.checked_by) as checked_by, c.kind, c.verdict, c.signed_by, c.report from checking.file_check c
    left join access.app_user u on u.id::text = c.checked_by where c.file_id = ${fileId} order by c.checked_at desc, c.id desc limit 20`);

export const insertCheck = (tx: Write, { report, ...check }: Omit<CheckOfFile, 'id'>): Promise<void> => tx.insert('checking.file_check', { ...check, report: report && JSON.stringify(report) });
