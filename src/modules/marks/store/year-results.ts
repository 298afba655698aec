import { z } from 'zod';
import { ASSESSED_OUTCOMES, type InClass, learntBy } from '#modules/education/public.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const ResultRow = z.object({ personId: z.string(), classId: z.string(), grade: z.number(), subject: z.string(), subjectEn: z.string(), exempt: z.boolean(), points: z.number().nullable(), postPoints: z.number().nullable(), outcomesAssessed: z.boolean(), entered: z.boolean(), begun: z.boolean() });
export type ResultRow = z.infer<typeof ResultRow>;

/**
 * The year's results of pupils in everything their classes learn, as the rules of promotion see them: marks of the ten-point scale, that of the
 * post-examination beside, and in grades 1 to 3 whether each outcome is assessed. nv is no result, but it is entered; atb is exempt. One statement for any number.
 */
export const listYearResults = (tx: Read, pupils: readonly InClass[]): Promise<ResultRow[]> =>
  tx.all(
    ResultRow,
    sql`select p.person_id, p.class_id, p.grade, p.subject, p.subject_en, p.is_exempt or coalesce(its.value = 'atb', false) as exempt, ${points('its')} as points, ${points('post')} as post_points,
        ${eachOutcome(sql`and r.value <> 'nv'`)} as outcomes_assessed, case when p.grade <= 3 then ${eachOutcome(sql``)} else its.value is not null end as entered,
        case when p.grade <= 3 then ${anyOutcome} else its.value is not null end as begun
      from ${learntBy(pupils)} p ${mark('its', 'YEAR')} ${mark('post', 'POST')}
      where p.grade is not null order by p.person_id, p.subject`,
  );

/** Whether each outcome of a subject has a record of the year, of those that a condition on `r` leaves. */
const eachOutcome = (which: Sql) => sql`not exists (select from ${ASSESSED_OUTCOMES} o where o.grade = p.grade and o.subject_id = p.subject_id and not exists (
          select from marks.outcome_mark r where r.year = p.year and r.institution_id = p.institution_id and r.person_id = p.person_id and r.outcome_id = o.outcome_id and r.period = 'YEAR'
            and r.state = 'confirmed' ${which}))`;

/** Whether an outcome of a subject has a record of the year. */
const anyOutcome = sql`exists (select from ${ASSESSED_OUTCOMES} o join marks.outcome_mark r on r.outcome_id = o.outcome_id
          where o.grade = p.grade and o.subject_id = p.subject_id and r.year = p.year and r.institution_id = p.institution_id and r.person_id = p.person_id and r.period = 'YEAR' and r.state = 'confirmed')`;

const mark = (alias: string, period: string) => sql`left join marks.mark ${sql.ref(alias)} on ${sql.ref(`${alias}.year`)} = p.year and ${sql.ref(`${alias}.institution_id`)} = p.institution_id
  and ${sql.ref(`${alias}.person_id`)} = p.person_id and ${sql.ref(`${alias}.subject_id`)} = p.subject_id and ${sql.ref(`${alias}.period`)} = ${period} and ${sql.ref(`${alias}.state`)} = 'confirmed'`;
const points = (alias: string) => sql`case when ${sql.ref(`${alias}.scale`)} = 'TEN' and ${sql.ref(`${alias}.value`)} ~ '^[0-9]+$' then ${sql.ref(`${alias}.value`)}::int end`;

const MissingRow = z.object({ subject: z.string(), subjectEn: z.string() });

/** Subjects of a pupil's plan in which a period has no assessment yet: no mark, or an outcome of the grade that is not assessed. */
export const listMissing = (tx: Read, pupil: InClass, period: 'S1' | 'S2' | 'YEAR'): Promise<z.infer<typeof MissingRow>[]> =>
  tx.all(
    MissingRow,
    sql`select p.subject, p.subject_en from ${learntBy([pupil])} p
      where not p.is_exempt and p.semesters <> ${period === 'S1' ? 'second' : period === 'S2' ? 'first' : 'none'} and case when p.grade <= 3
        then exists (select from ${ASSESSED_OUTCOMES} o where o.grade = p.grade and o.subject_id = p.subject_id and not exists (
          select from marks.outcome_mark r where r.year = p.year and r.institution_id = p.institution_id and r.person_id = p.person_id and r.outcome_id = o.outcome_id and r.period = ${period} and r.state = 'confirmed'))
        else not exists (select from marks.mark r where r.year = p.year and r.institution_id = p.institution_id and r.person_id = p.person_id and r.subject_id = p.subject_id and r.period = ${period} and r.state = 'confirmed') end
      order by p.subject collate platform.latvian`,
  );

/** Periods, months among them, for which a pupil has totals of absences in an institution. */
export const listMonthsEntered = async (tx: Read, personId: string, institutionId: string, year: number): Promise<string[]> =>
  (await tx.all(z.object({ period: z.string() }), sql`select r.period from marks.absence r where r.year = ${year} and r.institution_id = ${institutionId} and r.person_id = ${personId} and r.state = 'confirmed'`)).map(({ period }) => period);
