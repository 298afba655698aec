import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { systemClock } from '#kernel/clock.js';
import { assuranceOf, type Level } from '#modules/authentication/public.js';
import type { Platform } from '#platform/actions/perform.js';
import { identityOf } from '#platform/http/identity.js';
import type { View } from '#web/view.js';

/** Who is signed in here, and how sure that is, as far as programs may hear of it. */
export interface SignedIn {
  readonly userId: string;
  /** The session's id as stored (a hash). */
  readonly sessionId: string;
  readonly level: Level;
  readonly amr: readonly string[];
  /** Seconds since 1970 by the machine's clock, which programs compare with theirs. */
  readonly provenAt: number;
  /** By which identity in a municipality's directory the session began; null for every other session. */
  readonly directoryIdentityId: string | null;
}

/** The one place that asks who sent a request; nobody while a factor is still to be added. */
export function signedInOf(request: FastifyRequest, { clock }: Platform): SignedIn | null {
  const { actor, sessionId, restrictedTo } = identityOf(request);
  const assurance = assuranceOf(request);
  if (actor.kind !== 'user' || !actor.id || !sessionId || restrictedTo || !assurance) return null;
  const age = clock.now().getTime() - assurance.provenAt.getTime();
  const { level, amr, directoryIdentityId } = assurance;
  return { userId: actor.id, sessionId, level, amr, directoryIdentityId, provenAt: Math.floor((systemClock().now().getTime() - age) / 1_000) };
}

/** What stands behind a request that the provider answers; it knows nothing of Fastify. */
export interface Behind {
  readonly signedIn: SignedIn | null;
  /** Made when a page is shown; most answers are none. */
  readonly view: () => View;
  /** The address the request came from, as far as proxies are believed. */
  readonly address: string;
  /** Ends our own session of this browser. */
  readonly signOut: () => Promise<void>;
}

const behind = new WeakMap<IncomingMessage, Behind>();

export const putBehind = (raw: IncomingMessage, what: Behind): void => void behind.set(raw, what);

export function behindOf({ req }: { readonly req: IncomingMessage }): Behind {
  const found = behind.get(req);
  if (!found) throw new Error('the provider was asked past its door');
  return found;
}
