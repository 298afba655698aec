import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { EXAM_KINDS, LEVELS, TERMS } from '../domain/exam-words.js';
import { IdRow, type Recording } from './rows.js';

export const ROUNDS = ['first', 'second', 'third', 're-check'] as const;
export type Round = (typeof ROUNDS)[number];

/** Works of everybody who left one in exams that are over are expected, once a protocol says so. @returns how many */
export const expectWorks = (tx: Write, sittingId: string, { recordedAt, recordedBy }: Recording): Promise<number> =>
  tx.run(sql`insert into exams.work (entry_id, part, state, changed_at, changed_by) select a.entry_id, a.part, 'expected', ${recordedAt}::timestamptz, ${recordedBy}
    from exams.attendance a join exams.entry e on e.id = a.entry_id where e.sitting_id = ${sittingId} and a.has_work on conflict do nothing`);

/** The works of an event that were expected have come. @returns how many */
export const receiveWorks = (tx: Write, eventId: string, { recordedAt, recordedBy }: Recording): Promise<number> =>
  tx.run(sql`update exams.work w set state = 'received', changed_at = ${recordedAt}, changed_by = ${recordedBy} from exams.entry e where e.id = w.entry_id and e.event_id = ${eventId} and w.state = 'expected'`);

/** A work that cannot be read waits for the exam manager; what was taken in hand is let go. */
export async function markUnreadable(tx: Write, workId: string, { recordedAt, recordedBy }: Recording): Promise<void> {
  await tx.run(sql`update exams.work set state = 'unreadable', half_points = null, points_from = null, changed_at = ${recordedAt}, changed_by = ${recordedBy} where id = ${workId}`);
  await tx.run(sql`update exams.assessment set superseded_at = ${recordedAt} where work_id = ${workId} and assessed_at is null and superseded_at is null`);
}

const Task = z.object({
  id: z.string(), workId: z.string(), entryId: z.string(), eventId: z.string(), examId: z.string(), round: z.enum(ROUNDS), year: z.number(), code: z.string(), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS), locativeLv: z.string(), nameEn: z.string(), term: z.enum(TERMS),
  candidateCode: z.string(), part: z.number(), partLv: z.string(), partEn: z.string(), maxHalfPoints: z.number(), halfPoints: z.number().nullable(),
});
/** A work in an assessor's hand: its code and part, and nothing of whose it is. */
export type Task = z.infer<typeof Task>;

const TASK = sql`select a.id, a.work_id, w.entry_id, e.event_id, e.exam_id, a.round, x.year, x.code, x.kind, x.level, x.locative_lv, x.name_en, e.term, e.candidate_code, w.part, p.name_lv as part_lv, p.name_en as part_en, p.max_half_points, a.half_points
  from exams.assessment a join exams.work w on w.id = a.work_id join exams.entry e on e.id = w.entry_id join exams.exam x on x.id = e.exam_id
  join exams.scoring s on s.exam_id = x.id and s.superseded_at is null join exams.part p on p.scoring_id = s.id and p.number = w.part`;

/** A work that somebody has in hand. */
export const findTask = (tx: Read, id: string, assessorId: string): Promise<Task | undefined> => tx.first(Task, sql`${TASK} where a.id = ${id} and a.assessor_id = ${assessorId} and a.superseded_at is null and a.assessed_at is null`);
export const listTasks = (tx: Read, assessorId: string): Promise<Task[]> => tx.all(Task, sql`${TASK} where a.assessor_id = ${assessorId} and a.superseded_at is null and a.assessed_at is null order by a.taken_at, a.id`);

const Appointed = z.object({ examId: z.string(), year: z.number(), code: z.string(), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS), locativeLv: z.string(), nameEn: z.string(), assessed: z.number() });
/** The exams for which somebody is appointed, with how many works they have assessed. */
export type Appointed = z.infer<typeof Appointed>;
export const listAppointed = (tx: Read, userId: string): Promise<Appointed[]> =>
  tx.all(
    Appointed,
    sql`select x.id as exam_id, x.year, x.code, x.kind, x.level, x.locative_lv, x.name_en,
        (select count(*) from exams.assessment a join exams.work w on w.id = a.work_id join exams.entry e on e.id = w.entry_id where a.assessor_id = ${userId} and a.assessed_at is not null and e.exam_id = x.id)::int as assessed
      from exams.assessor v join exams.exam x on x.id = v.exam_id where v.user_id = ${userId} and v.ended_at is null order by x.year desc, x.level, x.code`,
  );

