import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { SCAN_TYPES, type ScanType } from '#platform/scans/open-scan.js';
import { IdRow, type Recording } from './rows.js';
import { WORK_STATES } from './works.js';

const CHUNK_BYTES = 1_048_576;

/** The scan `c` of a work that holds and can still be looked at. */
export const holding = (workId: Sql): Sql => sql`c.work_id = ${workId} and c.superseded_at is null and c.removed_at is null`;

const Known = z.object({ workId: z.string(), personId: z.string(), candidateCode: z.string(), part: z.number(), state: z.enum(WORK_STATES), sha256: z.string().nullable(), isTaken: z.boolean() });
/** A work of a sitting as somebody who brings scans must know it. */
export type WorkToScan = z.infer<typeof Known>;

/**
 * The works of a sitting with the scans that hold, each locked: whoever brings the same at once waits. Locked first and read then, as a statement sees nothing of what another
 * has written while it waited.
 */
export async function lockWorks(tx: Write, sittingId: string): Promise<WorkToScan[]> {
  const ofSitting = sql`from exams.work w join exams.entry e on e.id = w.entry_id where e.sitting_id = ${sittingId} and e.state = 'confirmed' order by w.id`;
  await tx.all(IdRow, sql`select w.id ${ofSitting} for update of w`);
  return tx.all(
    Known,
    sql`select w.id as work_id, e.person_id, e.candidate_code, w.part, w.state, (select c.sha256 from exams.scan c where ${holding(sql`w.id`)}) as sha256,
        (w.half_points is not null or exists (select from exams.assessment a where a.work_id = w.id and a.superseded_at is null)) as is_taken ${ofSitting}`,
  );
}

export interface NewScan {
  readonly workId: string;
  readonly sha256: string;
  readonly type: ScanType;
  readonly pages: number;
  readonly content: Buffer;
}

/** Keeps a scan; what held before it stays beside it, and a work that was expected, missing or unreadable has come with it. */
export async function insertScan(tx: Write, { workId, sha256, type, pages, content }: NewScan, { recordedAt, recordedBy }: Recording): Promise<void> {
  await tx.run(sql`update exams.scan c set superseded_at = ${recordedAt} where ${holding(sql`${workId}::uuid`)}`);
  const { id } = (await tx.first(IdRow, sql`insert into exams.scan (work_id, sha256, type, size, pages, brought_at, brought_by) values (${workId}, ${sha256}, ${type}, ${content.length}, ${pages}, ${recordedAt}, ${recordedBy}) returning id`))!;
  for (let seq = 0; seq * CHUNK_BYTES < content.length; seq += 1) {
    await tx.insert('exams.scan_chunk', { scanId: id, seq, content: content.subarray(seq * CHUNK_BYTES, (seq + 1) * CHUNK_BYTES) });
  }
  await tx.run(sql`update exams.work set state = 'received', changed_at = ${recordedAt}, changed_by = ${recordedBy} where id = ${workId} and state <> 'received'`);
}

const Listed = z.object({ workId: z.string(), candidateCode: z.string(), part: z.number(), state: z.enum(WORK_STATES), pages: z.number().nullable(), size: z.number().nullable(), broughtAt: z.date().nullable() });
/** A work of a sitting, with its scan where there is one. */
export type ListedWork = z.infer<typeof Listed>;

/** A page of the works of a sitting by code and part, those without a scan alone if asked for. */
export const listScannedWorks = (tx: Read, sittingId: string, of: { readonly onlyWithout: boolean; readonly after: string | null; readonly limit: number }): Promise<ListedWork[]> =>
  tx.all(
    Listed,
    sql`select w.id as work_id, e.candidate_code, w.part, w.state, c.pages, c.size, c.brought_at
      from exams.work w join exams.entry e on e.id = w.entry_id left join exams.scan c on ${holding(sql`w.id`)}
      where e.sitting_id = ${sittingId} and e.state = 'confirmed' ${of.onlyWithout ? sql`and (c.id is null or w.state <> 'received')` : sql``}
        ${of.after ? sql`and (e.candidate_code, w.part) > (select y.candidate_code, z.part from exams.work z join exams.entry y on y.id = z.entry_id where z.id = ${of.after})` : sql``}
      order by e.candidate_code, w.part limit ${of.limit}`,
  );

