import type { AdapterPayload, KoaContextWithOIDC } from 'oidc-provider';
import type { Database } from '#platform/db/database.js';
import { hashOf } from '../domain/secrets.js';
import { artifactKey, type ArtifactRow } from '../store/artifacts.js';
import { CODE } from './codes.js';
import { gatheredOf } from './gathered.js';
import type { RequestWork } from './request-work.js';
import { behindOf } from './signed-in.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isUuid = (id: unknown): id is string => typeof id === 'string' && UUID.test(id);

/** Before a person enters a program: it, the session `sessionId` of the provider, the person, and what was granted before. */
export async function readAheadOfEntry(database: Database, ctx: KoaContextWithOIDC, work: RequestWork, sessionId: string | null): Promise<void> {
  const clientId = ctx.query['client_id'];
  if (ctx.oidc.route !== 'authorization' || ctx.method !== 'GET' || !isUuid(clientId) || work.clients.has(clientId)) return;
  const userId = behindOf(ctx).signedIn?.userId ?? null;
  const sessionHash = sessionId && hashOf(sessionId);
  const row = await gatheredOf(database).entry({ clientId, sessionHash, userId });
  work.keysInForce = row.keysInForce ?? '';
  work.clients.set(clientId, row.client ?? undefined);
  if (userId) {
    work.accounts.set(userId, row.account ?? undefined);
    work.consents.set(`${userId} ${clientId}`, row.consent ?? undefined);
  }
  if (sessionHash) work.artifacts.set(artifactKey('Session', sessionHash), artifact(row.sessionPayload, row.sessionSecret));
  const grantId = grantOf(row.sessionPayload, clientId);
  if (grantId) work.artifacts.set(artifactKey('Grant', hashOf(grantId)), artifact(row.grantPayload, row.grantSecret));
}

/** Before a program exchanges a code: it, the mark of an earlier use, and the session, the grant and the person behind it. */
export async function readAheadOfCode(database: Database, { oidc }: KoaContextWithOIDC, work: RequestWork, clientId: string, open: (code: string) => AdapterPayload | undefined): Promise<void> {
  const code = oidc.params?.['code'];
  if (oidc.route !== 'token' || oidc.params?.['grant_type'] !== 'authorization_code' || typeof code !== 'string' || work.clients.has(clientId)) return;
  const payload = open(code);
  if (!payload) return;
  const { accountId, grantId, sessionUid } = payload as { accountId: string; grantId: string; sessionUid: string };
  const codeHash = hashOf(code);
  const row = await gatheredOf(database).code({ clientId, codeHash, sessionUid, grantHash: hashOf(grantId), accountId });
  work.clients.set(clientId, row.client ?? undefined);
  work.accounts.set(accountId, row.account ?? undefined);
  work.artifacts.set(artifactKey(CODE, codeHash), row.usedAt ? { payload: {}, secret: null, consumedAt: row.usedAt } : undefined);
  work.artifacts.set(artifactKey('Grant', hashOf(grantId)), artifact(row.grantPayload, row.grantSecret));
  const session = artifact(row.sessionPayload, row.sessionSecret);
  if (session) work.sessionsByUid.set(sessionUid, session);
}

const artifact = (payload: ArtifactRow['payload'] | null, secret: Buffer | null): ArtifactRow | undefined => (payload ? { payload, secret, consumedAt: null } : undefined);

const grantOf = (session: ArtifactRow['payload'] | null, clientId: string): string | undefined =>
  (session?.['authorizations'] as Record<string, { grantId?: string }> | undefined)?.[clientId]?.grantId;
