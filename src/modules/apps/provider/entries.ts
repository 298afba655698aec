import type { KoaContextWithOIDC } from 'oidc-provider';
import { ANONYMOUS } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { keepEntry } from '../actions/keep-entry.js';
import { findSessionByUid } from '../store/artifacts.js';
import { factsOf } from './client-metadata.js';
import type { RequestWork } from './request-work.js';

/** A code of either kind that was just exchanged for tokens. */
interface Exchanged {
  readonly accountId?: string;
  readonly sessionUid?: string;
  readonly params?: { readonly device_name?: unknown };
}

/** Before a program gets its tokens by a code, that the person entered it is written down; renewing them later is no entry. */
export async function noteEntry(platform: Platform, ctx: KoaContextWithOIDC, work: RequestWork): Promise<void> {
  const { oidc } = ctx;
  if (oidc?.route !== 'token' || ctx.status !== 200 || !oidc.client) return;
  const { AuthorizationCode: code, DeviceCode: device } = oidc.entities as { readonly AuthorizationCode?: Exchanged; readonly DeviceCode?: Exchanged };
  const exchanged = code ?? device;
  if (!exchanged?.accountId) return;
  const { accountId, sessionUid, params } = exchanged;
  const session = sessionUid === undefined ? undefined : (work.sessionsByUid.get(sessionUid) ?? (await findSessionByUid(platform.database.primary, sessionUid)));
  const sessionId = session?.payload['vienkopusSession'];
  const named = params?.device_name;
  const entry = { way: device ? 'device' : 'program', program: factsOf(oidc.client).title, sessionId: typeof sessionId === 'string' ? sessionId : null, addressPrefix: '', device: device && typeof named === 'string' ? named.slice(0, 100) : '' };
  await perform(platform, keepEntry, { userId: accountId, clientId: oidc.client.clientId, entry }, { actor: ANONYMOUS });
}
