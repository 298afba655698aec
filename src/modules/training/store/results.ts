import { z } from 'zod';
import { inScope } from '#modules/access/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { CountRow, Day, IdRow, placeName } from './rows.js';

const ResultRow = z.object({
  id: z.string(),
  userId: z.string(),
  userName: z.string(),
  login: z.string(),
  /** Where the user worked then. */
  place: z.string().nullable(),
  courseId: z.string(),
  titleLv: z.string(),
  titleEn: z.string(),
  attemptId: z.string().nullable(),
  takenOn: Day,
  rightCount: z.number().nullable(),
  questionCount: z.number().nullable(),
  passed: z.boolean(),
  certificate: z.number().nullable(),
  validTo: Day.nullable(),
  withdrawn: z.boolean(),
});
/** One line of the register. */
export type ResultRow = z.infer<typeof ResultRow>;

const SELECT = sql`select r.id, r.user_id, u.name as user_name, u.login, ${placeName('r')} as place, r.course_id, r.title_lv, r.title_en, r.attempt_id, r.taken_on, r.right_count,
    r.question_count, r.passed, r.certificate, r.valid_to, r.withdrawn_at is not null as withdrawn
  from training.result r join access.app_user u on u.id = r.user_id`;
const NEWEST_FIRST = sql`order by r.taken_on desc, r.id desc`;

export interface RegisterFilter {
  readonly words: string;
  readonly courseId: string | null;
  readonly state: 'valid' | 'ends-soon' | 'ended' | 'failed' | null;
  /** One municipality or institution of the scope; all of it when null. */
  readonly unitId: number | null;
  readonly institutionId: string | null;
  readonly today: IsoDate;
}

/** Day and id of the last row already shown. */
export type RegisterPosition = readonly [takenOn: string, id: string];

/** Whoever works in the scope today is seen with all they ever took: a head looks at people, not at where they were. */
const wanted = ({ words, courseId, state, unitId, institutionId, today }: RegisterFilter, scope: Scope): Sql[] => [
  inScope('u', scope),
  ...(words ? [sql`u.name_key like '%' || platform.search_key(${words}) || '%'`] : []),
  ...(courseId ? [sql`r.course_id = ${courseId}`] : []),
  ...(unitId !== null ? [sql`u.unit_id = ${unitId}`] : []),
  ...(institutionId !== null ? [sql`u.institution_id = ${institutionId}`] : []),
  ...(state ? [STATES[state](today)] : []),
];

const STATES: Readonly<Record<NonNullable<RegisterFilter['state']>, (today: IsoDate) => Sql>> = {
  valid: (today) => sql`(r.passed and r.withdrawn_at is null and (r.valid_to is null or r.valid_to > ${today}))`,
  'ends-soon': (today) => sql`(r.passed and r.withdrawn_at is null and r.valid_to > ${today} and r.valid_to <= ${today}::date + 14)`,
  ended: (today) => sql`(r.passed and r.withdrawn_at is null and r.valid_to <= ${today})`,
  failed: () => sql`not r.passed`,
};

export const listRegister = (tx: Read, filter: RegisterFilter, scope: Scope, after: RegisterPosition | null, limit: number): Promise<ResultRow[]> =>
  tx.all(
    ResultRow,
    sql`${SELECT} where ${every([...wanted(filter, scope), ...(after ? [sql`(r.taken_on, r.id) < (${after[0]}::date, ${after[1]}::uuid)`] : [])])} ${NEWEST_FIRST} limit ${limit}`,
  );

/** All that `listRegister` would show, row by row, for an export. */
export const streamRegister = (tx: Read, filter: RegisterFilter, scope: Scope): AsyncIterable<ResultRow> =>
  tx.stream(ResultRow, sql`${SELECT} where ${every(wanted(filter, scope))} ${NEWEST_FIRST}`);

export async function countRegister(tx: Read, filter: RegisterFilter, scope: Scope): Promise<number> {
  return (await tx.first(CountRow, sql`select count(*) as n from training.result r join access.app_user u on u.id = r.user_id where ${every(wanted(filter, scope))}`))!.n;
}

/** Everything one user took, newest first. */
export const listResultsOf = (tx: Read, userId: string): Promise<ResultRow[]> => tx.all(ResultRow, sql`${SELECT} where r.user_id = ${userId} ${NEWEST_FIRST} limit 200`);

/** One line of the register: a user's own, or of whoever works in a (widened) scope today. */
export const findResult = (tx: Read, id: string, scope: Scope, ownId: string): Promise<ResultRow | undefined> =>
  tx.first(ResultRow, sql`${SELECT} where r.id = ${id} and (r.user_id = ${ownId} or ${inScope('u', scope)})`);

export const findResultOfAttempt = (tx: Read, attemptId: string): Promise<ResultRow | undefined> => tx.first(ResultRow, sql`${SELECT} where r.attempt_id = ${attemptId}`);

export interface NewResult {
  readonly userId: string;
  readonly courseId: string;
  readonly attemptId: string | null;
  readonly participationId: string | null;
  readonly titleLv: string;
  readonly titleEn: string;
  readonly takenOn: IsoDate;
  readonly rightCount: number | null;
  readonly questionCount: number | null;
  readonly validTo: IsoDate | null;
  /** What was recorded as met; null for an attempt that failed. */
  readonly metId: string | null;
}

/** Writes a line of the register with where the user works that day; what was passed gets the next certificate number. */
export async function insertResult(tx: Write, result: NewResult, by: string, now: Date): Promise<string> {
  const passed = result.metId !== null;
  const row = await tx.first(
    IdRow,
    sql`insert into training.result (user_id, course_id, attempt_id, participation_id, title_lv, title_en, unit_id, institution_id, taken_on, right_count, question_count,
        passed, certificate, valid_to, met_id, recorded_at, recorded_by)
      select u.id, ${result.courseId}::uuid, ${result.attemptId}::uuid, ${result.participationId}::uuid, ${result.titleLv}, ${result.titleEn}, u.unit_id, u.institution_id,
        ${result.takenOn}::date, ${result.rightCount}::integer, ${result.questionCount}::integer, ${passed}::boolean,
        case when ${passed}::boolean then nextval('training.certificate_number') end, ${result.validTo}::date, ${result.metId}::uuid, ${now}::timestamptz, ${by}
      from access.app_user u where u.id = ${result.userId} returning id`,
  );
  return row!.id;
}

/** Withdraws the result of an attendance that was marked in error; gives what had been recorded as met. */
export const withdrawResultOf = async (tx: Write, participationId: string, by: string, now: Date): Promise<string | null> =>
  (
    await tx.first(
      z.object({ metId: z.string() }),
      sql`update training.result set withdrawn_at = ${now}, withdrawn_by = ${by} where participation_id = ${participationId} and withdrawn_at is null returning met_id`,
    )
  )?.metId ?? null;
