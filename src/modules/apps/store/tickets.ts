import { z } from 'zod';
import { LEVELS } from '#modules/authentication/public.js';
import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';

export interface NewTicket {
  readonly hash: string;
  readonly userId: string;
  readonly clientId: string;
  readonly askedBy: string;
  readonly host: string;
  readonly level: (typeof LEVELS)[number];
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

export const insertTicket = (tx: Write, ticket: NewTicket): Promise<void> => tx.insert('apps.ticket', { ...ticket });

const TakenRow = z.object({ userId: z.string(), host: z.string(), level: z.enum(LEVELS), late: z.boolean() });

/** Takes a ticket made for a program, once, whether it still counts or not: who comes second finds nothing. */
export const takeTicket = (tx: Write, hash: string, clientId: string, now: Date): Promise<z.infer<typeof TakenRow> | undefined> =>
  tx.first(TakenRow, sql`update apps.ticket set used_at = ${now} where hash = ${hash} and client_id = ${clientId} and used_at is null
    returning user_id, host, level, expires_at <= ${now} as late`);

export const deleteTicketsBefore = (tx: Write, day: Date): Promise<number> => tx.run(sql`delete from apps.ticket where expires_at < ${day}`);
