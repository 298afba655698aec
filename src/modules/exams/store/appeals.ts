import { z } from 'zod';
import { ofScope } from '#modules/education/public.js';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { APPEAL_ABOUT, APPEAL_OUTCOMES, APPEAL_STATES, type AppealState, CHANNELS, LODGED_BY } from '../domain/appeals.js';
import { EXAM_KINDS, LEVELS } from '../domain/exam-words.js';
import { Day, IdRow, type Recording } from './rows.js';

const AppealRow = z.object({
  id: z.string(), entryId: z.string(), personId: z.string(), given: z.string(), family: z.string(), institutionId: z.string(), institution: z.string(), sittingId: z.string(), eventId: z.string(), examId: z.string(), year: z.number(), code: z.string(), kind: z.enum(EXAM_KINDS),
  level: z.enum(LEVELS), locativeLv: z.string(), nameEn: z.string(), about: z.enum(APPEAL_ABOUT), parts: z.array(z.number()).nullable(), reason: z.string(), lodgedBy: z.enum(LODGED_BY), channel: z.enum(CHANNELS), lodgedOn: Day, dueOn: Day,
  state: z.enum(APPEAL_STATES), outcome: z.enum(APPEAL_OUTCOMES).nullable(), decisionNr: z.string().nullable(), decidedOn: Day.nullable(), explanation: z.string(), before: z.number(), after: z.number().nullable(), candidateCode: z.string().nullable(),
  /** Whether the version that it contests is still the one that holds. */
  isOfLatest: z.boolean(),
});
/** An appeal with the candidate, the exam, and the totals before and after. */
export type AppealRow = z.infer<typeof AppealRow>;

const appeals = (today: IsoDate): Sql => sql`select a.id, a.entry_id, e.person_id, coalesce(n.given, '') as given, coalesce(n.family, '') as family, g.institution_id, i.name as institution, e.sitting_id, e.event_id, e.exam_id, x.year, x.code, x.kind, x.level, x.locative_lv, x.name_en,
    a.about, a.parts, a.reason, a.lodged_by, a.channel, a.lodged_on, a.due_on, a.state, a.outcome, a.decision_nr, a.decided_on, a.explanation, b.total as before, f.total as after, e.candidate_code, b.superseded_at is null as is_of_latest
  from exams.appeal a join exams.entry e on e.id = a.entry_id join exams.sitting g on g.id = e.sitting_id join institutions.institution i on i.id = g.institution_id join exams.exam x on x.id = e.exam_id
  join exams.result b on b.id = a.result_before left join exams.result f on f.id = a.result_after ${joinName('n', sql`e.person_id`, today)}`;

export interface AppealList {
  readonly scope: Scope;
  readonly state: AppealState;
  readonly today: IsoDate;
}

/** A page of the appeals of a scope: those that wait by when they are due, the others the latest first. */
export const listAppeals = (tx: Read, { scope, state, today }: AppealList, after: string | null, limit: number): Promise<AppealRow[]> => {
  const next = state === 'lodged' ? sql`(a.due_on, a.id) > (select p.due_on, p.id from exams.appeal p where p.id = ${after})` : sql`a.id < ${after}`;
  return tx.all(AppealRow, sql`${appeals(today)} where a.state = ${state} and ${ofScope(sql`g.institution_id`, scope)} ${after ? sql`and ${next}` : sql``} order by ${state === 'lodged' ? sql`a.due_on, a.id` : sql`a.id desc`} limit ${limit}`);
};

export const findAppeal = (tx: Read, id: string, scope: Scope, today: IsoDate): Promise<AppealRow | undefined> => tx.first(AppealRow, sql`${appeals(today)} where a.id = ${id} and ${ofScope(sql`g.institution_id`, scope)}`);

/** Appeals about some people's exams, the latest first. */
export const listAppealsOf = (tx: Read, personIds: readonly string[], today: IsoDate): Promise<AppealRow[]> => tx.all(AppealRow, sql`${appeals(today)} where e.person_id = any(${[...personIds]}::uuid[]) order by a.id desc`);

const Counts = z.object({ lodged: z.number(), decided: z.number(), overdue: z.number(), changed: z.number() });
export const countAppeals = async (tx: Read, scope: Scope, today: IsoDate): Promise<z.infer<typeof Counts>> =>
  (await tx.first(
    Counts,
    sql`select count(*) filter (where a.state = 'lodged')::int as lodged, count(*) filter (where a.state = 'decided')::int as decided, count(*) filter (where a.state = 'lodged' and a.due_on < ${today}::date)::int as overdue,
      count(*) filter (where a.outcome in ('raise', 'lower'))::int as changed from exams.appeal a join exams.entry e on e.id = a.entry_id join exams.sitting g on g.id = e.sitting_id where ${ofScope(sql`g.institution_id`, scope)}`,
  ))!;

