import { z } from 'zod';
import { sharedWrite } from '#platform/db/sharing.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { SignInEvent } from '../domain/sign-in-event.js';

interface NewSignInEvent extends SignInEvent {
  readonly userId: string;
  readonly at: Date;
  readonly addressPrefix: string;
  readonly device: string;
  /** The session that stood behind it: where and on what it was begun is told instead. */
  readonly sessionId?: string | null;
}

const insertAll = sharedWrite((tx, events: readonly NewSignInEvent[]) => {
  const rows = events.map(({ userId, at, kind, way, reason, program, addressPrefix, device, sessionId }) => ({ user_id: userId, at, kind, way, reason, program_lv: program?.lv ?? '', program_en: program?.en ?? '', address_prefix: addressPrefix, device, session_id: sessionId ?? null }));
  return tx.run(sql`insert into authentication.sign_in_event (user_id, at, kind, way, reason, program_lv, program_en, address_prefix, device)
    select n.user_id, n.at, n.kind, n.way, n.reason, n.program_lv, n.program_en, coalesce(s.address_prefix, n.address_prefix), coalesce(nullif(n.device, ''), s.device, '')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(user_id uuid, at timestamptz, kind text, way text, reason text, program_lv text, program_en text, address_prefix text, device text, session_id text)
    left join authentication.session s on s.id = n.session_id`);
});

export const insertSignInEvent = (tx: Write, event: NewSignInEvent): Promise<void> => insertAll(tx, event);

const EventRow = z.object({ id: z.string(), at: z.date(), kind: z.enum(['refused', 'asked', 'entered']), way: z.string(), reason: z.string(), programLv: z.string(), programEn: z.string(), addressPrefix: z.string(), device: z.string() });
export type EventRow = z.infer<typeof EventRow>;

/** The latest of a user's events: entries into programs, or all else. */
export const listSignInEvents = (tx: Read, userId: string, which: 'entries' | 'others', limit: number): Promise<EventRow[]> =>
  tx.all(
    EventRow,
    sql`select e.id, e.at, e.kind, e.way, e.reason, e.program_lv, e.program_en, e.address_prefix, e.device from authentication.sign_in_event e
      where e.user_id = ${userId} and (e.kind = 'entered') = ${which === 'entries'} order by e.at desc, e.id desc limit ${limit}`,
  );

export const deleteSignInEventsBefore = (tx: Write, day: Date): Promise<number> => tx.run(sql`delete from authentication.sign_in_event where at < ${day}`);
