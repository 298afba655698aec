import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { type Denominated, SCORING_RULE, SCORING_RULE_OF_REST } from '../domain/scoring.js';
import type { Why } from '../domain/outcomes.js';
import { IdRow, type Recording } from './rows.js';

export interface Counting {
  readonly eventId: string;
  readonly scoringId: string;
  readonly shares: Denominated;
  /** Whether a part from which someone is exempt counts as zero, instead of being left out. */
  readonly exemptAsZero: boolean;
  /** Only these entries; all of the event where nothing is said. */
  readonly entryIds?: readonly string[] | undefined;
}

const exemptFrom = sql`exists (select from exams.fact f where f.entry_id = e.id and f.superseded_at is null and f.kind = 'exempt' and (f.parts is null or s.number = any(f.parts)))`;
/** Who took at least one part, and was not expelled from any. */
const tookPart = sql`(exists (select from exams.attendance a where a.entry_id = e.id and a.mark in ('present', 'partial')) and not exists (select from exams.attendance a where a.entry_id = e.id and a.mark = 'expelled'))`;
const among = ({ entryIds }: Counting): Sql => (entryIds ? sql`e.id = any(${[...entryIds]}::uuid[])` : sql`true`);

/**
 * What the points of works make of everybody of an event who took it, as `scorePercent` counts: whole numbers over one denominator, rounded down at the end.
 * Whoever has a part that is still without points is left out. `div` of numerics is exact.
 */
const counted = (of: Counting): Sql => sql`(
    select d.entry_id, array_agg(d.half_points order by d.number) as half_points, array_agg((100 * d.half_points / d.most)::smallint order by d.number) as per_cents,
      div(100 * sum(d.share * coalesce(d.half_points, 0)), ${of.shares.denominator}::numeric * sum(d.weight) filter (where d.counts))::smallint as total,
      case when bool_and(d.counts) then ${SCORING_RULE} else ${SCORING_RULE_OF_REST} end as rule
    from (
      select e.id as entry_id, s.number, s.share, s.most, s.weight, case when exempt then null else coalesce(w.half_points, 0) end as half_points,
        not exempt or ${of.exemptAsZero}::boolean as counts, exempt or w.half_points is not null or coalesce(not a.has_work, false) as ready
      from exams.entry e
      cross join unnest(${of.shares.parts.map(({ number }) => number)}::smallint[], ${of.shares.parts.map(({ share }) => String(share))}::numeric[], ${of.shares.parts.map(({ maxHalfPoints }) => maxHalfPoints)}::integer[], ${of.shares.parts.map(({ weight }) => weight)}::integer[]) s (number, share, most, weight)
      cross join lateral (select ${exemptFrom} as exempt) x
      left join exams.attendance a on a.entry_id = e.id and a.part = s.number
      left join exams.work w on w.entry_id = e.id and w.part = s.number
      where e.event_id = ${of.eventId} and e.state = 'confirmed' and ${among(of)} and ${tookPart}) d
    group by d.entry_id having bool_and(d.ready) and bool_or(d.counts))`;

const Changed = z.object({ entryId: z.string(), version: z.number(), institutionId: z.string() });
export type ChangedResult = z.infer<typeof Changed>;

/** One event is counted by one at a time. */
export const lockEvent = (tx: Write, eventId: string): Promise<unknown> => tx.first(IdRow, sql`select v.id from exams.event v where v.id = ${eventId} for no key update`);

/** Ends the results that the points no longer make, and those of whoever took no part after all. @returns how many */
export const supersedeChanged = (tx: Write, of: Counting, { recordedAt }: Recording): Promise<number> =>
  tx.run(sql`update exams.result r set superseded_at = ${recordedAt} from exams.entry e left join ${counted(of)} c on c.entry_id = e.id
    where e.event_id = ${of.eventId} and ${among(of)} and r.entry_id = e.id and r.superseded_at is null
      and (c.entry_id is null and not ${tookPart} or c.entry_id is not null and (c.half_points, c.per_cents, c.total, c.rule) is distinct from (r.half_points, r.per_cents, r.total, r.rule))`);

/** Writes a version for everybody whose points are there and who has no result that holds. @returns what was written; the first versions among them only counted by the caller */
export const insertCounted = (tx: Write, of: Counting, why: Exclude<Why, 'first'>, decision: string, { recordedAt, recordedBy }: Recording): Promise<ChangedResult[]> =>
  tx.all(
    Changed,
    sql`with made as (
        insert into exams.result (entry_id, version, scoring_id, rule, half_points, per_cents, total, why, decision, recorded_at, recorded_by)
        select c.entry_id, b.latest + 1, ${of.scoringId}, c.rule, c.half_points, c.per_cents, c.total, case b.latest when 0 then 'first' else ${why} end, case b.latest when 0 then '' else ${decision} end, ${recordedAt}::timestamptz, ${recordedBy}
        from ${counted(of)} c cross join lateral (select coalesce(max(r.version), 0) as latest from exams.result r where r.entry_id = c.entry_id) b
        where not exists (select from exams.result r where r.entry_id = c.entry_id and r.superseded_at is null)
        returning entry_id, version)
      select m.entry_id, m.version, g.institution_id from made m join exams.entry e on e.id = m.entry_id join exams.sitting g on g.id = e.sitting_id order by m.entry_id`,
  );

const Standing = z.object({ takers: z.number(), ready: z.number(), results: z.number() });
export type Standing = z.infer<typeof Standing>;

/** How far an event is: who took it, whose points are all there, who has a result. */
export const countStanding = async (tx: Read, of: Counting): Promise<Standing> =>
  (await tx.first(
    Standing,
    sql`select (select count(*) from exams.entry e where e.event_id = ${of.eventId} and e.state = 'confirmed' and ${tookPart})::int as takers, (select count(*) from ${counted(of)} c)::int as ready,
        (select count(*) from exams.result r join exams.entry e on e.id = r.entry_id where e.event_id = ${of.eventId} and r.superseded_at is null)::int as results`,
  ))!;
