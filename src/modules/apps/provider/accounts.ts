import { createSecretKey } from 'node:crypto';
import type { Account, KoaContextWithOIDC } from 'oidc-provider';
import type { Installation } from '#platform/actions/installation.js';
import type { Platform } from '#platform/actions/perform.js';
import { pairwiseSubject } from '../domain/secrets.js';
import { findAccountOf } from '../store/accounts.js';
import { findConsent } from '../store/consents.js';
import { factsOf } from './client-metadata.js';
import { isFromElsewhere } from './device-networks.js';
import { isStillInDirectory, markDirectory } from './directory.js';
import { workOf } from './request-work.js';

/** Tells who a user is to the programs of a sector. */
export function subjectsOf(installation: Installation): (sector: string, userId: string) => string {
  const key = createSecretKey(installation.keyFor('pairwise subjects'));
  return (sector, userId) => pairwiseSubject(key, sector, userId);
}

/** An active user as the provider sees them: nobody else is found, so that the tokens of one who is suspended, or out of the directory by which they entered, serve no more, nor those of a device outside its networks. */
export const accountFinder =
  (platform: Platform) =>
  async (ctx: KoaContextWithOIDC, userId: string, token?: { readonly grantId?: string | undefined }): Promise<Account | undefined> => {
    const known = workOf(ctx)?.accounts;
    const found = known?.has(userId) ? known.get(userId) : await findAccountOf(platform.database.primary, userId);
    if (!found || isFromElsewhere(ctx) || !(await isStillInDirectory(platform, ctx.oidc.provider, token?.grantId))) return undefined;
    // Only what the scopes name is handed on, and the subject is made pairwise on its way out.
    return { accountId: userId, claims: async () => ({ sub: userId, name: found.name, email: found.email }) };
  };

/** Which data of a user a program may have: all it is registered for where it is one of our own, else what the user agreed to. */
export const grantLoader =
  ({ database }: Platform) =>
  async (ctx: KoaContextWithOIDC) => {
    const { oidc } = ctx;
    const { provider, session, account } = oidc;
    const client = oidc.client!;
    const known = session!.grantIdFor(client.clientId);
    const grant = known ? await provider.Grant.find(known) : undefined;
    const asked = [...oidc.requestParamOIDCScopes];
    if (!factsOf(client).firstParty) {
      const consents = workOf(ctx)?.consents;
      const pair = `${account!.accountId} ${client.clientId}`;
      const agreed = consents?.has(pair) ? consents.get(pair) : await findConsent(database.primary, account!.accountId, client.clientId);
      if (!agreed || asked.some((scope) => !PROTOCOL_SCOPES.has(scope) && !agreed.includes(scope))) return grant;
    }
    const fresh = grant ?? new provider.Grant({ accountId: account!.accountId, clientId: client.clientId });
    const had = new Set(fresh.getOIDCScopeEncountered().split(' '));
    const marked = markDirectory(ctx, fresh);
    if (grant && !marked && asked.every((scope) => had.has(scope))) return grant;
    fresh.addOIDCScope(asked.join(' '));
    await fresh.save();
    return fresh;
  };

/** Scopes that name no data. */
const PROTOCOL_SCOPES = new Set(['openid', 'offline_access']);
