import { z } from 'zod';
import { ofScope, ROSTER } from '#modules/education/public.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

/** What waits on a school's desk: names of subjects (VI-101) or of classes (VI-102). */
export type NameKind = 'subject' | 'class';
const CODE_OF: Readonly<Record<NameKind, string>> = { subject: 'VI-101', class: 'VI-102' };

const nameIn = (kind: NameKind): Sql => sql`coalesce(nullif(a.sent->>${sql.lit(kind)}, ''), a.found)`;

/** Condition that an answer (`a`) is about a name, written in one of some ways. */
export const isAboutName = (kind: NameKind, written: readonly string[]): Sql => sql`a.code = ${sql.lit(CODE_OF[kind])} and ${nameIn(kind)} = any(${[...written]}::text[])`;

const waitingOf = (kind: NameKind, institutionId: Sql): Sql =>
  sql`a.state = 'waiting' and a.code = ${sql.lit(CODE_OF[kind])} and b.institution_id = ${institutionId} and not b.is_dry_run and not b.is_sandbox`;

const WaitingRow = z.object({ journalId: z.string().nullable(), journal: z.string().nullable(), year: z.number(), name: z.string(), rows: z.number(), classes: z.array(z.string()), since: z.date(), likely: z.string().nullable() });
export type WaitingRow = z.infer<typeof WaitingRow>;

/** More names than this are no longer matched one by one. */
const MOST_NAMES = 500;

/** The names that wait, as they were written, with how many rows hang on each and in which classes. */
export const listWaitingNames = (tx: Read, kind: NameKind, institutionId: string): Promise<WaitingRow[]> =>
  tx.all(
    WaitingRow,
    sql`select b.journal_id, j.name as journal, b.year, ${nameIn(kind)} as name, count(*)::int as rows, coalesce(array_agg(distinct a.sent->>'class') filter (where a.sent->>'class' <> ''), '{}') as classes, min(b.received_at) as since,
        mode() within group (order by a.nearest->0->>'value') as likely
      from intake.answer a join intake.batch b on b.id = a.batch_id left join intake.journal j on j.id = b.journal_id
      where ${waitingOf(kind, sql`${institutionId}::uuid`)} group by b.journal_id, j.name, b.year, 4 order by 5 desc, 4 limit ${MOST_NAMES}`,
  );

const NamesRow = z.object({ names: z.number() });

/** How many names wait in the institutions of a scope: the work of the desk. */
export const countNamesToMatch = async (tx: Read, scope: Scope): Promise<number> =>
  (await tx.first(
    NamesRow,
    sql`select count(distinct (b.institution_id, b.journal_id, a.code, a.found))::int as names from intake.answer a join intake.batch b on b.id = a.batch_id
      where a.state = 'waiting' and not b.is_dry_run and not b.is_sandbox and ${ofScope(sql`b.institution_id`, scope)}`,
  ))!.names;

/** Takes rows with these names off the desk for good: they are not taken, and count as refused. Tells how many. */
export const dropWaiting = (tx: Write, kind: NameKind, institutionId: string, names: readonly string[], by: string, now: Date): Promise<number> =>
  tx.first(
    z.object({ rows: z.number() }),
    sql`with named as (
        select a.batch_id, a.row from intake.answer a join intake.batch b on b.id = a.batch_id where ${waitingOf(kind, sql`${institutionId}::uuid`)} and ${isAboutName(kind, names)}
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

const WaitsRow = z.object({ institutionId: z.string(), name: z.string() });

/** Where names of subjects from an e-journal wait. */
export const listInstitutionsWaitingFor = (tx: Read, journalId: string): Promise<z.infer<typeof WaitsRow>[]> =>
  tx.all(
    WaitsRow,
    sql`select distinct b.institution_id, ${nameIn('subject')} as name from intake.answer a join intake.batch b on b.id = a.batch_id
      where a.state = 'waiting' and a.code = 'VI-101' and b.journal_id = ${journalId} and not b.is_dry_run and not b.is_sandbox`,
  );

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
