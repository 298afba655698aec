import { z } from 'zod';
import { handedOnWithin, learntIn, ofScope } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { CHANNELS, type RecordKind, STATES } from '../domain/record.js';
import { cameFromColumns } from './came-from.js';

const Day = z.string().transform((words) => words as IsoDate);

/** A record of any kind as it is shown: what it is of (`item`: subject, outcome, or 0), its value, and how and when it came. */
const RecordRow = z.object({
  kind: z.enum(['mark', 'outcome', 'absence']),
  year: z.number(),
  institutionId: z.string(),
  personId: z.string(),
  item: z.number(),
  period: z.string(),
  membershipId: z.string(),
  classId: z.string().nullable(),
  scale: z.string(),
  /** Empty for absences. */
  value: z.string(),
  language: z.string().nullable(),
  decidedOn: Day.nullable(),
  justifiedLessons: z.number().nullable(),
  unjustifiedLessons: z.number().nullable(),
  unjustifiedDays: z.number().nullable(),
  reasonGroup: z.string(),
  state: z.enum(STATES),
  channel: z.enum(CHANNELS),
  journalId: z.string().nullable(),
  batchId: z.string().nullable(),
  sourceRecord: z.string(),
  enteredAt: z.date(),
  enteredBy: z.string(),
});
export type RecordRow = z.infer<typeof RecordRow>;

const SHARED = sql`r.year, r.institution_id, r.person_id, r.period, r.membership_id, r.class_id, r.state, r.source_record, ${cameFromColumns('r', ['channel', 'journal_id', 'batch_id', 'entered_at', 'entered_by'])}`;
const NO_TOTALS = sql`null::int as justified_lessons, null::int as unjustified_lessons, null::int as unjustified_days, '' as reason_group`;
const COLUMNS: Readonly<Record<RecordKind, Sql>> = {
  mark: sql`'mark' as kind, ${SHARED}, r.subject_id as item, r.scale, r.value, r.language, r.decided_on, ${NO_TOTALS}`,
  outcome: sql`'outcome' as kind, ${SHARED}, r.outcome_id as item, r.scale, r.value, null as language, r.decided_on, ${NO_TOTALS}`,
  absence: sql`'absence' as kind, ${SHARED}, 0 as item, '' as scale, '' as value, null as language, null::date as decided_on,
    r.justified_lessons::int, r.unjustified_lessons::int, r.unjustified_days::int, r.reason_group`,
};
const TABLES: Readonly<Record<RecordKind, string>> = { mark: 'marks.mark', outcome: 'marks.outcome_mark', absence: 'marks.absence' };

/** What people had recorded of them, wherever they learnt: one look by the key of each table, whatever the number of years and schools. */
const recordsOf = (kind: RecordKind, persons: readonly string[], year: number | null, where: Sql): Sql => sql`
  select ${COLUMNS[kind]} from ${learntIn(persons, year)} at join ${sql.table(TABLES[kind])} r on r.year = at.year and r.institution_id = at.institution_id and r.person_id = at.person_id
  where r.state <> 'draft' ${year === null ? sql`` : sql`and r.year = ${year}`} and ${where}`;

export interface ClassRecords {
  readonly kind: RecordKind;
  readonly year: number;
  readonly institutionId: string;
  readonly persons: readonly string[];
  /** One period, or all. */
  readonly period: string | null;
  readonly scope: Scope;
}

/** Records of pupils in an institution, and those that their earlier school of the year made, where the scope's institution is the next. */
export const listRecordsOf = (tx: Read, { kind, year, institutionId, persons, period, scope }: ClassRecords): Promise<RecordRow[]> =>
  tx.all(
    RecordRow,
    recordsOf(kind, persons, year, sql`r.state = 'confirmed' ${period === null ? sql`` : sql`and r.period = ${period}`}
      and ((r.institution_id = ${institutionId} and ${ofScope(sql`r.institution_id`, scope)}) or (r.institution_id <> ${institutionId} and ${handedOnWithin(sql`r.membership_id`, sql`r.year`, scope)}))`),
  );

