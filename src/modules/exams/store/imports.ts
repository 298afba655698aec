import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { type ArrivedRow, type JudgedRow, type KnownCandidate, POINT_REFUSALS } from '../domain/judge-points.js';
import { IdRow, type Recording } from './rows.js';

const VERDICTS = ['taken', 'unchanged', 'refused'] as const;
const ImportRow = z.object({
  id: z.string(), eventId: z.string(), key: z.string(), contentHash: z.string(), source: z.enum(['xlsx', 'csv', 'api']), fileName: z.string(), rowCount: z.number(), nextLine: z.number(), recordedAt: z.date(), finishedAt: z.date().nullable(),
  judged: z.number(), taken: z.number(), unchanged: z.number(), refused: z.number(),
});
/** An import with how far it has come. */
export type ImportRow = z.infer<typeof ImportRow>;
const IMPORT = sql`select i.id, i.event_id, i.key, i.content_hash, i.source, i.file_name, i.row_count, i.next_line, i.recorded_at, i.finished_at, c.judged, c.taken, c.unchanged, c.refused
  from exams.import i cross join lateral (select count(r.verdict)::int as judged, count(*) filter (where r.verdict = 'taken')::int as taken, count(*) filter (where r.verdict = 'unchanged')::int as unchanged,
    count(*) filter (where r.verdict = 'refused')::int as refused from exams.import_row r where r.import_id = i.id) c`;

export const findImport = (tx: Read, id: string): Promise<ImportRow | undefined> => tx.first(ImportRow, sql`${IMPORT} where i.id = ${id}`);
export const findImportByKey = (tx: Read, by: string, key: string): Promise<ImportRow | undefined> => tx.first(ImportRow, sql`${IMPORT} where i.recorded_by = ${by} and i.key = ${key}`);

/** The latest imports of points, of everybody who keeps results. */
export const listImports = (tx: Read, limit: number): Promise<ImportRow[]> => tx.all(ImportRow, sql`${IMPORT} order by i.id desc limit ${limit}`);

export interface NewImport {
  readonly eventId: string;
  readonly key: string;
  readonly contentHash: string;
  readonly source: 'xlsx' | 'csv' | 'api';
  readonly fileName: string;
}

/** Keeps an import with its rows as they came. */
export async function insertImport(tx: Write, head: NewImport, rows: readonly ArrivedRow[], { recordedAt, recordedBy }: Recording): Promise<string> {
  const { eventId, key, contentHash, source, fileName } = head;
  const { id } = (await tx.first(
    IdRow,
    sql`insert into exams.import (event_id, key, content_hash, source, file_name, row_count, next_line, recorded_at, recorded_by)
      values (${eventId}, ${key}, ${contentHash}, ${source}, ${fileName}, ${rows.length}, ${rows[0]!.line}, ${recordedAt}, ${recordedBy}) returning id`,
  ))!;
  await tx.run(sql`insert into exams.import_row (import_id, line, candidate_code, points) select ${id}, r.line, r."candidateCode", r.points from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (line integer, "candidateCode" text, points jsonb)`);
  return id;
}

/** Locks an import for whoever works it off; undefined while another does. */
export const lockImport = async (tx: Write, id: string): Promise<boolean> => (await tx.first(IdRow, sql`select i.id from exams.import i where i.id = ${id} and i.finished_at is null for update skip locked`)) !== undefined;

const Arrived = z.object({ line: z.number(), candidateCode: z.string(), points: z.record(z.string(), z.string()) });

/** The next rows without an answer. */
export const listUnjudged = (tx: Read, id: string, limit: number): Promise<ArrivedRow[]> =>
  tx.all(Arrived, sql`select r.line, r.candidate_code, r.points from exams.import_row r where r.import_id = ${id} and r.verdict is null order by r.line limit ${limit}`);

