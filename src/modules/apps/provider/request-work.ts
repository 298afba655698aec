import type { IncomingMessage } from 'node:http';
import Provider, { type AdapterPayload, errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { Database } from '#platform/db/database.js';
import type { AccountRow } from '../store/accounts.js';
import type { ArtifactRow, NewArtifact, Used } from '../store/artifacts.js';
import type { EnteredClient } from '../store/clients.js';
import { gatheredOf } from './gathered.js';

/**
 * What one request to the provider has read at once and is to write at once. It ends with the request: the next one reads
 * anew, so that whoever was suspended, closed or used up in between is so there.
 */
export interface RequestWork {
  readonly clients: Map<string, EnteredClient | undefined>;
  readonly accounts: Map<string, AccountRow | undefined>;
  /** By user and client. */
  readonly consents: Map<string, readonly string[] | undefined>;
  /** By model and hash of the id. */
  readonly artifacts: Map<string, ArtifactRow | undefined>;
  readonly sessionsByUid: Map<string, ArtifactRow>;
  /** Codes that were opened, and what they say. */
  readonly opened: Map<string, AdapterPayload | undefined>;
  /** Written with the next `save`, at the latest before the answer is sent. */
  readonly waiting: Map<string, NewArtifact>;
  used?: Used | undefined;
  /** Which signing keys are not withdrawn, where that was read with the rest. */
  keysInForce?: string;
}

const works = new WeakMap<IncomingMessage, RequestWork>();

export function beginWork(ctx: { readonly req: IncomingMessage }): RequestWork {
  const work: RequestWork = { clients: new Map(), accounts: new Map(), consents: new Map(), artifacts: new Map(), sessionsByUid: new Map(), opened: new Map(), waiting: new Map() };
  works.set(ctx.req, work);
  return work;
}

/** The work of the request that is being answered; undefined outside of the provider's own routes. */
export function currentWork(): { readonly ctx: KoaContextWithOIDC; readonly work: RequestWork } | undefined {
  const ctx = Provider.ctx;
  const work = ctx && works.get(ctx.req);
  return ctx && work && { ctx, work };
}

export const workOf = ({ req }: { readonly req: IncomingMessage }): RequestWork | undefined => works.get(req);

/** What was read may no longer be so, and of what waits this is not to be written. */
export function forget(work: RequestWork, which: (key: string, one: NewArtifact) => boolean): void {
  for (const [key, one] of work.waiting) if (which(key, one)) work.waiting.delete(key);
  work.artifacts.clear();
  work.sessionsByUid.clear();
}

/**
 * Writes what waits, in one statement.
 * @throws InvalidGrant where tokens wait for a code that somebody else has used in the meantime; then nothing is written.
 */
export async function saveWork(database: Database, work: RequestWork): Promise<void> {
  const { used } = work;
  const all = [...work.waiting.values()];
  work.used = undefined;
  work.waiting.clear();
  if (!used && all.length === 0) return;
  const saved = await gatheredOf(database).save({ all, used });
  if (all.length > 0) refuseSecond(saved);
}

/** Of two who come at the same moment with one code the second is refused like a repeat. */
export function refuseSecond(isFirst: boolean): void {
  if (!isFirst) throw new errors.InvalidGrant('already used');
}
