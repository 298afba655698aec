import type { Adapter, AdapterPayload } from 'oidc-provider';
import { errors } from 'oidc-provider';
import { systemClock } from '#kernel/clock.js';
import type { Platform } from '#platform/actions/perform.js';
import { hashOf, keyedHashOf, seal, unseal } from '../domain/secrets.js';
import { type ArtifactRow, consumeArtifact, deleteArtifact, deleteOfGrant, findArtifact, findByUserCode, findSessionByUid, saveArtifact } from '../store/artifacts.js';
import { findActiveClient } from '../store/clients.js';
import { metadataOf } from './client-metadata.js';

/** What others can use to come in: kept encrypted, since it must be handed out again as it was. */
interface Secrets {
  readonly jti?: string | undefined;
  readonly userCode?: string | undefined;
  readonly deviceCode?: string | undefined;
  readonly session?: unknown;
}

/** A payload as stored, and the session of ours under a session of the provider. */
export type StoredPayload = AdapterPayload & { readonly vienkopusSession?: string };

/** The protocol's own time: other programs compare it with theirs, so it is never shifted. */
const clock = systemClock();

/** Keeps what the provider issues in PostgreSQL, so that any number of web processes give one answer. */
export const adapterOf =
  (platform: Platform) =>
  (model: string): Adapter =>
    model === 'Client' ? clientsOnly(platform) : artifactsOf(platform, model);

function artifactsOf({ database, installation }: Platform, model: string): Adapter {
  const key = installation.keyFor('artifacts of the provider');
  const codeHash = (userCode: string) => keyedHashOf(key, `user code ${userCode}`);
  const opened = (row: ArtifactRow | undefined): AdapterPayload | undefined => {
    if (!row) return undefined;
    const secrets = JSON.parse(unseal(key, row.secret)) as Secrets;
    return { ...row.payload, ...secrets, ...(row.consumedAt && { consumed: seconds(row.consumedAt) }) } as AdapterPayload;
  };
  return {
    async upsert(id, payload, expiresIn) {
      const { jti, userCode, deviceCode, session, vienkopusSession, consumed: _, ...open } = payload as StoredPayload & { deviceCode?: string; session?: unknown };
      const isSession = model === 'Session';
      await saveArtifact(database.autocommit, {
        model,
        idHash: hashOf(id),
        payload: vienkopusSession ? { ...open, vienkopusSession } : open,
        secret: seal(key, JSON.stringify({ jti, userCode, deviceCode, session } satisfies Secrets)),
        clientId: payload.clientId ?? null,
        accountId: payload.accountId ?? null,
        grantId: model === 'Grant' ? null : (payload.grantId ?? null),
        sessionUid: isSession ? (payload.uid ?? null) : null,
        sessionId: isSession ? (vienkopusSession ?? null) : null,
        userCodeHash: userCode ? codeHash(userCode) : null,
        expiresAt: new Date(clock.now().getTime() + expiresIn! * 1_000),
      });
    },
    find: async (id) => opened(await findArtifact(database.primary, model, hashOf(id))),
    findByUid: async (uid) => opened(await findSessionByUid(database.primary, uid)),
    findByUserCode: async (userCode) => opened(await findByUserCode(database.primary, codeHash(userCode))),
    async consume(id) {
      // Of two who come at the same moment one is refused like a repeat.
      const first = await consumeArtifact(database.autocommit, model, hashOf(id), clock.now());
      if (first === 0) throw new errors.InvalidGrant('already used');
    },
    destroy: async (id) => void (await deleteArtifact(database.autocommit, model, hashOf(id))),
    revokeByGrantId: async (grantId) => void (await deleteOfGrant(database.autocommit, model, grantId)),
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Clients are the register's own rows; the provider reads them and never writes. */
function clientsOnly({ database }: Platform): Adapter {
  const never = async () => {
    throw new Error('clients are changed in the register of programs only');
  };
  return {
    find: async (id) => {
      const client = UUID.test(id) ? await findActiveClient(database.primary, id) : undefined;
      return client && (metadataOf(client) as AdapterPayload);
    },
    upsert: never, findByUid: never, findByUserCode: never, consume: never, destroy: never, revokeByGrantId: never,
  };
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1_000);
