import { z } from 'zod';
import { ofScope, ROSTER } from '#modules/education/public.js';
import type { Scope } from '#platform/actions/actor.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

/** What waits on a school's desk: names of subjects (VI-101) or of classes (VI-102). */
export type NameKind = 'subject' | 'class';
const CODE_OF: Readonly<Record<NameKind, string>> = { subject: 'VI-101', class: 'VI-102' };

const nameIn = (kind: NameKind): Sql => sql`coalesce(nullif(a.sent->>${sql.lit(kind)}, ''), a.found)`;

/** Condition that an answer (`a`) is about a name, however it is written. */
export const isAboutName = (kind: NameKind, key: string): Sql => sql`a.code = ${sql.lit(CODE_OF[kind])} and a.name_key = ${key}`;

const waitingOf = (kind: NameKind, institutionId: Sql): Sql =>
  sql`a.state = 'waiting' and a.code = ${sql.lit(CODE_OF[kind])} and b.institution_id = ${institutionId} and not b.is_dry_run and not b.is_sandbox`;

const WaitingRow = z.object({
  journalId: z.string().nullable(), journal: z.string().nullable(), key: z.string(), year: z.number(), name: z.string(), rows: z.number(), classes: z.array(z.string()), since: z.date(), likely: z.string().nullable(),
});
export type WaitingRow = z.infer<typeof WaitingRow>;

/** Where the names that wait go on: after a line with so many rows, its key and its e-journal; and how many lines came before. */
export const NamePlace = z.tuple([z.int(), z.string(), z.uuid().nullable(), z.int().min(0)]);
export type NamePlace = z.infer<typeof NamePlace>;

export interface NamesWanted {
  /** Of one school year; `fullest` is the one of which most rows wait. */
  readonly year?: number | 'fullest';
  readonly key?: string;
  /** Of this e-journal alone; null those that came by file. */
  readonly journalId?: string | null;
  readonly after?: NamePlace | null;
  /** So many lines, a name however written being one; all of them where absent, for a name by its key. */
  readonly lines?: number;
}

/** The names that wait, as they were written, with how many rows hang on each and in which classes: line by line, that with most rows first. */
export function listWaitingNames(tx: Read, kind: NameKind, institutionId: string, { year, key, journalId, after, lines }: NamesWanted): Promise<WaitingRow[]> {
  const waiting = waitingOf(kind, sql`${institutionId}::uuid`);
  const ofYear = year === 'fullest' ? sql`(select b.year from intake.answer a join intake.batch b on b.id = a.batch_id where ${waiting} group by b.year order by count(*) desc, b.year desc limit 1)` : sql`${year ?? null}::int`;
  const narrow = every([
    waiting, ...(year === undefined ? [] : [sql`b.year = ${ofYear}`]), ...(key === undefined ? [] : [sql`a.name_key = ${key}`]), ...(journalId === undefined ? [] : [sql`b.journal_id is not distinct from ${journalId}::uuid`]),
  ]);
  const place = sql`-count(*), s.key collate "C", coalesce(s.journal_id::text, '') collate "C"`;
  return tx.all(
    WaitingRow,
    sql`with said as (
        select b.journal_id, a.name_key as key, b.year, ${nameIn(kind)} as name, a.sent->>'class' as class, b.received_at, a.nearest->0->>'value' as likely
        from intake.answer a join intake.batch b on b.id = a.batch_id where ${narrow}
      ), line as (
        select s.journal_id, s.key, count(*)::int as rows from said s group by s.journal_id, s.key
        ${after ? sql`having (${place}) > (${-after[0]}::bigint, ${after[1]}, ${after[2] ?? ''})` : sql``} order by ${place} ${lines === undefined ? sql`` : sql`limit ${lines}`}
      )
      select l.journal_id, j.name as journal, l.key, s.year, s.name, count(*)::int as rows, coalesce(array_agg(distinct s.class) filter (where s.class <> ''), '{}') as classes, min(s.received_at) as since,
        mode() within group (order by s.likely) as likely
      from line l join said s on s.key = l.key and s.journal_id is not distinct from l.journal_id left join intake.journal j on j.id = l.journal_id
      group by l.journal_id, j.name, l.key, s.year, s.name order by 6 desc, 5`,
  );
}

const NamesRow = z.object({ names: z.number() });

/** How many names wait in the institutions of a scope: the work of the desk. */
export const countNamesToMatch = async (tx: Read, scope: Scope): Promise<number> =>
  (await tx.first(
    NamesRow,
    sql`select count(distinct (b.institution_id, b.journal_id, a.code, a.name_key))::int as names from intake.answer a join intake.batch b on b.id = a.batch_id
      where a.state = 'waiting' and not b.is_dry_run and not b.is_sandbox and ${ofScope(sql`b.institution_id`, scope)}`,
  ))!.names;

