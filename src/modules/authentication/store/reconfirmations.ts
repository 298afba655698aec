import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

/** A confirmed account waits to be confirmed again as surely as before; a confirmation whose level was not kept was of the level high. */
export const askReconfirmation = (tx: Write, userId: string, by: string, now: Date): Promise<number> =>
  tx.run(sql`insert into authentication.reconfirmation (user_id, level, since, asked_by)
    select c.user_id, coalesce(c.level, 'high'), ${now}, ${by} from authentication.confirmation c where c.user_id = ${userId} on conflict (user_id) where closed_at is null do nothing`);

export const closeReconfirmation = (tx: Write, userId: string, how: string, now: Date): Promise<number> =>
  tx.run(sql`update authentication.reconfirmation set closed_at = ${now}, closed_how = ${how} where user_id = ${userId} and closed_at is null`);

/** What an account waits for, held until the transaction ends. */
export const lockReconfirmation = (tx: Write, userId: string): Promise<{ id: string } | undefined> =>
  tx.first(z.object({ id: z.string() }), sql`select id from authentication.reconfirmation where user_id = ${userId} and closed_at is null for update`);

/** Keeps that somebody saw the person; 0 when they have said so before. */
export const insertCheck = (tx: Write, id: string, by: string, evidence: string, now: Date): Promise<number> =>
  tx.run(sql`insert into authentication.in_person_check (reconfirmation_id, checked_by, checked_at, evidence) values (${id}, ${by}, ${now}, ${evidence}) on conflict do nothing`);

const CheckRow = z.object({ checkedBy: z.string(), name: z.string(), checkedAt: z.date(), evidence: z.string() });
export type CheckRow = z.infer<typeof CheckRow>;

/** Who has seen the person whose account waits. */
export const listChecks = (tx: Read, userId: string): Promise<CheckRow[]> =>
  tx.all(
    CheckRow,
    sql`select c.checked_by, u.name, c.checked_at, c.evidence from authentication.in_person_check c join authentication.reconfirmation r on r.id = c.reconfirmation_id join access.app_user u on u.id = c.checked_by
      where r.user_id = ${userId} and r.closed_at is null order by c.checked_at, c.checked_by`,
  );

/** By which person an account was confirmed; it stays theirs. */
export const findConfirmedPerson = async (tx: Read, userId: string): Promise<string | undefined> =>
  (await tx.first(z.object({ personId: z.string() }), sql`select person_id from authentication.confirmation where user_id = ${userId}`))?.personId;
