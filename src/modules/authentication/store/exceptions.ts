import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';

export interface NewException {
  readonly userId: string;
  readonly reason: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate;
}

export const insertException = (tx: Write, exception: NewException, by: string, now: Date): Promise<void> =>
  tx.insert('authentication.policy_exception', { ...exception, recordedAt: now, recordedBy: by });

/** Ends a user's exception today; one that was to begin today or later is taken back. Tells how many. */
export async function endException(tx: Write, userId: string, today: IsoDate): Promise<number> {
  const ended = await tx.run(sql`update authentication.policy_exception set valid_to = ${today} where user_id = ${userId} and valid_from < ${today} and valid_to > ${today}`);
  const taken = await tx.all(z.object({ id: z.string() }), sql`delete from authentication.policy_exception where user_id = ${userId} and valid_from >= ${today} returning id`);
  return ended + taken.length;
}
