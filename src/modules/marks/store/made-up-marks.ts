import { z } from 'zod';
import { expectedRecords, institutionsCounted, institutionsWithClasses, membershipInClass } from '#modules/education/public.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { Term } from '../domain/completeness.js';
import type { MadeUpState } from '../domain/made-up-states.js';

export interface MadeUpTerms {
  readonly institutionId: string;
  readonly year: number;
  readonly terms: readonly Term[];
  readonly state: MadeUpState;
  /** Per cent of the columns (a subject or an outcome of a class) that are filled. */
  readonly share: number;
  readonly seed: number;
  readonly now: Date;
}

/** Institutions with classes in a year, in the order of their numbers. */
export const listSchoolsOf = (tx: Read, year: number, limit: number): Promise<{ id: string; regNr: string }[]> =>
  tx.all(z.object({ id: z.string(), regNr: z.string() }), sql`select i.id, i.reg_nr from institutions.institution i where i.id in (${institutionsWithClasses(sql`${year}::smallint`)}) order by i.reg_nr limit ${limit}`);

/** Preschools of a year: institutions with groups of them and no classes. */
export const listPreschoolsOf = async (tx: Read, year: number, limit: number): Promise<string[]> =>
  (await tx.all(
    z.object({ id: z.string() }),
    sql`select i.id from institutions.institution i where i.id in (${institutionsCounted(sql`${year}::smallint`)}) and i.id not in (${institutionsWithClasses(sql`${year}::smallint`)}) order by i.reg_nr limit ${limit}`,
  )).map(({ id }) => id);

/** Makes up marks and outcomes of a school's terms by one statement each, and totals of absences of the months that are over. @returns how many rows */
export async function insertMadeUpMarks(tx: Write, of: MadeUpTerms): Promise<number> {
  const marks = await tx.run(sql`${drawn(of, 'mark')}
    insert into marks.mark (year, institution_id, person_id, subject_id, period, membership_id, class_id, scale, value, state, channel, entered_at, entered_by)
    select ${of.year}::smallint, ${of.institutionId}::uuid, d.person_id, d.item, d.period, d.membership_id, d.class_id, 'TEN',
      case when d.luck % 61 = 0 then 'nv' else greatest(3, least(10, 4 + d.gift + d.luck % 3 - (d.luck % 11 = 0)::int * 3))::text end, 'confirmed', ${of.state.channel}, d.entered_at, ${LOADER}
    from drawn d where d.membership_id is not null on conflict do nothing`);
  const outcomes = await tx.run(sql`${drawn(of, 'outcome')}
    insert into marks.outcome_mark (year, institution_id, person_id, outcome_id, period, membership_id, class_id, scale, value, state, channel, entered_at, entered_by)
    select ${of.year}::smallint, ${of.institutionId}::uuid, d.person_id, d.item, d.period, d.membership_id, d.class_id, 'STAP',
      (array['S', 'T', 'T', 'A', 'A', 'P'])[1 + least(5, d.gift + (d.luck % 2) + (d.period <> 'S1')::int - (d.gift > 3)::int)], 'confirmed', ${of.state.channel}, d.entered_at, ${LOADER}
    from drawn d where d.membership_id is not null on conflict do nothing`);
  return marks + outcomes + (of.state.absences === 'none' || of.share === 0 ? 0 : await insertAbsences(tx, of));
}

const insertAbsences = (tx: Write, of: MadeUpTerms): Promise<number> =>
  tx.run(sql`${drawn({ ...of, share: of.state.absences === 'half' ? 50 : 100 }, 'absence')}, monthly as (
      select d.*, m, abs(hashtextextended(d.person_id::text || m, ${of.seed}::bigint)) % 1000 as turn, make_date(${of.year}::int + (m > 4)::int, (m + 7) % 12 + 1, 1) as month
      from drawn d cross join lateral generate_series(d.first_month, d.last_month) m where d.period in ('S1', 'S2'))
    insert into marks.absence (year, institution_id, person_id, period, membership_id, class_id, justified_lessons, unjustified_lessons, state, channel, entered_at, entered_by)
    select ${of.year}::smallint, ${of.institutionId}::uuid, d.person_id, 'M' || to_char(d.month, 'MM'), d.membership_id, d.class_id, d.turn % 9,
      case when ${of.state.absences === 'nil'} then 0 when d.turn % 89 = 0 then 24 when d.turn % 9 = 0 then 1 + d.turn % 7 else 0 end, 'confirmed', ${of.state.channel},
      least(d.month + interval '1 month' + (2 + d.turn % 5) * interval '1 day' + interval '9 hours', ${of.now}::timestamptz), ${LOADER}
    from monthly d where d.membership_id is not null on conflict do nothing`);

const LOADER = 'made-up data';

/**
 * What the members of the terms' classes are expected to have, the filled columns of it, as `drawn`: chance is a hash of person or of the class's place in its
 * school, item and period, so that every demonstration is the same.
 * What is due already came before its day, or after it where it is late.
 */
const drawn = ({ terms, share, state, seed, now }: MadeUpTerms, record: Term['record']): Sql => sql`with term as materialized (
    select * from jsonb_to_recordset(${JSON.stringify(terms.filter((term) => term.record === record).map(asRow(placesOf(terms))))}::jsonb)
      as t(class_id uuid, place int, period text, record text, day date, semester text, due_on date, first_month int, last_month int, from_age int)),
  chance as (
    select e.*, t.due_on, t.first_month, t.last_month, ${membershipInClass(sql`e.person_id`, sql`e.class_id`)} as membership_id,
      abs(hashtextextended(e.person_id::text || e.item || e.period, ${seed}::bigint)) % 100003 as luck, abs(hashtextextended(e.person_id::text, ${seed}::bigint)) % 5 as gift,
      abs(hashtextextended(t.place || '.' || e.item || e.period, ${seed}::bigint)) % 100 as of_column, abs(hashtextextended(t.place || '.' || e.item, ${seed}::bigint + 1)) % 100 as lateness
    from (${expectedRecords('term')}) e join term t using (class_id, period, record)),
  drawn as (
    select c.*, least(${now}::timestamptz - (1 + c.luck % 12) * interval '1 hour',
        c.due_on + case when c.lateness < ${state.late} then 1 + c.luck % 5 else -(1 + c.luck % 6) end * interval '1 day' + (8 + c.luck % 9) * interval '1 hour') as entered_at
    from chance c where c.of_column < ${share})`;

/** Classes by their identifier, in the order in which they were given. */
const placesOf = (terms: readonly Term[]): ReadonlyMap<string, number> => new Map([...new Set(terms.map(({ classId }) => classId))].map((id, place) => [id, place]));

const asRow = (places: ReadonlyMap<string, number>) => ({ classId, period, record, day, semester, dueOn, firstMonth, lastMonth, fromAge }: Term) => ({
  class_id: classId, place: places.get(classId), period, record, day, semester, due_on: dueOn, first_month: firstMonth, last_month: lastMonth, from_age: fromAge,
});
