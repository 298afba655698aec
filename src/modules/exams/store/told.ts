import { type Sql, sql } from '#platform/db/sql.js';
import { outcomeOf } from './published.js';

const threshold = sql`(select t.percent from exams.threshold t where t.year = x.year and t.level = x.level and t.superseded_at is null)`;

/** What came of each entry for a centralised exam whose results are published at an instant, as a table to select from: `entry_id`, `person_id`, `event_id`, `year`, `code`, `stage`, `term`, `result_id`, `outcome`. */
export const publishedOutcomes = (now: Date): Sql => sql`(
    select e.id as entry_id, e.person_id, e.event_id, x.year, x.code, n.stage, e.term, r.id as result_id, o.outcome
    from exams.published_event(${now}::timestamptz) p join exams.event v on v.id = p.event_id join exams.session n on n.id = v.session_id join exams.exam x on x.id = p.exam_id and x.kind = 'centralised exam'
    join exams.entry e on e.event_id = p.event_id and e.state = 'confirmed' left join exams.result r on r.entry_id = e.id and r.superseded_at is null cross join lateral (select ${outcomeOf} as outcome) o)`;

/**
 * Joins what may be told at an instant of an entry and of one version of its result: nothing before publication, and no numbers where the result is annulled. `parts` are per cents in
 * the order of the parts, null for someone exempt from one.
 */
export const joinTold = (alias: string, entryId: Sql, resultId: Sql, now: Date): Sql => sql`join lateral (
    select x.year, x.code, x.level, e.term, o.outcome, told.version, told.per_cents as parts, told.total, told.superseded_at is null as holds, told.total >= coalesce(${threshold}, 0) as reaches_threshold,
      (select f.cefr_level from exams.fact f where f.entry_id = e.id and f.superseded_at is null and f.kind = 'replaced') as replaced_by
    from exams.entry e join exams.exam x on x.id = e.exam_id join exams.published_event(${now}::timestamptz) p on p.event_id = e.event_id left join exams.result r on r.entry_id = e.id and r.superseded_at is null
    cross join lateral (select ${outcomeOf} as outcome) o left join exams.result told on told.id = ${resultId} and o.outcome = 'result' where e.id = ${entryId}
  ) ${sql.ref(alias)} on true`;
