import { createSecretKey } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { systemClock } from '#kernel/clock.js';
import { findUnstorable } from '#kernel/storable.js';
import type { Platform } from '#platform/actions/perform.js';
import { seal, unseal } from '#platform/secrets/sealed-box.js';
import { hashOf, keyedHashOf } from '../domain/secrets.js';
import { artifactKey, type ArtifactRow, deleteArtifact, deleteOfGrant, findArtifact, findByUserCode, findSessionByUid, type NewArtifact } from '../store/artifacts.js';
import { type EnteredClient, findActiveClient } from '../store/clients.js';
import { metadataOf } from './client-metadata.js';
import { CODE, codeOpener, codesOf } from './codes.js';
import { gatheredOf } from './gathered.js';
import { isUuid, readAheadOfCode, readAheadOfEntry } from './read-ahead.js';
import { currentWork, forget, refuseSecond, saveWork } from './request-work.js';

/** What others can use to come in: kept encrypted, since it must be handed out again as it was. */
interface Secrets {
  readonly jti?: string | undefined;
  readonly userCode?: string | undefined;
  readonly deviceCode?: string | undefined;
  readonly session?: unknown;
}

/** A payload as stored, and the session of ours under a session of the provider. */
export type StoredPayload = AdapterPayload & { readonly vienkopusSession?: string };

/** What is also looked up by something else than its id, which must then be given back. */
const FOUND_OTHERWISE = new Set(['Session', 'DeviceCode']);

/** What makes a repeat known must be there for the very next request, not only at the end of this one. */
const AT_ONCE = new Set(['ReplayDetection']);

/** What a code or a refresh token is exchanged for: saved together with the mark that it is used. */
const EXCHANGED_FOR = new Set(['AccessToken']);

/** How many seconds of its life a session may have spent before it is written again unchanged: a write a minute, not one per request. */
const RENEWED_AFTER = 60;

/** The protocol's own time: other programs compare it with theirs, so it is never shifted. */
const clock = systemClock();

/**
 * Keeps what the provider issues in PostgreSQL, so that any number of web processes give one answer. Within a request it
 * reads ahead in one statement and lets writes wait for one another (`request-work.ts`).
 */
export const adapterOf =
  (platform: Platform) =>
  (model: string): Adapter =>
    model === 'Client' ? clientsOnly(platform) : model === CODE ? codesOf(platform) : artifactsOf(platform, model);

