import { z } from 'zod';
import { hasFinishedBasic, learnsOn, memberOf } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { End, StepKind } from '../domain/words.js';
import { Day, IdRow, nameOfUser, type Recording } from './rows.js';

/** Holds an inquiry until the transaction ends, so that of two who change it at once one waits for the other. */
export const lockInquiry = (tx: Write, id: string): Promise<unknown> => tx.first(IdRow, sql`select q.id from schoolage.inquiry q where q.id = ${id} for update`);

export interface NewStatus {
  readonly statusCode: string;
  readonly comment: string;
  readonly nextCheckOn: IsoDate | null;
  /** Whether the status explains the absence, so that the inquiry rests until its next check. */
  readonly explains: boolean;
}

/** Gives an open or explained inquiry a status; what it was before stays. @returns whether there was one to be given it */
export const writeStatus = async (tx: Write, id: string, { statusCode, comment, nextCheckOn, explains }: NewStatus, { recordedAt, recordedBy }: Recording): Promise<boolean> =>
  (await tx.run(
    sql`with before as (update schoolage.inquiry_state s set superseded_at = ${recordedAt} where s.inquiry_id = ${id} and s.superseded_at is null and (s.state = 'open' or s.closed_by = 'status') returning s.*)
      insert into schoolage.inquiry_state (inquiry_id, state, closed_by, status_code, comment, atvk, part, due_on, next_check_on, why, recorded_at, recorded_by)
      select b.inquiry_id, ${explains ? 'closed' : 'open'}::text, ${explains ? 'status' : null}::text, ${statusCode}::text, ${comment}::text, b.atvk, b.part, b.due_on, ${nextCheckOn}::date, 'status', ${recordedAt}::timestamptz, ${recordedBy}::text from before b`,
  )) > 0;

const Closed = z.object({ personId: z.string() });

/** Closes what is open where a condition on its child, `q.person_id`, holds; bears repetition. @returns the children */
const closeWhere = async (tx: Write, closedBy: End, condition: Sql, { recordedAt, recordedBy }: Recording): Promise<string[]> =>
  (await tx.all(
    Closed,
    sql`with before as (
        update schoolage.inquiry_state s set superseded_at = ${recordedAt} from schoolage.inquiry q
        where q.id = s.inquiry_id and s.superseded_at is null and (s.state = 'open' or s.closed_by = 'status') and ${condition} returning s.*, q.person_id
      ), written as (
        insert into schoolage.inquiry_state (inquiry_id, state, closed_by, status_code, comment, atvk, part, due_on, next_check_on, why, recorded_at, recorded_by)
        select b.inquiry_id, 'closed', ${closedBy}::text, b.status_code, b.comment, b.atvk, b.part, b.due_on, null, 'closed', ${recordedAt}::timestamptz, ${recordedBy}::text from before b)
      select b.person_id from before b order by 1`,
  )).map(({ personId }) => personId);

/** Whether the child of a membership is looked for, so that not every enrolment is work. */
export const isLookedFor = async (tx: Read, membershipId: string): Promise<boolean> =>
  (await tx.first(IdRow, sql`select q.id from schoolage.inquiry q join schoolage.inquiry_state s on s.inquiry_id = q.id and s.superseded_at is null
    where q.person_id = ${memberOf(sql`${membershipId}::uuid`)} and (s.state = 'open' or s.closed_by = 'status')`)) !== undefined;

/** Closes the inquiry after whom a membership is, if they learn on the day. */
export const closeForMembership = (tx: Write, membershipId: string, today: IsoDate, by: Recording): Promise<string[]> =>
  closeWhere(tx, 'membership', sql`q.person_id = ${memberOf(sql`${membershipId}::uuid`)} and ${learnsOn(sql`q.person_id`, today)}`, by);

/** Closes what the day itself has settled: children who learn by now, have finished basic education, or are too old. */
export async function closeSettled(tx: Write, untilAge: number, today: IsoDate, by: Recording): Promise<string[]> {
  return [
    ...(await closeWhere(tx, 'membership', learnsOn(sql`q.person_id`, today), by)),
    ...(await closeWhere(tx, 'finished', hasFinishedBasic(sql`q.person_id`, today), by)),
    ...(await closeWhere(tx, 'age', sql`exists (select from persons.person p where p.id = q.person_id and p.born_on + make_interval(years => ${untilAge}::int) <= ${today}::date)`, by)),
  ];
}

export interface NewStep {
  readonly takenOn: IsoDate;
  readonly kind: StepKind;
  readonly body: string;
  readonly answer: string;
}

export async function insertStep(tx: Write, inquiryId: string, { takenOn, kind, body, answer }: NewStep, { recordedAt, recordedBy }: Recording): Promise<string> {
  const answered = answer === '' ? null : recordedAt;
  const row = await tx.first(
    IdRow,
    sql`insert into schoolage.step (inquiry_id, taken_on, kind, body, answer, answered_at, answered_by, recorded_at, recorded_by)
      values (${inquiryId}, ${takenOn}, ${kind}, ${body}, ${answer}, ${answered}, ${answered && recordedBy}, ${recordedAt}, ${recordedBy}) returning id`,
  );
  return row!.id;
}

/** Writes down the answer to a step that has none. @returns whether it was the first */
export const answerStep = async (tx: Write, inquiryId: string, stepId: string, answer: string, { recordedAt, recordedBy }: Recording): Promise<boolean> =>
  (await tx.run(sql`update schoolage.step set answer = ${answer}, answered_at = ${recordedAt}, answered_by = ${recordedBy} where id = ${stepId} and inquiry_id = ${inquiryId} and answer = ''`)) > 0;

const StepRow = z.object({ id: z.string(), takenOn: Day, kind: z.enum(['letter', 'call', 'visit', 'request', 'meeting']), body: z.string(), answer: z.string(), answeredAt: z.date().nullable(), by: z.string() });
export type StepRow = z.infer<typeof StepRow>;

/** The latest first. */
export const listSteps = (tx: Read, inquiryId: string): Promise<StepRow[]> =>
  tx.all(StepRow, sql`select t.id, t.taken_on, t.kind, t.body, t.answer, t.answered_at, ${nameOfUser(sql`t.recorded_by`)} as by from schoolage.step t where t.inquiry_id = ${inquiryId} order by t.taken_on desc, t.id desc`);
