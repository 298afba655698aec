import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';

/**
 * What one user took, is taking and is sent to belongs to another from now on. What that one does at the same time already
 * (an open attempt at the same course, a seat at the same remote one) stays where it was. Bears repetition.
 */
export async function moveTraining(tx: Write, from: string, into: string): Promise<number> {
  await tx.run(sql`update training.attempt a set user_id = ${into} where a.user_id = ${from} and not (a.finished_at is null and a.given_up_at is null
    and exists (select from training.attempt o where o.user_id = ${into} and o.course_id = a.course_id and o.finished_at is null and o.given_up_at is null))`);
  await tx.run(sql`update training.participation p set user_id = ${into} where p.user_id = ${from} and not (p.state <> 'withdrawn'
    and exists (select from training.participation o where o.user_id = ${into} and o.remote_course_id = p.remote_course_id and o.state <> 'withdrawn'))`);
  return tx.run(sql`update training.result set user_id = ${into} where user_id = ${from}`);
}
