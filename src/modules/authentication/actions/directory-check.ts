import { z } from 'zod';
import { getParameters } from '#modules/access/public.js';
import { writeAction } from '#platform/actions/action.js';
import type { Platform } from '#platform/actions/perform.js';
import type { OutagePolicy } from '../outside/active-directory/connection.js';
import { type Verdict, verdictOf } from '../outside/active-directory/outage.js';
import { type DirectoryState, stateInDirectory } from '../outside/active-directory/state-in-directory.js';
import { leadProgramme } from '../permissions.js';
import { findOpenConnection, markActiveInDirectory } from '../store/connections.js';
import { directoryOfRow } from './directory-settings.js';
import { endSessionsOf } from './end-sessions-of.js';
import { subjectOf } from './whose-proof.js';

/** A session's identity in a directory, as the row of the session has it. */
interface DirectoryIdentity {
  readonly identityId: string;
  readonly issuer: string;
  readonly sealedSubject: Buffer;
  /** When the directory last called the person active. */
  readonly activeAt: Date | null;
}

/** What a directory said, or that its connection is closed. */
type Said = { readonly kind: DirectoryState['kind']; readonly outage: OutagePolicy } | { readonly kind: 'closed' };

interface Asked {
  /** Until when the answer is kept, in milliseconds; null while it is awaited. */
  until: number | null;
  readonly said: Promise<Said>;
}

const answers = new WeakMap<Platform, Map<string, Asked>>();
const KEPT_AT_MOST = 5_000;
/** How old the mark of when someone was last called active may grow before it is renewed. */
const MARK_AFTER_MS = 60_000;

/** What becomes of a session by what its directory says now; the answer is shared by all requests of some seconds. */
export async function judgeByDirectory(platform: Platform, identity: DirectoryIdentity): Promise<{ readonly verdict: Verdict; readonly state: Said['kind'] }> {
  const said = await saidOf(platform, identity);
  const verdict = said.kind === 'closed' ? 'end' : verdictOf(said.kind, said.outage, identity.activeAt, platform.clock.now());
  // Whoever is let back in there and signs in anew is not ended by what was said before.
  if (verdict === 'end') answers.get(platform)?.delete(identity.identityId);
  return { verdict, state: said.kind };
}

function saidOf(platform: Platform, identity: DirectoryIdentity): Promise<Said> {
  const kept = answers.get(platform) ?? new Map<string, Asked>();
  answers.set(platform, kept);
  const now = platform.clock.now().getTime();
  const known = kept.get(identity.identityId);
  if (known && (known.until === null || now < known.until)) return known.said;
  if (kept.size > KEPT_AT_MOST) kept.clear();
  const asked: Asked = {
    until: null,
    said: ask(platform, identity).then(
      ({ said, seconds }) => {
        asked.until = platform.clock.now().getTime() + seconds * 1000;
        return said;
      },
      (error: unknown) => {
        kept.delete(identity.identityId);
        throw error;
      },
    ),
  };
  kept.set(identity.identityId, asked);
  return asked.said;
}

async function ask({ database, clock, installation }: Platform, { identityId, issuer, sealedSubject, activeAt }: DirectoryIdentity): Promise<{ said: Said; seconds: number }> {
  const { 'directory-check-seconds': seconds } = await getParameters(database.primary, clock.today());
  const row = await findOpenConnection(database.primary, issuer.slice('ad:'.length));
  if (!row) return { said: { kind: 'closed' }, seconds };
  const directory = directoryOfRow(installation, row);
  const { kind } = await stateInDirectory(directory, subjectOf(installation, sealedSubject), clock.now());
  const now = clock.now();
  if (kind === 'active' && (activeAt === null || now.getTime() - activeAt.getTime() >= MARK_AFTER_MS)) await database.transaction((tx) => markActiveInDirectory(tx, identityId, now));
  return { said: { kind, outage: directory.outage }, seconds };
}

/** Someone left the directory: every session begun by that identity ends. */
export const endSessionsByDirectory = writeAction({
  name: 'authentication.end-sessions-by-directory',
  title: { lv: 'Sesijas izbeigtas, jo konts pašvaldības domēnā vairs nav derīgs', en: 'Sessions ended, since the account in the municipality’s domain no longer holds' },
  permission: leadProgramme,
  input: z.object({ userId: z.uuid(), identityId: z.uuid(), state: z.string() }),
  run: (context, { userId, identityId }) => endSessionsOf(context, userId, { identity: identityId }, 'directory'),
  audit: ({ input, output }) => ({ facts: { user: input.userId, state: input.state, sessions: output } }),
});
