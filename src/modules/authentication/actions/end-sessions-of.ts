import type { WriteContext } from '#platform/actions/action.js';
import { sessionsEnded } from '../events.js';
import { endBeyond, type EndedWhy, endSessions, type WhichSessions } from '../store/sessions.js';

/** What ends what programs were given to last, also where no session of ours is open any more: whoever has a lost device may hold tokens for days. */
const ENDS_TOKENS_TOO: readonly EndedWhy[] = ['password-changed', 'reset', 'factor-changed'];

/** Ends sessions of a user and says so, for the applications entered through them; tells how many. */
export async function endSessionsOf({ tx, now, announce }: Pick<WriteContext, 'tx' | 'now' | 'announce'>, userId: string, which: WhichSessions, why: EndedWhy, replacedBy?: string): Promise<number> {
  const sessions = await endSessions(tx, userId, which, why, now);
  if (sessions.length > 0 || ENDS_TOKENS_TOO.includes(why)) await announce(sessionsEnded, { userId, sessions, why, ...(replacedBy && { replacedBy }), ...(why === 'factor-changed' && { at: now.toISOString() }) });
  return sessions.length;
}

/** How many sessions a user may have at once: more than anyone's devices, and bounded (OWASP ASVS 5.0, 7.1.2; docs/security/sessions.md). */
export const MOST_SESSIONS = 50;

/** Ends what goes beyond that, the longest unused first. */
export async function keepAtMost({ tx, now, announce }: Pick<WriteContext, 'tx' | 'now' | 'announce'>, userId: string, most: number): Promise<void> {
  const sessions = await endBeyond(tx, userId, most, now);
  if (sessions.length > 0) await announce(sessionsEnded, { userId, sessions, why: 'too-many' });
}
