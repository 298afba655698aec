import { z } from 'zod';
import { joinCode, joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { CANDIDATE_KINDS } from '../domain/candidate-kinds.js';
import { EXAM_KINDS, LEVELS, STAGES, TERMS } from '../domain/exam-words.js';
import { OUTCOMES, WHYS } from '../domain/outcomes.js';
import { outcomeOf, PartShareRow, sharesOf } from './published.js';
import { Day } from './rows.js';

const threshold = sql`(select t.percent from exams.threshold t where t.year = x.year and t.level = x.level and t.superseded_at is null and x.kind = 'centralised exam')`;

const Version = z.object({
  id: z.string(), version: z.number(), why: z.enum(WHYS), decision: z.string(), total: z.number(), parts: z.array(PartShareRow), halfPoints: z.array(z.number().nullable()), rule: z.string(), scoring: z.number(), recordedAt: z.date(), supersededAt: z.date().nullable(),
});
export type ResultVersion = z.infer<typeof Version>;

/** All versions of an entry's result, the latest first. */
export const listVersions = (tx: Read, entryId: string): Promise<ResultVersion[]> =>
  tx.all(
    Version,
    sql`select r.id, r.version, r.why, r.decision, r.total, ${sharesOf(sql`r.scoring_id`, sql`r.per_cents`)} as parts, r.half_points, r.rule, s.version as scoring, r.recorded_at, r.superseded_at
      from exams.result r join exams.scoring s on s.id = r.scoring_id where r.entry_id = ${entryId} order by r.version desc`,
  );

const SittingResult = z.object({
  id: z.string(), personId: z.string(), given: z.string(), family: z.string(), personCode: z.string().nullable(), classTitle: z.string(), candidateAs: z.enum(CANDIDATE_KINDS), candidateCode: z.string().nullable(), outcome: z.enum(OUTCOMES),
  total: z.number().nullable(), perCents: z.array(z.number().nullable()), version: z.number().nullable(), reachesThreshold: z.boolean().nullable(),
});
/** A candidate of a sitting with what came of the exam. */
export type SittingResult = z.infer<typeof SittingResult>;

export interface ResultList {
  readonly sittingId: string;
  readonly withCodes: boolean;
  readonly today: IsoDate;
}

const listed = ({ sittingId, withCodes, today }: ResultList): Sql => sql`(
    select e.id, e.person_id, n.given, n.family, ${withCodes ? sql`c.code` : sql`null::text`} as person_code, e.class_title, e.candidate_as, e.candidate_code, o.outcome, s.total, coalesce(s.per_cents, '{}') as per_cents, s.version,
      s.total >= coalesce(${threshold}, 0) as reaches_threshold, (coalesce(n.family, '') || ' ' || coalesce(n.given, '')) collate platform.latvian as sort_key
    from exams.entry e join exams.exam x on x.id = e.exam_id left join exams.result r on r.entry_id = e.id and r.superseded_at is null
    cross join lateral (select ${outcomeOf} as outcome) o left join exams.result s on s.id = r.id and o.outcome = 'result'
    ${joinName('n', sql`e.person_id`, today)} ${withCodes ? joinCode('c', sql`e.person_id`, today) : sql``}
    where e.sitting_id = ${sittingId} and e.state = 'confirmed')`;

/** A page of a sitting's results by name, after one of its rows. */
export const listSittingResults = (tx: Read, list: ResultList, after: string | null, limit: number): Promise<SittingResult[]> =>
  tx.all(
    SittingResult,
    sql`with l as materialized (select * from ${listed(list)} l)
      select l.* from l ${after ? sql`where (l.sort_key, l.id) > (select b.sort_key, b.id from l b where b.id = ${after})` : sql``} order by l.sort_key, l.id limit ${limit}`,
  );

/** The same whole, a few thousand at a time. */
export const streamSittingResults = (tx: Read, list: ResultList): AsyncIterable<SittingResult> => tx.stream(SittingResult, sql`select l.* from ${listed(list)} l order by l.sort_key, l.id`);

const EventStanding = z.object({
  eventId: z.string(), year: z.number(), code: z.string(), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS), locativeLv: z.string(), nameEn: z.string(), term: z.enum(TERMS), stage: z.enum(STAGES), heldOn: Day, takers: z.number(), results: z.number(), visibleFrom: z.date().nullable(),
});
/** An event with how many took it, how many have a result, and since when or from when they are seen. */
export type EventStanding = z.infer<typeof EventStanding>;

const standings = (where: Sql): Sql => sql`select v.id as event_id, x.year, x.code, x.kind, x.level, x.locative_lv, x.name_en, v.term, n.stage, v.held_on, c.takers, c.results,
    (select p.visible_from from exams.published_event('infinity') p where p.event_id = v.id) as visible_from
  from exams.event v join exams.exam x on x.id = v.exam_id join exams.session n on n.id = v.session_id
  cross join lateral (select count(*)::int as takers, count(r.id)::int as results from exams.entry e left join exams.result r on r.entry_id = e.id and r.superseded_at is null
    where e.event_id = v.id and e.state = 'confirmed' and exists (select from exams.attendance a where a.entry_id = e.id and a.mark in ('present', 'partial'))) c
  where ${where} order by n.stage, v.term desc, v.held_on, x.code`;

/** The events of a year that somebody took. */
export const listStandings = (tx: Read, year: number): Promise<EventStanding[]> => tx.all(EventStanding, sql`select s.* from (${standings(sql`x.year = ${year}`)}) s where s.takers > 0`);
export const findStanding = (tx: Read, eventId: string): Promise<EventStanding | undefined> => tx.first(EventStanding, standings(sql`v.id = ${eventId}`));

const Spread = z.object({ total: z.number(), candidates: z.number() });

/** How many have each total of an event that holds. */
export const countTotals = (tx: Read, eventId: string): Promise<z.infer<typeof Spread>[]> =>
  tx.all(
    Spread,
    sql`select r.total, count(*)::int as candidates from exams.result r join exams.entry e on e.id = r.entry_id where e.event_id = ${eventId} and r.superseded_at is null
      and not exists (select from exams.fact f where f.entry_id = e.id and f.superseded_at is null and f.kind = 'annulled') group by r.total order by r.total`,
  );

const PartMean = z.object({ number: z.number(), nameLv: z.string(), nameEn: z.string(), mean: z.number(), candidates: z.number() });
export type PartMean = z.infer<typeof PartMean>;

/** The mean per cent of each part of an event, in tenths. */
export const listPartMeans = (tx: Read, eventId: string): Promise<PartMean[]> =>
  tx.all(
    PartMean,
    sql`select p.number, p.name_lv, p.name_en, round(avg(r.per_cents[p.place]), 1)::float8 as mean, count(r.per_cents[p.place])::int as candidates
      from exams.result r join exams.entry e on e.id = r.entry_id
      join (select q.scoring_id, q.number, q.name_lv, q.name_en, row_number() over (partition by q.scoring_id order by q.number) as place from exams.part q) p on p.scoring_id = r.scoring_id
      where e.event_id = ${eventId} and r.superseded_at is null group by p.number, p.name_lv, p.name_en having count(r.per_cents[p.place]) > 0 order by p.number`,
  );

/** Whether results of an event may be seen at an instant. */
export const isPublished = async (tx: Read, eventId: string, now: Date): Promise<boolean> =>
  (await tx.first(z.object({ found: z.boolean() }), sql`select exists (select from exams.published_event(${now}::timestamptz) p where p.event_id = ${eventId}) as found`))!.found;
