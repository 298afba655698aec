import { z } from 'zod';
import { sharedRows } from '#platform/db/sharing.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { EXAM_KINDS, LEVELS, STAGES, type Stage, TERMS, type Term } from '../domain/exam-words.js';
import { OUTCOMES, WHYS } from '../domain/outcomes.js';
import { Day } from './rows.js';

/** A part with its whole per cent; null for someone who is exempt from it. */
export const PartShareRow = z.object({ number: z.number(), nameLv: z.string(), nameEn: z.string(), perCent: z.number().nullable() });

/** The parts of a result by the scoring that made it, as one value. */
export const sharesOf = (scoringId: Sql, perCents: Sql): Sql => sql`(
    select jsonb_agg(jsonb_build_object('number', p.number, 'nameLv', p.name_lv, 'nameEn', p.name_en, 'perCent', (${perCents})[p.place]) order by p.number)
    from (select q.number, q.name_lv, q.name_en, row_number() over (order by q.number) as place from exams.part q where q.scoring_id = ${scoringId}) p)`;

const ofExam = { year: z.number(), code: z.string(), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS), nameLv: z.string(), locativeLv: z.string(), nameEn: z.string() };
const EXAM = sql`x.year, x.code, x.kind, x.level, x.name_lv, x.locative_lv, x.name_en`;
const threshold = sql`(select t.percent from exams.threshold t where t.year = x.year and t.level = x.level and t.superseded_at is null and x.kind = 'centralised exam')`;

const Certifiable = z.object({
  ...ofExam, entryId: z.string(), personId: z.string(), institutionId: z.string(), sittingId: z.string(), eventId: z.string(), term: z.enum(TERMS), heldOn: Day, candidateCode: z.string(),
  resultId: z.string(), version: z.number(), why: z.enum(WHYS), total: z.number(), parts: z.array(PartShareRow), recordedAt: z.date(), threshold: z.number().nullable(), reachesThreshold: z.boolean(),
});
/** The result that holds of a centralised exam, with all that a certificate says but the person's names. */
export type Certifiable = z.infer<typeof Certifiable>;

export type CertifiableOf = { readonly year: number; readonly code: string } | { readonly sittingId: string } | { readonly entryIds: readonly string[] };

const within = (of: CertifiableOf): Sql => {
  if ('sittingId' in of) return sql`e.sitting_id = ${of.sittingId}`;
  return 'code' in of ? sql`x.year = ${of.year} and x.code = ${of.code}` : sql`e.id = any(${[...of.entryIds]}::uuid[])`;
};

/**
 * Results of centralised exams that hold and are not annulled, visible or not, also those below the threshold (`reachesThreshold`), in the order of their entries.
 * Whoever shows anything of them asks `visibleEntries` first.
 */
export const listCertifiable = (tx: Read, of: CertifiableOf, after: string | null, limit: number): Promise<Certifiable[]> =>
  tx.all(
    Certifiable,
    sql`select ${EXAM}, e.id as entry_id, e.person_id, g.institution_id, e.sitting_id, e.event_id, e.term, v.held_on, e.candidate_code, r.id as result_id, r.version, r.why, r.total, ${sharesOf(sql`r.scoring_id`, sql`r.per_cents`)} as parts, r.recorded_at,
        ${threshold} as threshold, coalesce(r.total >= ${threshold}, true) as reaches_threshold
      from exams.entry e join exams.exam x on x.id = e.exam_id join exams.event v on v.id = e.event_id join exams.sitting g on g.id = e.sitting_id join exams.result r on r.entry_id = e.id and r.superseded_at is null
      where ${within(of)} and e.state = 'confirmed' and x.kind = 'centralised exam' and ${after ? sql`e.id > ${after}` : sql`true`}
        and not exists (select from exams.fact f where f.entry_id = e.id and f.superseded_at is null and f.kind in ('annulled', 'replaced'))
      order by e.id limit ${limit}`,
  );

const Visible = z.object({ entryId: z.string(), visibleFrom: z.date() });

/** Which of these entries' results may be seen at an instant, and since when. */
export const visibleEntries = async (tx: Read, entryIds: readonly string[], now: Date): Promise<ReadonlyMap<string, Date>> =>
  new Map((await tx.all(Visible, sql`select r.entry_id, r.visible_from from exams.visible_result(${now}::timestamptz) r where r.entry_id = any(${[...entryIds]}::uuid[])`)).map(({ entryId, visibleFrom }) => [entryId, visibleFrom]));

const EventInstant = z.object({ eventId: z.string(), visibleFrom: z.date() });

/** From when the results of each of these events may be seen; an event that nobody has confirmed an instant for is left out. */
export const instantsOf = async (tx: Read, eventIds: readonly string[]): Promise<Date[]> =>
  (await tx.all(EventInstant, sql`select p.event_id, p.visible_from from exams.published_event('infinity'::timestamptz) p where p.event_id = any(${[...eventIds]}::uuid[])`)).map(({ visibleFrom }) => visibleFrom);