const Counts = z.object({ works: z.number(), scanned: z.number(), unreadable: z.number() });
export type ScanCounts = z.infer<typeof Counts>;
export const countScans = async (tx: Read, sittingId: string): Promise<ScanCounts> =>
  (await tx.first(
    Counts,
    sql`select count(*)::int as works, count(c.id) filter (where w.state = 'received')::int as scanned, count(*) filter (where w.state = 'unreadable')::int as unreadable
      from exams.work w join exams.entry e on e.id = w.entry_id left join exams.scan c on ${holding(sql`w.id`)} where e.sitting_id = ${sittingId} and e.state = 'confirmed'`,
  ))!;

const Found = z.object({ id: z.string(), type: z.enum(SCAN_TYPES), pages: z.number(), candidateCode: z.string(), part: z.number() });
/** The scan of a work that holds. */
export type FoundScan = z.infer<typeof Found>;

/** The scan of a work; whoever asks has checked the right to the work. */
export const findScan = (tx: Read, workId: string): Promise<FoundScan | undefined> =>
  tx.first(Found, sql`select c.id, c.type, c.pages, e.candidate_code, w.part from exams.scan c join exams.work w on w.id = c.work_id join exams.entry e on e.id = w.entry_id where ${holding(sql`${workId}::uuid`)}`);

const Piece = z.object({ content: z.instanceof(Buffer) });
export const readScan = async (tx: Read, scanId: string): Promise<Buffer> => Buffer.concat((await tx.all(Piece, sql`select k.content from exams.scan_chunk k where k.scan_id = ${scanId} order by k.seq`)).map(({ content }) => content));

const Old = z.object({ id: z.string(), personId: z.string() });

/** Some scans that are kept for so many months after the exam no longer, and that no waiting appeal needs. */
export const listOutlived = (tx: Write, { months, today, limit }: { readonly months: number; readonly today: IsoDate; readonly limit: number }): Promise<z.infer<typeof Old>[]> =>
  tx.all(
    Old,
    sql`select c.id, e.person_id from exams.event v join exams.entry e on e.event_id = v.id join exams.work w on w.entry_id = e.id join exams.scan c on c.work_id = w.id and c.removed_at is null
      where v.held_on + make_interval(months => ${months}::integer) < ${today}::date and not exists (select from exams.appeal a where a.entry_id = e.id and a.state = 'lodged') order by c.id limit ${limit} for update of c skip locked`,
  );

/** Deletes what scans show; that they were there stays. */
export async function removeScans(tx: Write, ids: readonly string[], now: Date): Promise<void> {
  await tx.run(sql`delete from exams.scan_chunk k where k.scan_id = any(${[...ids]}::uuid[])`);
  await tx.run(sql`update exams.scan set removed_at = ${now} where id = any(${[...ids]}::uuid[])`);
}

const Unscanned = z.object({ workId: z.string(), candidateCode: z.string(), part: z.number() });

/** Works of an event that are there and have no scan, by their codes. */
export const listUnscanned = (tx: Read, eventId: string, limit: number): Promise<z.infer<typeof Unscanned>[]> =>
  tx.all(
    Unscanned,
    sql`select w.id as work_id, e.candidate_code, w.part from exams.work w join exams.entry e on e.id = w.entry_id
      where e.event_id = ${eventId} and e.state = 'confirmed' and w.state = 'received' and not exists (select from exams.scan c where c.work_id = w.id) order by e.candidate_code, w.part limit ${limit}`,
  );
