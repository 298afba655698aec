import type { FastifyRequest } from 'fastify';
import { type Actor, ANONYMOUS } from '../actions/actor.js';

/** Who sent a request, and the secret that ties its forms to its session. */
export interface Identity {
  readonly actor: Actor;
  /** Token that each form of this session carries; empty for the anonymous. */
  readonly csrfToken: string;
  /** Whether a form was opened in an earlier session of the same user, which this one took the place of. */
  readonly isOwnEarlierForm?: (isOf: (token: string) => boolean) => Promise<boolean>;
  /** The session's id as stored (a hash), for "sign out" and "my sessions". */
  readonly sessionId: string | null;
  /** Until when the proof of who this is counts as fresh; null where there is no session. */
  readonly freshUntil: Date | null;
  /** When the session ends unless it is used before, and how long it lasts unused; null where there is no session. */
  readonly ends: { readonly at: Date; readonly idleMinutes: number } | null;
  /** Of nobody: whether a session stood behind the request once that no longer holds. */
  readonly hadSession?: boolean;
  /** The only part of the program this session may open yet (a factor must be added first); null when all of it. */
  readonly restrictedTo: string | null;
  /** Scopes that a machine asked for with its token: it wants to be held to them. Its rights are those of its user all the same. */
  readonly tokenScopes?: readonly string[];
}

/** Finds out who sent a request, from its cookie or key. Given by the access module. */
export type Identify = (request: FastifyRequest) => Promise<Identity | null>;

export const NOBODY: Identity = { actor: ANONYMOUS, csrfToken: '', sessionId: null, freshUntil: null, ends: null, restrictedTo: null };

const identities = new WeakMap<FastifyRequest, Identity>();

export const setIdentity = (request: FastifyRequest, identity: Identity): void => void identities.set(request, identity);

export const identityOf = (request: FastifyRequest): Identity => identities.get(request) ?? NOBODY;
