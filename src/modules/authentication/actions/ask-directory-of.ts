import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import type { Verdict } from '../outside/active-directory/outage.js';
import { findDirectoryIdentity } from '../store/connections.js';
import { endSessionsByDirectory, judgeByDirectory } from './directory-check.js';

interface Answer {
  readonly verdict: Verdict;
  /** The directory that was asked and did not answer; null where one did, or none is left to ask. */
  readonly silent: string | null;
}

/**
 * What becomes of what somebody began elsewhere through an identity in a directory, by what it says now; whoever left it is
 * out here too. An identity that is no more is out as well. Of directories known to be silent nothing is asked.
 */
export async function askDirectoryOf(platform: Platform, identityId: string, knownSilent: ReadonlySet<string> = new Set()): Promise<Answer> {
  const identity = await findDirectoryIdentity(platform.database.primary, identityId);
  if (!identity) return { verdict: 'end', silent: null };
  if (knownSilent.has(identity.issuer)) return { verdict: 'hold', silent: identity.issuer };
  const { verdict, state } = await judgeByDirectory(platform, identity);
  if (verdict === 'end') await perform(platform, endSessionsByDirectory, { userId: identity.userId, identityId, state }, { actor: systemActor('authentication.directory-check') });
  return { verdict, silent: state === 'unreachable' ? identity.issuer : null };
}
