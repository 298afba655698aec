import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { MadeUpYear } from './load-made-up.js';

const LOADER = 'made-up data';
/** Days before today on which the session's early results were published, and in which works are assessed. */
const PUBLISHED_DAYS_AGO = 5;
const FRESH_DAYS = 14;

const Role = z.object({ eventId: z.string(), code: z.string(), isFirst: z.boolean() });
/** An exam of the session that is under way, held long enough ago to be assessed; the first is the one whose results are out already. */
export type EventUnderWay = z.infer<typeof Role>;

/** The exams of a session that are being assessed, those of the highest level first. */
export const listEventsUnderWay = (tx: Read, { year, today }: MadeUpYear): Promise<EventUnderWay[]> =>
  tx.all(
    Role,
    sql`select v.id as event_id, x.code, row_number() over (order by x.level = 'highest' desc, x.code <> 'LATOL' desc, v.held_on, x.code) = 1 as is_first
      from exams.event v join exams.exam x on x.id = v.exam_id where x.year = ${year} and v.term = 'main' and v.held_on <= ${today}::date - ${FRESH_DAYS}::int
        and exists (select from exams.entry e join exams.attendance a on a.entry_id = e.id and a.has_work where e.event_id = v.id) order by 3 desc, x.code`,
  );

/** Works of an event in an order that is the same each time, with the most half-points of their parts. */
const worksOf = (eventId: string): Sql => sql`(
    select w.id, w.part, w.half_points, p.max_half_points, v.held_on, row_number() over (order by e.candidate_code, w.part) - 1 as at, dense_rank() over (order by e.candidate_code) as candidate
    from exams.work w join exams.entry e on e.id = w.entry_id join exams.event v on v.id = e.event_id
    join exams.scoring s on s.exam_id = e.exam_id and s.superseded_at is null join exams.part p on p.scoring_id = s.id and p.number = w.part where e.event_id = ${eventId})`;

const at = (days: number): Sql => sql`(w.held_on + interval '1 day' * ${days}::int + interval '10 hours 17 minutes' + interval '1 minute' * w.at)`;

/** Two candidates of an event lack a point or two to the threshold. */
export const lowerNearThreshold = (tx: Write, eventId: string, year: number): Promise<number> =>
  tx.run(sql`update exams.work u set half_points = floor(w.max_half_points * (t.percent - 1) / 100.0) from ${worksOf(eventId)} w, exams.event v join exams.exam x on x.id = v.exam_id
    join exams.threshold t on t.year = ${year} and t.level = x.level and t.superseded_at is null where u.id = w.id and w.candidate <= 2 and v.id = ${eventId}`);

/** Two assessments of every work of an event, which agree. */
export const insertAgreeing = (tx: Write, eventId: string, [first, second]: readonly [string, string]): Promise<number> =>
  tx.run(sql`insert into exams.assessment (work_id, round, assessor_id, half_points, taken_at, assessed_at)
    select w.id, r.round, r.assessor, w.half_points, ${at(4)} - interval '9 minutes', ${at(4)} from ${worksOf(eventId)} w cross join (values ('first', ${first}::uuid), ('second', ${second}::uuid)) r (round, assessor)`);

/**
 * The works of an event as assessors have them in their hands: of eight in a row two wait for both, two for the second, three are done, and of one the two differ; one cannot be
 * read, and one is in the hands of `third`, who has assessed none.
 */
export async function leaveHalfAssessed(tx: Write, eventId: string, [first, second, third]: readonly [string, string, string]): Promise<void> {
  await tx.run(sql`insert into exams.assessment (work_id, round, assessor_id, half_points, taken_at, assessed_at)
    select w.id, r.round, r.assessor, case when w.at % 8 = 7 and r.round = 'second' then case when w.half_points >= 10 then w.half_points - 10 else least(w.max_half_points, w.half_points + 10) end else w.half_points end, ${at(4)} - interval '9 minutes', ${at(4)}
    from ${worksOf(eventId)} w join (values ('first', ${first}::uuid), ('second', ${second}::uuid)) r (round, assessor) on w.at % 8 >= case r.round when 'first' then 2 else 4 end`);
  await tx.run(sql`insert into exams.assessment (work_id, round, assessor_id, taken_at) select w.id, 'second', ${third}::uuid, ${at(5)} from ${worksOf(eventId)} w where w.at = 2`);
  await tx.run(sql`update exams.work u set half_points = null, points_from = null, state = case when w.at = 0 then 'unreadable' else 'received' end from ${worksOf(eventId)} w where u.id = w.id and w.at % 8 not in (4, 5, 6)`);
}

/** An event's own publication at nine some days ago: its works were few, and its results did not wait for the others. */
export const publishEarly = (tx: Write, eventId: string, { today }: MadeUpYear, by: { readonly setBy: string; readonly confirmedBy: string }): Promise<number> =>
  tx.run(sql`insert into exams.publication (event_id, visible_from, basis, set_at, set_by, confirmed_at, confirmed_by, announced_at)
    select ${eventId}::uuid, n.at, 'Izdomāts demonstrācijai', n.at - interval '2 days', ${by.setBy}, n.at - interval '1 day', ${by.confirmedBy}, n.at
    from (select (${today}::date - ${PUBLISHED_DAYS_AGO}::int + time '09:00') at time zone 'Europe/Riga' as at) n on conflict do nothing`);

/** An appeal against one of an event's published results that nobody has decided yet, lodged two days ago. @returns how many */
export const insertOpenAppeal = (tx: Write, eventId: string, { today, now }: MadeUpYear): Promise<number> =>
  tx.run(sql`insert into exams.appeal (entry_id, about, parts, reason, lodged_by, channel, lodged_on, due_on, state, result_before, recorded_at, recorded_by)
    select r.entry_id, 'mark', '{1}', 'Pirmajā daļā divi uzdevumi nav vērtēti, lai gan tie ir izpildīti.', 'pupil', 'program', ${today}::date - 2, (${today}::date - 2 + interval '1 month')::date, 'lodged', r.id, ${now}, ${LOADER}
    from exams.visible_result(${now}::timestamptz) r where r.event_id = ${eventId} order by r.total, r.entry_id limit 1`);