const Contestable = z.object({ entryId: z.string(), personId: z.string(), institutionId: z.string(), sittingId: z.string(), examId: z.string(), resultId: z.string(), total: z.number(), visibleFrom: z.date(), bornOn: Day });
/** A published result that may be contested. */
export type Contestable = z.infer<typeof Contestable>;

/** The published result of an entry; undefined before its instant, and where there is none. */
export const findContestable = (tx: Read, entryId: string, now: Date): Promise<Contestable | undefined> =>
  tx.first(
    Contestable,
    sql`select r.entry_id, r.person_id, g.institution_id, r.sitting_id, r.exam_id, r.id as result_id, r.total, r.visible_from, p.born_on
      from exams.visible_result(${now}::timestamptz) r join exams.sitting g on g.id = r.sitting_id join persons.person p on p.id = r.person_id where r.entry_id = ${entryId}`,
  );

/** Whether an appeal against this very version of a result was heard already. */
export const wasHeard = async (tx: Read, resultId: string): Promise<boolean> => (await tx.first(IdRow, sql`select a.id from exams.appeal a where a.result_before = ${resultId} and a.state = 'decided' limit 1`)) !== undefined;

export interface NewAppeal {
  readonly entryId: string;
  readonly about: string;
  readonly parts: readonly number[] | null;
  readonly reason: string;
  readonly lodgedBy: string;
  readonly channel: string;
  readonly lodgedOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly resultBefore: string;
}

export async function insertAppeal(tx: Write, { entryId, about, parts, reason, lodgedBy, channel, lodgedOn, dueOn, resultBefore }: NewAppeal, { recordedAt, recordedBy }: Recording): Promise<string> {
  return (await tx.first(
    IdRow,
    sql`insert into exams.appeal (entry_id, about, parts, reason, lodged_by, channel, lodged_on, due_on, state, result_before, recorded_at, recorded_by)
      values (${entryId}, ${about}, ${parts && [...parts]}::smallint[], ${reason}, ${lodgedBy}, ${channel}, ${lodgedOn}, ${dueOn}, 'lodged', ${resultBefore}, ${recordedAt}, ${recordedBy}) returning id`,
  ))!.id;
}

export interface Decision {
  readonly outcome: string;
  readonly decisionNr: string;
  readonly decidedOn: IsoDate;
  readonly explanation: string;
  readonly resultAfter: string | null;
}

/** @returns whether the appeal still waited */
export const decideAppealRow = async (tx: Write, id: string, { outcome, decisionNr, decidedOn, explanation, resultAfter }: Decision, { recordedAt, recordedBy }: Recording): Promise<boolean> =>
  (await tx.run(sql`update exams.appeal set state = 'decided', outcome = ${outcome}, decision_nr = ${decisionNr}, decided_on = ${decidedOn}, explanation = ${explanation}, result_after = ${resultAfter}, decided_at = ${recordedAt}, decided_by = ${recordedBy}
    where id = ${id} and state = 'lodged'`)) > 0;

const Member = z.object({ userId: z.string(), name: z.string(), partIn: z.enum(['agency', 'assessor']) });
export type MemberRow = z.infer<typeof Member>;
export const listMembers = (tx: Read, appealId: string): Promise<MemberRow[]> => tx.all(Member, sql`select m.user_id, u.name, m.part_in from exams.appeal_member m join access.app_user u on u.id = m.user_id where m.appeal_id = ${appealId} order by m.part_in, u.name`);

/** Who assessed what an appeal contests, and so cannot sit in its commission. */
export const listContestedAssessors = async (tx: Read, appealId: string): Promise<string[]> =>
  (await tx.all(
    IdRow,
    sql`select distinct s.assessor_id as id from exams.appeal a join exams.work w on w.entry_id = a.entry_id and (a.parts is null or w.part = any(a.parts)) join exams.assessment s on s.work_id = w.id where a.id = ${appealId}`,
  )).map(({ id }) => id);

export const insertMember = (tx: Write, appealId: string, userId: string, partIn: string): Promise<void> => tx.insert('exams.appeal_member', { appealId, userId, partIn });
export const deleteMember = (tx: Write, appealId: string, userId: string): Promise<number> => tx.run(sql`delete from exams.appeal_member where appeal_id = ${appealId} and user_id = ${userId}`);