function artifactsOf({ database, installation }: Platform, model: string): Adapter {
  const key = createSecretKey(installation.keyFor('artifacts of the provider'));
  const codeHash = (userCode: string) => keyedHashOf(key, `user code ${userCode}`);

  const opened = (row: ArtifactRow | undefined, jti?: string): AdapterPayload | undefined => {
    if (!row) return undefined;
    const secrets = row.secret ? (JSON.parse(unseal(key, row.secret)) as Secrets) : {};
    return { ...(model === 'Session' ? copyOf(row.payload) : row.payload), ...(jti && { jti }), ...secrets, ...(row.consumedAt && { consumed: seconds(row.consumedAt) }) } as AdapterPayload;
  };

  function closed(id: string, payload: AdapterPayload, expiresIn: number): NewArtifact {
    const { jti, userCode, deviceCode, session, vienkopusSession, consumed: _, ...open } = payload as StoredPayload & { deviceCode?: string; session?: unknown };
    const isSession = model === 'Session';
    const secrets: Secrets = { ...((jti !== id || FOUND_OTHERWISE.has(model)) && { jti }), ...(userCode && { userCode }), ...(deviceCode && { deviceCode }), ...(session !== undefined && { session }) };
    return {
      model,
      idHash: hashOf(id),
      payload: vienkopusSession ? { ...open, vienkopusSession } : open,
      secret: Object.keys(secrets).length > 0 ? seal(key, JSON.stringify(secrets)) : null,
      clientId: payload.clientId ?? null,
      accountId: payload.accountId ?? null,
      grantId: model === 'Grant' ? null : (payload.grantId ?? null),
      sessionUid: isSession ? (payload.uid ?? null) : null,
      sessionId: isSession ? (vienkopusSession ?? null) : null,
      userCodeHash: userCode ? codeHash(userCode) : null,
      expiresAt: new Date(clock.now().getTime() + expiresIn * 1_000),
    };
  }

  return {
    async upsert(id, payload, expiresIn) {
      if (findUnstorable(payload)) throw new errors.InvalidRequest('a parameter has a character that cannot be kept (U+0000)');
      const one = closed(id, payload, expiresIn!);
      const work = currentWork()?.work;
      if (!work || AT_ONCE.has(model)) return void (await gatheredOf(database).save({ all: [one] }));
      const key = artifactKey(model, one.idHash);
      if (model === 'Session' && saysTheSame(work.artifacts.get(key), one)) return;
      work.waiting.set(key, one);
      if (EXCHANGED_FOR.has(model) && work.used) await saveWork(database, work);
    },
    async find(id) {
      const idHash = hashOf(id);
      const now = currentWork();
      if (!now) return opened(await findArtifact(database.primary, model, idHash), id);
      const { ctx, work } = now;
      const key = artifactKey(model, idHash);
      const waiting = work.waiting.get(key);
      if (waiting) return opened({ ...waiting, consumedAt: null }, id);
      if (model === 'Session') await readAheadOfEntry(database, ctx, work, id);
      if (!work.artifacts.has(key)) work.artifacts.set(key, await findArtifact(database.primary, model, idHash));
      return opened(work.artifacts.get(key), id);
    },
    findByUid: async (uid) => opened(currentWork()?.work.sessionsByUid.get(uid) ?? (await findSessionByUid(database.primary, uid))),
    findByUserCode: async (userCode) => opened(await findByUserCode(database.primary, codeHash(userCode))),
    async consume(id) {
      const used = { model, idHash: hashOf(id), at: clock.now() };
      const work = currentWork()?.work;
      if (work?.used) await saveWork(database, work);
      if (work) work.used = used;
      else refuseSecond(await gatheredOf(database).save({ all: [], used }));
    },
    async destroy(id) {
      const idHash = hashOf(id);
      const work = currentWork()?.work;
      if (work) forget(work, (key) => key === artifactKey(model, idHash));
      await deleteArtifact(database.autocommit, model, idHash);
    },
    async revokeByGrantId(grantId) {
      const work = currentWork()?.work;
      if (work) forget(work, (_, one) => one.grantId === grantId);
      await deleteOfGrant(database.autocommit, model, grantId);
    },
  };
}

/** The library changes sessions as it goes; what was read stays to be compared with. */
const copyOf = ({ authorizations = {}, ...rest }: ArtifactRow['payload']): ArtifactRow['payload'] => ({
  ...rest,
  authorizations: Object.fromEntries(Object.entries(authorizations as object).map(([clientId, one]) => [clientId, { ...(one as object) }])),
});

/** Whether a session would be written again with nothing new in it. */
function saysTheSame(stored: ArtifactRow | undefined, { payload }: NewArtifact): boolean {
  if (!stored) return false;
  const { exp: until, ...said } = payload;
  const { exp: storedUntil, ...before } = stored.payload;
  return Number(until) - Number(storedUntil) < RENEWED_AFTER && isDeepStrictEqual(said, before);
}

/** Clients are the register's own rows; the provider reads them and never writes. */
function clientsOnly({ database, installation }: Platform): Adapter {
  const open = codeOpener(installation);
  const never = async () => {
    throw new Error('clients are changed in the register of programs only');
  };
  return {
    find: async (id) => {
      const client = isUuid(id) ? await clientOf(id) : undefined;
      return client && (metadataOf(client) as AdapterPayload);
    },
    upsert: never, findByUid: never, findByUserCode: never, consume: never, destroy: never, revokeByGrantId: never,
  };

  async function clientOf(id: string): Promise<EnteredClient | undefined> {
    const now = currentWork();
    if (!now) return findActiveClient(database.primary, id);
    const { ctx, work } = now;
    await readAheadOfEntry(database, ctx, work, null);
    await readAheadOfCode(database, ctx, work, id, open);
    if (!work.clients.has(id)) work.clients.set(id, await findActiveClient(database.primary, id));
    return work.clients.get(id);
  }
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1_000);
