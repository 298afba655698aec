import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { Answers } from '../domain/marking.js';
import { IdRow } from './rows.js';

const AttemptRow = z.object({
  id: z.string(),
  courseId: z.string(),
  courseVersionId: z.string(),
  userId: z.string(),
  /** The number of the page to go on with. */
  page: z.number(),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  givenUpAt: z.date().nullable(),
});
export type AttemptRow = z.infer<typeof AttemptRow>;

const ATTEMPT = sql`a.id, a.course_id, a.course_version_id, a.user_id, a.page, a.started_at, a.finished_at, a.given_up_at`;

/** An attempt of this user, and of nobody else. */
export const findAttempt = (tx: Read, id: string, userId: string): Promise<AttemptRow | undefined> =>
  tx.first(AttemptRow, sql`select ${ATTEMPT} from training.attempt a where a.id = ${id} and a.user_id = ${userId}`);

export const lockAttempt = (tx: Write, id: string, userId: string): Promise<AttemptRow | undefined> =>
  tx.first(AttemptRow, sql`select ${ATTEMPT} from training.attempt a where a.id = ${id} and a.user_id = ${userId} for update`);

export const findOpenAttempt = (tx: Read, courseId: string, userId: string): Promise<AttemptRow | undefined> =>
  tx.first(AttemptRow, sql`select ${ATTEMPT} from training.attempt a where a.course_id = ${courseId} and a.user_id = ${userId} and a.finished_at is null and a.given_up_at is null`);

/** Every attempt of a user that is neither finished nor given up. */
export const listOpenAttempts = (tx: Read, userId: string): Promise<AttemptRow[]> =>
  tx.all(AttemptRow, sql`select ${ATTEMPT} from training.attempt a where a.user_id = ${userId} and a.finished_at is null and a.given_up_at is null order by a.started_at`);

/** Begins an attempt, or gives the one that another window has just begun. */
export async function insertAttempt(tx: Write, courseId: string, versionId: string, userId: string, now: Date): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into training.attempt (course_id, course_version_id, user_id, started_at) values (${courseId}, ${versionId}, ${userId}, ${now})
      on conflict (user_id, course_id) where finished_at is null and given_up_at is null do update set page = training.attempt.page returning id`,
  );
  return row!.id;
}

export const giveUpAttempt = (tx: Write, id: string, now: Date): Promise<number> => tx.run(sql`update training.attempt set given_up_at = ${now} where id = ${id} and finished_at is null`);

export const finishAttempt = (tx: Write, id: string, now: Date): Promise<number> => tx.run(sql`update training.attempt set finished_at = ${now} where id = ${id} and finished_at is null`);

/** Remembers how far someone has come; going back to an earlier page does not lose it. */
export const reachPage = (tx: Write, id: string, page: number): Promise<number> => tx.run(sql`update training.attempt set page = greatest(page, ${page}::integer) where id = ${id}`);

export const saveAnswer = (tx: Write, attemptId: string, question: number, chosen: readonly number[], now: Date): Promise<number> =>
  tx.run(sql`insert into training.answer (attempt_id, question, chosen, answered_at) values (${attemptId}, ${question}, ${[...chosen]}::integer[], ${now})
    on conflict (attempt_id, question) do update set chosen = excluded.chosen, answered_at = excluded.answered_at`);

/** All answers given in an attempt so far. */
export const findAnswers = async (tx: Read, attemptId: string): Promise<Answers> =>
  new Map(
    (await tx.all(z.object({ question: z.number(), chosen: z.array(z.number()) }), sql`select question, chosen from training.answer where attempt_id = ${attemptId}`)).map(({ question, chosen }) => [question, chosen]),
  );