/** Takes rows with a name off the desk for good: they are not taken, and count as refused. Tells how many. */
export const dropWaiting = (tx: Write, kind: NameKind, institutionId: string, key: string, by: string, now: Date): Promise<number> =>
  tx.first(
    z.object({ rows: z.number() }),
    sql`with named as (
        select a.batch_id, a.row from intake.answer a join intake.batch b on b.id = a.batch_id where ${waitingOf(kind, sql`${institutionId}::uuid`)} and ${isAboutName(kind, key)}
      ), dropped as (
        update intake.answer a set state = 'dropped', settled_at = ${now}, settled_by = ${by} from named n where a.batch_id = n.batch_id and a.row = n.row and a.state = 'waiting' returning a.batch_id, a.row
      ), counted as (select batch_id, count(distinct row)::int as rows from dropped group by batch_id),
      told as (update intake.batch b set waiting = b.waiting - c.rows, refused = b.refused + c.rows from counted c where b.id = c.batch_id returning c.rows)
      select coalesce(sum(rows), 0)::int as rows from told`,
  ).then((found) => found!.rows);

export const insertUnmatched = (
  tx: Write,
  name: { readonly institutionId: string; readonly kind: NameKind; readonly nameKey: string; readonly decision: 'left' | 'dropped'; readonly comment: string; readonly rows: number },
  by: string,
  now: Date,
): Promise<void> => tx.insert('intake.unmatched_name', { ...name, decidedAt: now, decidedBy: by });

const NoteRow = z.object({ nameKey: z.string(), comment: z.string(), decidedAt: z.date() });
export type NameNote = z.infer<typeof NoteRow>;

/** Why names were left for later: the last word on each. */
export const listNotes = (tx: Read, kind: NameKind, institutionId: string): Promise<NameNote[]> =>
  tx.all(
    NoteRow,
    sql`select distinct on (u.name_key) u.name_key, u.comment, u.decided_at from intake.unmatched_name u
      where u.institution_id = ${institutionId} and u.kind = ${kind} and u.decision = 'left' order by u.name_key, u.decided_at desc`,
  );

const WaitsRow = z.object({ institutionId: z.string() });

/** Where a name of a subject from an e-journal waits. */
export const listInstitutionsWaitingFor = async (tx: Read, journalId: string, key: string): Promise<string[]> =>
  (
    await tx.all(
      WaitsRow,
      sql`select distinct b.institution_id from intake.answer a join intake.batch b on b.id = a.batch_id
        where a.state = 'waiting' and ${isAboutName('subject', key)} and b.journal_id = ${journalId} and not b.is_dry_run and not b.is_sandbox`,
    )
  ).map(({ institutionId }) => institutionId);

const CameRow = z.object({ batchId: z.string(), receivedAt: z.date(), code: z.string().nullable(), state: z.enum(['refused', 'waiting']).nullable(), rows: z.number() });
export type CameOfMatch = z.infer<typeof CameRow>;

/**
 * What became of the rows that were looked at again when a match was confirmed, by batch: without a code they were taken; else they were refused for
 * something else, or wait for another name. A row with several codes counts under one of them.
 */
export const listCameOfMatch = (tx: Read, institutionId: string, confirmedAt: Date): Promise<CameOfMatch[]> =>
  tx.all(
    CameRow,
    sql`select s.batch_id, b.received_at, n.code, n.state, count(*)::int as rows from (
        select distinct a.batch_id, a.row from intake.answer a join intake.batch b on b.id = a.batch_id where b.institution_id = ${institutionId} and a.state = 'settled' and a.settled_at = ${confirmedAt}
      ) s join intake.batch b on b.id = s.batch_id
      left join lateral (select a.code, a.state from intake.answer a where a.batch_id = s.batch_id and a.row = s.row and a.state in ('refused', 'waiting') order by a.state, a.code limit 1) n on true
      group by s.batch_id, b.received_at, n.code, n.state order by n.code nulls first, b.received_at, s.batch_id`,
  );

const TakenRow = z.object({ batchId: z.string(), receivedAt: z.date(), name: z.string(), rows: z.number() });
export type TakenOfMatch = z.infer<typeof TakenRow>;

/** The rows that were taken when names were confirmed in one instant, by batch and as the names were written. */
export const listTakenOfMatch = (tx: Read, kind: NameKind, institutionId: string, confirmedAt: Date): Promise<TakenOfMatch[]> =>
  tx.all(
    TakenRow,
    sql`select a.batch_id, b.received_at, ${nameIn(kind)} as name, count(*)::int as rows from intake.answer a join intake.batch b on b.id = a.batch_id
      where b.institution_id = ${institutionId} and a.code = ${sql.lit(CODE_OF[kind])} and a.state = 'settled' and a.settled_at = ${confirmedAt}
        and not exists (select from intake.answer o where o.batch_id = a.batch_id and o.row = a.row and o.state in ('refused', 'waiting'))
      group by 1, 2, 3 order by 2, 1, 3`,
  );

const LearntRow = z.object({ title: z.string(), subjectId: z.number() });

/** What the classes of an institution learn in some school years, by the titles of the register and by those matched with them. */
export const listLearnt = (tx: Read, institutionId: string, years: readonly number[]): Promise<z.infer<typeof LearntRow>[]> =>
  tx.all(
    LearntRow,
    sql`with named as (
        select c.id, c.title from ${ROSTER.classes} c where c.institution_id = ${institutionId} and c.year = any(${[...years]}::int[])
        union select a.class_id, a.title from intake.class_alias a where a.institution_id = ${institutionId} and a.year = any(${[...years]}::int[]) and a.ended_at is null
      ) select distinct n.title, p.subject_id from named n join ${ROSTER.plans} p on p.class_id = n.id order by 1, 2`,
  );