/** What somebody may take: works of others than these institutions, near the threshold by the numbers in force. */
export interface Taking {
  readonly assessorId: string;
  /** Institutions whose works the assessor does not get. */
  readonly notOf: readonly string[];
  /** Half-points by which two assessments may differ. */
  readonly difference: number;
  /** Half-points that may lack to the threshold for one more look. */
  readonly near: number;
}
export interface Claim extends Taking {
  readonly examId: string;
}

const done = (round: Round): Sql => sql`exists (select from exams.assessment d where d.work_id = w.id and d.round = ${round} and d.superseded_at is null)`;

/** Whether a result `r` lacks at most so many half-points to the threshold `t` of its exam `x`: with them added to the part that weighs most by the point, it would be reached. */
const isNear = (near: number): Sql => sql`r.superseded_at is null and x.kind = 'centralised exam' and r.total < t.percent and t.percent <= (
    select floor(sum(p.weight::numeric * coalesce(r.half_points[p.number], 0) / p.max_half_points) + max(100.0 * p.weight / 100 / p.max_half_points) * ${near}::integer) from exams.part p where p.scoring_id = r.scoring_id)`;
const THRESHOLD_OF_EXAM = sql`exams.threshold t on t.year = x.year and t.level = x.level and t.superseded_at is null`;

const notBy = (assessorId: string): Sql => sql`not exists (select from exams.assessment m where m.work_id = w.id and m.assessor_id = ${assessorId} and m.superseded_at is null)`;

const FIRST = sql`w.half_points is null and not ${done('first')}`;
const SECOND = sql`w.half_points is null and ${done('first')} and not ${done('second')}`;
const third = (difference: number): Sql => sql`w.half_points is null and not ${done('third')} and exists (
      select from exams.assessment a join exams.assessment b on b.work_id = a.work_id and b.round = 'second' and b.superseded_at is null
      where a.work_id = w.id and a.round = 'first' and a.superseded_at is null and abs(a.half_points - b.half_points) > ${difference}::integer)`;

/** Which works wait for a round. */
const waitsFor: Readonly<Record<Round, (claim: Claim, at: Date) => Sql>> = {
  third: ({ difference }) => third(difference),
  're-check': ({ examId, near }, at) => sql`w.half_points is not null and not ${done('re-check')} and not exists (select from exams.published_event(${at}::timestamptz) p where p.event_id = e.event_id)
      and e.id in (select z.id from exams.exam x join ${THRESHOLD_OF_EXAM} join exams.event y on y.exam_id = x.id join exams.entry z on z.event_id = y.id join exams.result r on r.entry_id = z.id where x.id = ${examId} and ${isNear(near)})`,
  second: () => SECOND,
  first: () => FIRST,
};
const BY_URGENCY = ['third', 're-check', 'second', 'first'] as const satisfies readonly Round[];

/** Takes the next work of an exam in hand: a third assessment goes first, then one more look near the threshold, then second and first ones. Undefined where none waits. */
export async function claimNext(tx: Write, claim: Claim, at: Date): Promise<string | undefined> {
  for (const round of BY_URGENCY) {
    const work = await findWaiting(tx, waitsFor[round](claim, at), claim);
    if (work) return (await tx.first(IdRow, sql`insert into exams.assessment (work_id, round, assessor_id, taken_at) values (${work.id}, ${round}, ${claim.assessorId}, ${at}) returning id`))!.id;
  }
  return undefined;
}

/** A round at a time and in no order, so that the first fitting work ends the search: tens of thousands wait for an exam of the nation. */
const findWaiting = (tx: Write, waits: Sql, { examId, assessorId, notOf }: Claim) =>
  tx.first(
    IdRow,
    sql`select w.id from exams.event v join exams.entry e on e.event_id = v.id join exams.sitting g on g.id = e.sitting_id join exams.work w on w.entry_id = e.id
      where v.exam_id = ${examId} and e.state = 'confirmed' and w.state = 'received' and not (g.institution_id = any(${[...notOf]}::uuid[]))
        and ${notBy(assessorId)} and ${waits}
      limit 1 for update of w skip locked`,
  );

