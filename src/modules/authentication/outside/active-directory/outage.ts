import type { OutagePolicy } from './connection.js';
import type { DirectoryState } from './state-in-directory.js';

/** What becomes of a session: it goes on, this one request is refused and the session kept, or the session ends. */
export type Verdict = 'go-on' | 'hold' | 'end';

/**
 * Judges a session by what the directory said. An outage ends nobody's session and begins none: with grace, work goes on for
 * some minutes after the directory last called the person active; without, requests wait until it answers again.
 * @param lastActiveAt when the directory last said `active` of this person; null: not since the session began.
 */
export function verdictOf(state: DirectoryState['kind'], outage: OutagePolicy, lastActiveAt: Date | null, now: Date): Verdict {
  if (state === 'active') return 'go-on';
  if (state !== 'unreachable') return 'end';
  if (outage.kind === 'refuse' || lastActiveAt === null) return 'hold';
  return now.getTime() - lastActiveAt.getTime() <= outage.minutes * 60_000 ? 'go-on' : 'hold';
}