/** Codes of this import that were answered already and were not refused for being unknown. */
export const listSeenCodes = async (tx: Read, id: string): Promise<string[]> =>
  (await tx.all(z.object({ candidateCode: z.string() }), sql`select r.candidate_code from exams.import_row r where r.import_id = ${id} and r.verdict is not null and coalesce(r.code, '') not in ('no-code', 'no-candidate')`)).map(({ candidateCode }) => candidateCode);

/** Writes the answers to rows. */
export async function answerRows(tx: Write, id: string, answers: readonly { readonly line: number; readonly judged: JudgedRow }[]): Promise<void> {
  const rows = answers.map(({ line, judged }) => (judged.verdict === 'refused' ? { line, verdict: judged.verdict, ...judged.faults[0], faults: judged.faults } : { line, verdict: judged.verdict, faults: [] }));
  await tx.run(sql`update exams.import_row r set verdict = g.verdict, code = g.code, field = g.field, expected = g.expected, nearest = g.nearest, faults = g.faults
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) g (line integer, verdict text, code text, field text, expected text, nearest text[], faults jsonb) where r.import_id = ${id} and r.line = g.line`);
}

/** Says how far an import has come, and that it is done once no row waits. */
export const advanceImport = (tx: Write, id: string, at: Date): Promise<number> =>
  tx.run(sql`update exams.import i set next_line = coalesce(w.line, i.next_line), finished_at = case when w.line is null then ${at}::timestamptz end
    from (select min(r.line) as line from exams.import_row r where r.import_id = ${id} and r.verdict is null) w where i.id = ${id}`);

const Fault = z.object({ code: z.enum(POINT_REFUSALS), field: z.string(), expected: z.string(), nearest: z.array(z.string()) });
const Answer = z.object({ line: z.number(), candidateCode: z.string(), points: z.record(z.string(), z.string()), verdict: z.enum(VERDICTS).nullable(), faults: z.array(Fault) });
export type RowAnswer = z.infer<typeof Answer>;

/** Answers to rows after a line; only refusals where asked. */
export const listAnswers = (tx: Read, id: string, { after, limit, onlyRefused }: { readonly after: number; readonly limit: number; readonly onlyRefused: boolean }): Promise<RowAnswer[]> =>
  tx.all(
    Answer,
    sql`select r.line, r.candidate_code, r.points, r.verdict, r.faults from exams.import_row r
      where r.import_id = ${id} and r.line > ${after} ${onlyRefused ? sql`and r.verdict = 'refused'` : sql``} order by r.line limit ${limit}`,
  );

const Candidate = z.object({ entryId: z.string(), personId: z.string(), candidateCode: z.string(), taken: z.array(z.number()), halfPoints: z.record(z.string(), z.number()), isPublished: z.boolean() });
export type CandidateRow = KnownCandidate & { readonly personId: string };

/** Everybody of an event who has a code: which parts they took, what points are recorded, whether a result of theirs is seen already. */
export const listCandidates = (tx: Read, eventId: string, now: Date): Promise<CandidateRow[]> =>
  tx.all(
    Candidate,
    sql`select e.id as entry_id, e.person_id, e.candidate_code, array(select a.part from exams.attendance a where a.entry_id = e.id and a.mark in ('present', 'partial') order by a.part) as taken,
        coalesce((select jsonb_object_agg(w.part::text, w.half_points) from exams.work w where w.entry_id = e.id and w.half_points is not null), '{}'::jsonb) as half_points,
        exists (select from exams.published_event(${now}::timestamptz) p where p.event_id = e.event_id) and exists (select from exams.result r where r.entry_id = e.id) as is_published
      from exams.entry e where e.event_id = ${eventId} and e.state = 'confirmed' and e.candidate_code is not null`,
  );

/** Imports that were begun and not finished. */
export const listUnfinished = async (tx: Read): Promise<string[]> => (await tx.all(IdRow, sql`select i.id from exams.import i where i.finished_at is null order by i.id`)).map(({ id }) => id);