/** Everything of one person that the scope covers, the latest year first; with what was handed on from an earlier school of a year. */
export const listRecordsOfPerson = (tx: Read, personId: string, year: number | null, scope: Scope): Promise<RecordRow[]> => {
  const covered = sql`(${ofScope(sql`r.institution_id`, scope)} or ${handedOnWithin(sql`r.membership_id`, sql`r.year`, scope)})`;
  const of = (kind: RecordKind) => recordsOf(kind, [personId], year, sql`r.state = 'confirmed' and ${covered}`);
  return tx.all(RecordRow, sql`select * from (${of('mark')} union all ${of('outcome')} union all ${of('absence')}) found order by year desc, institution_id, kind, item, period`);
};

/** Those of some people of whom anything is recorded. */
export const listPeopleWithRecords = async (tx: Read, people: readonly string[]): Promise<string[]> => {
  const of = (kind: RecordKind) => sql`select 1 from ${sql.table(TABLES[kind])} r where r.year = at.year and r.institution_id = at.institution_id and r.person_id = at.person_id and r.state = 'confirmed'`;
  const rows = await tx.all(z.object({ personId: z.string() }), sql`select distinct at.person_id from ${learntIn(people, null)} at where exists (${of('mark')}) or exists (${of('outcome')}) or exists (${of('absence')})`);
  return rows.map(({ personId }) => personId);
};

/** What makes a record one. */
export interface RecordKey {
  readonly kind: RecordKind;
  readonly year: number;
  readonly institutionId: string;
  readonly personId: string;
  readonly item: number;
  readonly period: string;
}

const itemIs = ({ kind, item }: RecordKey): Sql => (kind === 'absence' ? sql`true` : sql`r.${sql.ref(kind === 'mark' ? 'subject_id' : 'outcome_id')} = ${item}`);

/** One record, withdrawn ones too. */
export const findRecord = (tx: Read, key: RecordKey): Promise<RecordRow | undefined> =>
  tx.first(
    RecordRow,
    sql`select ${COLUMNS[key.kind]} from ${sql.table(TABLES[key.kind])} r
      where r.year = ${key.year} and r.institution_id = ${key.institutionId} and r.person_id = ${key.personId} and ${itemIs(key)} and r.period = ${key.period} and r.state <> 'draft'`,
  );

const BeforeRow = z.object({
  value: z.string().nullable(), justifiedLessons: z.number().nullable(), unjustifiedLessons: z.number().nullable(), unjustifiedDays: z.number().nullable(), language: z.string().nullable(), state: z.string(), channel: z.enum(CHANNELS),
  enteredAt: z.date(), enteredBy: z.string(), journalId: z.string().nullable(), batchId: z.string().nullable(), reason: z.string(), orderNr: z.string(), supersededAt: z.date(), supersededBy: z.string(),
});
export type RecordBefore = z.infer<typeof BeforeRow>;

/** What a record was before each correction or withdrawal, the latest first. */
export const listBefore = (tx: Read, key: RecordKey): Promise<RecordBefore[]> =>
  tx.all(
    BeforeRow,
    sql`select b.was ->> 'value' as value, (b.was ->> 'justified_lessons')::int as justified_lessons, (b.was ->> 'unjustified_lessons')::int as unjustified_lessons,
        (b.was ->> 'unjustified_days')::int as unjustified_days, b.was ->> 'language' as language, b.was ->> 'state' as state, b.was ->> 'channel' as channel, (b.was ->> 'entered_at')::timestamptz as entered_at,
        b.was ->> 'entered_by' as entered_by, (b.was ->> 'journal_id')::uuid as journal_id, (b.was ->> 'batch_id')::uuid as batch_id, b.reason, b.order_nr, b.superseded_at, b.superseded_by
      from marks.record_before b
      where b.institution_id = ${key.institutionId} and b.person_id = ${key.personId} and b.year = ${key.year} and b.kind = ${key.kind} and b.item = ${key.item} and b.period = ${key.period}
      order by b.superseded_at desc, b.id desc`,
  );

const TotalsRow = z.object({ period: z.string(), justifiedLessons: z.number(), unjustifiedLessons: z.number() });

/** Totals of a pupil's absences in an institution and year. */
export const listTotals = (tx: Read, { year, institutionId, personId }: Pick<RecordKey, 'year' | 'institutionId' | 'personId'>): Promise<z.infer<typeof TotalsRow>[]> =>
  tx.all(
    TotalsRow,
    sql`select r.period, r.justified_lessons::int, r.unjustified_lessons::int from marks.absence r
      where r.year = ${year} and r.institution_id = ${institutionId} and r.person_id = ${personId} and r.state = 'confirmed'`,
  );