const OwnResult = z.object({
  ...ofExam, entryId: z.string(), eventId: z.string(), institutionId: z.string(), term: z.enum(TERMS), heldOn: Day, candidateCode: z.string(), outcome: z.enum(OUTCOMES), visibleFrom: z.date(),
  version: z.number().nullable(), why: z.enum(WHYS).nullable(), total: z.number().nullable(), parts: z.array(PartShareRow), recordedAt: z.date().nullable(), threshold: z.number().nullable(), reachesThreshold: z.boolean().nullable(),
});
/** One exam of a person as they may see it: a result, or why there is none. */
export type OwnResult = z.infer<typeof OwnResult>;

/** What came of an entry; an entry that was annulled shows nothing else. */
export const outcomeOf = sql`case
    when exists (select from exams.fact f where f.entry_id = e.id and f.superseded_at is null and f.kind = 'annulled') then 'annulled'
    when exists (select from exams.fact f where f.entry_id = e.id and f.superseded_at is null and f.kind = 'replaced') then 'replaced'
    when exists (select from exams.fact f where f.entry_id = e.id and f.superseded_at is null and f.kind = 'exempt' and f.parts is null) then 'exempt'
    when r.id is not null then 'result'
    when exists (select from exams.fact f where f.entry_id = e.id and f.superseded_at is null and f.kind = 'extra term') then 'extra term'
    when exists (select from exams.attendance a where a.entry_id = e.id and a.mark = 'expelled') then 'expelled'
    when exists (select from exams.attendance a where a.entry_id = e.id) and not exists (select from exams.attendance a where a.entry_id = e.id and a.mark <> 'absent') then 'absent'
    else 'awaited' end`;

/** The exams of a person whose results are published at an instant, and were not before `since`; the latest published first. */
export const resultsOfPerson = (tx: Read, personId: string, now: Date, since: Date | null = null): Promise<OwnResult[]> => ownResults(tx, personId, now, since);

const ownResults = sharedRows(
  OwnResult,
  ['uuid', 'timestamptz', 'timestamptz'],
  (personId, now, since) => sql`select ${EXAM}, e.id as entry_id, e.event_id, g.institution_id, e.term, v.held_on, e.candidate_code, o.outcome, p.visible_from, s.version, s.why, s.total,
        coalesce(${sharesOf(sql`s.scoring_id`, sql`s.per_cents`)}, '[]'::jsonb) as parts, s.recorded_at, ${threshold} as threshold, s.total >= coalesce(${threshold}, 0) as reaches_threshold
      from exams.entry e join exams.published_event(${now}::timestamptz) p on p.event_id = e.event_id join exams.exam x on x.id = e.exam_id join exams.event v on v.id = e.event_id join exams.sitting g on g.id = e.sitting_id
      left join exams.result r on r.entry_id = e.id and r.superseded_at is null
      cross join lateral (select ${outcomeOf} as outcome) o
      left join exams.result s on s.id = r.id and o.outcome = 'result'
      where e.person_id = ${personId} and e.state = 'confirmed' and (${since} is null or p.visible_from >= ${since})
      order by p.visible_from desc, v.held_on, x.code`,
);

const Publication = z.object({
  id: z.string(), year: z.number(), stage: z.enum(STAGES), term: z.enum(TERMS), eventId: z.string().nullable(), visibleFrom: z.date(), basis: z.string(), setAt: z.date(), setById: z.string(), setBy: z.string(), confirmedAt: z.date().nullable(), confirmedBy: z.string().nullable(),
  announcedAt: z.date().nullable(), supersededAt: z.date().nullable(), unsealed: z.number(), despite: z.string(),
});
/** From when results of a session's term, or of one event, may be seen. */
export type Publication = z.infer<typeof Publication>;
const PUBLICATION = sql`select b.id, n.year, n.stage, coalesce(b.term, v.term) as term, b.event_id, b.visible_from, b.basis, b.set_at, b.set_by as set_by_id, coalesce(s.name, b.set_by) as set_by, b.confirmed_at, coalesce(c.name, b.confirmed_by) as confirmed_by, b.announced_at, b.superseded_at, b.unsealed, b.despite
  from exams.publication b left join exams.event v on v.id = b.event_id join exams.session n on n.id = coalesce(b.session_id, v.session_id)
  left join access.app_user s on s.id::text = b.set_by left join access.app_user c on c.id::text = b.confirmed_by`;

/** The publication of a session's term that is confirmed, past or coming; undefined where there is none. */
export const publicationOf = (tx: Read, { year, stage, term }: { readonly year: number; readonly stage: Stage; readonly term: Term }): Promise<Publication | undefined> =>
  tx.first(Publication, sql`${PUBLICATION} where n.year = ${year} and n.stage = ${stage} and b.term = ${term} and b.event_id is null and b.confirmed_at is not null and b.superseded_at is null`);

/** Confirmed publications of whole terms, the latest instant first: what a count-down goes by. */
export const listConfirmed = (tx: Read, limit: number): Promise<Publication[]> =>
  tx.all(Publication, sql`${PUBLICATION} where b.confirmed_at is not null and b.superseded_at is null and b.event_id is null order by b.visible_from desc, b.id limit ${limit}`);

/** All publications of a year, those that do not hold any more last. */
export const listPublications = (tx: Read, year: number): Promise<Publication[]> => tx.all(Publication, sql`${PUBLICATION} where n.year = ${year} order by b.superseded_at is not null, n.stage, b.term desc, b.set_at desc`);

export const findPublication = (tx: Read, id: string): Promise<Publication | undefined> => tx.first(Publication, sql`${PUBLICATION} where b.id = ${id}`);
