import { expectedRecords, institutionsCounted } from '#modules/education/public.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';
import { z } from 'zod';
import { monthsCovered, type Term } from '../domain/completeness.js';
import { ABSENCE_PERIODS } from '../domain/periods.js';
import { cameFrom } from './came-from.js';

/** The institution and school year that something is counted for. */
export interface Counting {
  readonly institutionId: string;
  readonly year: number;
  readonly terms: readonly Term[];
}

/** Sets institutions to be counted anew. Waits for whoever counts one of them now, so that nothing written meanwhile is overlooked. */
export const touchStanding = (tx: Write, institutionId: string, year: number, now: Date): Promise<number> =>
  tx.run(sql`insert into marks.standing_to_count (institution_id, year, touched_at) values (${institutionId}, ${year}, ${now})
    on conflict (institution_id, year) do update set touched_at = excluded.touched_at`);

/** Every institution with classes or preschool groups in the year. */
export const touchAll = (tx: Write, year: number, now: Date): Promise<number> =>
  tx.run(sql`insert into marks.standing_to_count (institution_id, year, touched_at) select i.institution_id, ${year}::smallint, ${now}::timestamptz from (${institutionsCounted(sql`${year}::smallint`)}) i
    order by 1 on conflict (institution_id, year) do update set touched_at = excluded.touched_at`);

const ToCount = z.object({ institutionId: z.string(), year: z.number() });

/** Takes one institution off the list until the transaction ends, for whoever counts it; others take others. */
export const takeNext = (tx: Write): Promise<z.infer<typeof ToCount> | undefined> =>
  tx.first(
    ToCount,
    sql`delete from marks.standing_to_count where (institution_id, year) = (
      select institution_id, year from marks.standing_to_count order by touched_at limit 1 for update skip locked) returning institution_id, year`,
  );

/** Puts the numbers of an institution's year in the place of earlier ones. */
export async function writeStanding(tx: Write, counting: Counting, now: Date): Promise<void> {
  const { institutionId, year } = counting;
  // Everything here is reached by an index; a partition that was empty when last analysed must not be read whole for every pupil.
  await tx.run(sql`select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)`);
  await tx.run(sql`delete from marks.standing where institution_id = ${institutionId} and year = ${year}`);
  await tx.run(sql`insert into marks.standing (year, period, record, institution_id, due_on, expected, received, late, by_nil, last_entered_at, counted_at)
    select ${year}::smallint, c.period, c.record, ${institutionId}::uuid, c.due_on, sum(c.expected), sum(c.received), sum(c.late), sum(c.by_nil), max(c.last_entered_at), ${now}::timestamptz
    from (${countedRecords(counting)}) c group by c.period, c.record, c.due_on`);
}

/**
 * Expected and received records by class, subject, period and kind, in one statement: `class_id, period, record, due_on, subject_id, expected, received, late,
 * by_nil, last_entered_at`. A correction does not make late what was there in time. Absences of a semester are there when its own totals,
 * its months, or nil reports cover it.
 */
export function countedRecords({ institutionId, year, terms }: Counting): Sql {
  const ofSchool = (alias: string) => sql`${sql.ref(`${alias}.year`)} = ${year}::smallint and ${sql.ref(`${alias}.institution_id`)} = ${institutionId}::uuid`;
  const found = (table: string, item: string) => sql`select e.*, r.person_id is not null as is_there, false as is_nil, ${cameFrom('r', 'entered_at')} as entered_at from expected e
    left join ${sql.table(table)} r on ${ofSchool('r')} and r.person_id = e.person_id and ${sql.ref(`r.${item}`)} = e.item and r.period = e.period and r.state = 'confirmed'`;
  return sql`with term as materialized (select * from jsonb_to_recordset(${JSON.stringify(terms.map(asRow))}::jsonb)
      as t(class_id uuid, period text, record text, day date, semester text, due_on date, first_month int, last_month int, from_age int)),
    expected as materialized (${expectedRecords('term')}),
    covers as (select * from jsonb_to_recordset(${COVERS}::jsonb) as c(period text, first int, last int)),
    nil as (
      select coalesce(range_agg(int4range(c.first, c.last, '[]')), '{}') as months, max(n.reported_at) as reported_at
      from marks.nil_report n join covers c on c.period = n.period where ${ofSchool('n')}),
    present as (
      select e.*, least(greatest(t.first_month, ${monthAfter('e.since', year)}), t.last_month) as first, t.last_month as last from expected e join term t using (class_id, period, record) where e.record = 'absence'),
    found as (
      ${found('marks.mark', 'subject_id')} where e.record = 'mark'
      union all ${found('marks.outcome_mark', 'outcome_id')} where e.record = 'outcome'
      union all
      select p.class_id, p.period, p.record, p.subject_id, p.item, p.person_id, p.since,
        coalesce(own.months, '{}') + nil.months @> int4range(p.first, p.last, '[]'), own.months is null, coalesce(own.entered_at, nil.reported_at)
      from present p cross join nil
      left join lateral (
        select range_agg(int4range(c.first, c.last, '[]')) as months, max(${cameFrom('b', 'entered_at')}) as entered_at from marks.absence b join covers c on c.period = b.period
        where ${ofSchool('b')} and b.person_id = p.person_id and b.state = 'confirmed' and c.first <= p.last and c.last >= p.first) own on true
      where p.first <= p.last
      union all select p.class_id, p.period, p.record, p.subject_id, p.item, p.person_id, p.since, false, false, null from present p where p.first > p.last),
    dated as (
      select f.*, t.due_on, case when f.is_there and (f.entered_at at time zone 'Europe/Riga')::date > t.due_on then not exists (
          select from marks.record_before b where b.institution_id = ${institutionId}::uuid and b.person_id = f.person_id and b.year = ${year}::smallint and b.kind = f.record
            and b.item = f.item and b.period = f.period and ((b.was ->> 'entered_at')::timestamptz at time zone 'Europe/Riga')::date <= t.due_on) end as is_late
      from found f join term t using (class_id, period, record))
    select d.class_id, d.period, d.record, d.due_on, d.subject_id, count(*)::int as expected, count(*) filter (where d.is_there)::int as received,
      count(*) filter (where d.is_late)::int as late, count(*) filter (where d.is_there and d.is_nil)::int as by_nil, max(d.entered_at) filter (where d.is_there) as last_entered_at
    from dated d group by d.class_id, d.period, d.record, d.due_on, d.subject_id`;
}

const COVERS = JSON.stringify(ABSENCE_PERIODS.map((period) => ({ period, first: monthsCovered(period)[0], last: monthsCovered(period)[1] })));

/** The first month that someone placed on a day is answerable for: that of the day where it is within its first week, else the next; September for who began before it. */
const monthAfter = (day: string, year: number): Sql => sql`case when ${sql.ref(day)} < make_date(${year}::int, 9, 8) then 1
  else (extract(month from ${sql.ref(day)})::int + 3) % 12 + 1 + (extract(day from ${sql.ref(day)}) > 7)::int end`;

const asRow = ({ classId, period, record, day, semester, dueOn, firstMonth, lastMonth, fromAge }: Term) => ({
  class_id: classId, period, record, day, semester, due_on: dueOn, first_month: firstMonth, last_month: lastMonth, from_age: fromAge,
});
