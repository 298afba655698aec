import type Provider from 'oidc-provider';
import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import { askDirectoryOf } from '#modules/authentication/public.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { endAppSessions } from '../actions/end-sessions.js';
import { DIRECTORY_OF_GRANT } from '../store/artifacts.js';
import { behindOf } from './signed-in.js';

type Grant = InstanceType<Provider['Grant']> & { [DIRECTORY_OF_GRANT]?: string };

/** Lets grants remember by which identity in a directory they were given. */
export function keepDirectoriesOfGrants(provider: Provider): void {
  const Grant = provider.Grant as unknown as { readonly IN_PAYLOAD: readonly string[] };
  const kept = [...Grant.IN_PAYLOAD, DIRECTORY_OF_GRANT];
  Object.defineProperty(Grant, 'IN_PAYLOAD', { get: () => kept });
}

/** Marks a grant with the directory of who enters now; false where it bore that mark already. What a directory once vouched for stays marked. */
export function markDirectory(ctx: KoaContextWithOIDC, grant: Grant): boolean {
  const identityId = behindOf(ctx).signedIn?.directoryIdentityId;
  if (!identityId || grant[DIRECTORY_OF_GRANT] === identityId) return false;
  grant[DIRECTORY_OF_GRANT] = identityId;
  return true;
}

/**
 * Whether who was given a grant is still active in the directory by which they entered; whoever is not is out of every program.
 * Asked whenever a program uses what it was given, since the person's own requests may never come again.
 * @throws TemporarilyUnavailable (503) while the directory is silent; what was given stays.
 */
export async function isStillInDirectory(platform: Platform, provider: Provider, grantId: string | undefined): Promise<boolean> {
  const grant = grantId ? ((await provider.Grant.find(grantId)) as Grant | undefined) : undefined;
  const identityId = grant?.[DIRECTORY_OF_GRANT];
  if (!grant?.accountId || !identityId) return true;
  const { verdict } = await askDirectoryOf(platform, identityId);
  if (verdict === 'hold') throw Object.assign(new errors.TemporarilyUnavailable('the directory of the municipality does not answer'), { status: 503, statusCode: 503 });
  if (verdict === 'end') await endByDirectory(platform, grant.accountId);
  return verdict === 'go-on';
}

/** Ends all that programs were given for someone who left the directory, and tells those programs. */
export const endByDirectory = (platform: Platform, userId: string): Promise<unknown> =>
  perform(platform, endAppSessions, { userId, sessions: [], why: 'directory' }, { actor: systemActor('apps.directory-check') });
