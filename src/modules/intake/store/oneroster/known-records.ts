import { z } from 'zod';
import { EXCHANGED } from '#modules/marks/public.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { type Earlier, KEPT_FILES, type Known, type KnownFile } from '../../domain/oneroster/known.js';

const RecordRow = z.object({ file: z.string().transform((file) => file as KnownFile), sourcedId: z.string(), facts: z.unknown() });

/** What a sender's identifiers stood for in what it sent before for an institution. */
export async function readEarlier(tx: Read, institutionId: string, source: string): Promise<Earlier> {
  const rows = await tx.all(RecordRow, sql`select file, sourced_id, facts from intake.oneroster_record where institution_id = ${institutionId} and source = ${source}`);
  const earlier = new Map<KnownFile, Map<string, unknown>>();
  for (const { file, sourcedId, facts } of rows) (earlier.get(file) ?? (earlier.set(file, new Map()), earlier.get(file)!)).set(sourcedId, facts);
  return earlier;
}

/** Keeps what a package told, in one statement for each file; what it tells again goes before what was known. */
export async function keepKnown(tx: Write, institutionId: string, source: string, known: Known, now: Date): Promise<void> {
  for (const file of KEPT_FILES) {
    const records = [...known.own(file)].map(([id, facts]) => ({ id, facts }));
    if (records.length === 0) continue;
    await tx.run(sql`insert into intake.oneroster_record (institution_id, source, file, sourced_id, facts, told_at)
      select ${institutionId}::uuid, ${source}, ${file}, row.id, row.facts, ${now}::timestamptz from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as row(id text, facts jsonb)
      on conflict (institution_id, source, file, sourced_id) do update set facts = excluded.facts, told_at = excluded.told_at where oneroster_record.facts is distinct from excluded.facts`);
  }
}

const KeyRow = z.object({ kind: z.enum(['mark', 'outcome']), institutionId: z.string(), year: z.number(), personId: z.string(), item: z.number(), period: z.string(), sourceRecord: z.string() });
export type SentRecord = z.infer<typeof KeyRow>;

/** Whose identifiers they are: of an e-journal, or of the program that made the packages a school uploads. */
export interface SentBy {
  readonly journalId: string | null;
  /** The program as its packages, or whoever uploads them, name it; of an upload alone. Null: nobody says, and nothing of before is met. */
  readonly program: string | null;
}

/**
 * Records that a sender sent under these identifiers and that hold; of a result also the outcomes under it (`<result>#<outcome>`). What a person entered
 * was sent by nobody. Two programs may number alike, so that of uploads only what came in packages of this one is met.
 */
export function listSentRecords(tx: Read, institutionIds: readonly string[], { journalId, program }: SentBy, sentIds: readonly string[]): Promise<SentRecord[]> {
  const ids = sentIds.filter((id) => id !== '');
  if (!journalId && program === null) return Promise.resolve([]);
  const own = journalId
    ? sql`m.journal_id = ${journalId}::uuid`
    : sql`m.journal_id is null and m.batch_id in (select unnest(p.batch_ids) from intake.oneroster_package p
        where p.institution_id = any(${[...institutionIds]}::uuid[]) and p.journal_id is null and coalesce(nullif(p.report ->> 'source', ''), p.program) = ${program})`;
  const theirs = sql`m.institution_id = any(${[...institutionIds]}::uuid[]) and m.channel <> 'manual' and not m.is_withdrawn and m.source_record <> '' and ${own}`;
  return tx.all(
    KeyRow,
    sql`select 'mark' as kind, m.institution_id, m.year, m.person_id, m.subject_id as item, m.period, m.source_record from ${EXCHANGED.marks} m where ${theirs} and m.source_record = any(${ids}::text[])
      union all
      select 'outcome', m.institution_id, m.year, m.person_id, m.outcome_id, m.period, m.source_record from ${EXCHANGED.outcomes} m
        where ${theirs} and (m.source_record = any(${ids}::text[]) or split_part(m.source_record, '#', 1) = any(${ids}::text[]))`,
  );
}