/** Exams for which somebody is appointed and has no work in hand although one could be taken. What has points is looked at again only before it is published, so that earlier years cost nothing. */
export const examsWithWork = async (tx: Read, taking: Taking, at: Date): Promise<ReadonlySet<string>> => {
  const free = sql`e.state = 'confirmed' and w.state = 'received' and not (g.institution_id = any(${[...taking.notOf]}::uuid[])) and ${notBy(taking.assessorId)}`;
  const found = await tx.all(
    IdRow,
    sql`select o.exam_id as id from exams.assessor o where o.user_id = ${taking.assessorId} and o.ended_at is null
      and not exists (select from exams.assessment m join exams.work w on w.id = m.work_id join exams.entry e on e.id = w.entry_id where m.assessor_id = o.user_id and m.assessed_at is null and m.superseded_at is null and e.exam_id = o.exam_id)
      and (exists (select from exams.work w join exams.entry e on e.id = w.entry_id join exams.sitting g on g.id = e.sitting_id where e.exam_id = o.exam_id and w.half_points is null and ${free} and (${FIRST} or ${SECOND} or ${third(taking.difference)}))
        or exists (select from exams.event v join exams.exam x on x.id = v.exam_id join ${THRESHOLD_OF_EXAM} join exams.entry e on e.event_id = v.id join exams.result r on r.entry_id = e.id join exams.sitting g on g.id = e.sitting_id join exams.work w on w.entry_id = e.id
          where v.exam_id = o.exam_id and v.id not in (select p.event_id from exams.published_event(${at}::timestamptz) p) and ${isNear(taking.near)} and w.half_points is not null and not ${done('re-check')} and ${free}))`,
  );
  return new Set(found.map(({ id }) => id));
};

export const saveAssessment = (tx: Write, id: string, halfPoints: number, at: Date): Promise<number> => tx.run(sql`update exams.assessment set half_points = ${halfPoints}, assessed_at = ${at} where id = ${id} and assessed_at is null and superseded_at is null`);

const Given = z.object({ round: z.enum(ROUNDS), halfPoints: z.number() });
/** The assessments of a work that are there. */
export const listGiven = (tx: Read, workId: string): Promise<z.infer<typeof Given>[]> => tx.all(Given, sql`select a.round, a.half_points from exams.assessment a where a.work_id = ${workId} and a.superseded_at is null and a.assessed_at is not null`);

const Progress = z.object({ expected: z.number(), unreadable: z.number(), waiting: z.number(), once: z.number(), differing: z.number(), done: z.number(), near: z.number() });
export type AssessmentProgress = z.infer<typeof Progress>;

/** How far the assessment of an event is. */
export const countProgress = async (tx: Read, eventId: string, difference: number, near: number): Promise<AssessmentProgress> =>
  (await tx.first(
    Progress,
    sql`select count(*) filter (where w.state = 'expected')::int as expected, count(*) filter (where w.state in ('unreadable', 'missing'))::int as unreadable,
        count(*) filter (where w.state = 'received' and w.half_points is null and a.assessed_at is null)::int as waiting, count(*) filter (where w.half_points is null and a.assessed_at is not null and b.assessed_at is null)::int as once,
        count(*) filter (where w.half_points is null and abs(a.half_points - b.half_points) > ${difference}::integer)::int as differing, count(w.half_points)::int as done,
        (select count(*) from exams.event v join exams.exam x on x.id = v.exam_id join ${THRESHOLD_OF_EXAM} join exams.entry z on z.event_id = v.id join exams.result r on r.entry_id = z.id
          where v.id = ${eventId} and z.state = 'confirmed' and ${isNear(near)})::int as near
      from exams.work w join exams.entry e on e.id = w.entry_id left join exams.assessment a on a.work_id = w.id and a.round = 'first' and a.superseded_at is null left join exams.assessment b on b.work_id = w.id and b.round = 'second' and b.superseded_at is null
      where e.event_id = ${eventId}`,
  ))!;

const AssessorRow = z.object({ userId: z.string(), name: z.string(), assessed: z.number() });
export type AssessorRow = z.infer<typeof AssessorRow>;
/** Who is appointed for an exam. */
export const listAssessors = (tx: Read, examId: string): Promise<AssessorRow[]> =>
  tx.all(
    AssessorRow,
    sql`select v.user_id, u.name, (select count(*) from exams.assessment a join exams.work w on w.id = a.work_id join exams.entry e on e.id = w.entry_id where a.assessor_id = v.user_id and e.exam_id = v.exam_id and a.assessed_at is not null)::int as assessed
      from exams.assessor v join access.app_user u on u.id = v.user_id where v.exam_id = ${examId} and v.ended_at is null order by u.name, u.id`,
  );
export const appoint = (tx: Write, userId: string, examId: string, { recordedAt, recordedBy }: Recording): Promise<number> =>
  tx.run(sql`insert into exams.assessor (user_id, exam_id, appointed_at, appointed_by) values (${userId}, ${examId}, ${recordedAt}, ${recordedBy}) on conflict (user_id, exam_id) do update set ended_at = null where exams.assessor.ended_at is not null`);
export const isAppointed = async (tx: Read, userId: string, examId: string): Promise<boolean> =>
  (await tx.first(z.object({ found: z.boolean() }), sql`select exists (select from exams.assessor v where v.user_id = ${userId} and v.exam_id = ${examId} and v.ended_at is null) as found`))!.found;
