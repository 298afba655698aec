import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { actorOfRow } from '#modules/access/public.js';
import { Unauthenticated } from '#kernel/errors.js';
import { isInside } from '#kernel/network.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { gathering } from '#platform/db/gathering.js';
import { type Identify, type Identity, identityOf, NOBODY } from '#platform/http/identity.js';
import { endSessionsByDirectory, judgeByDirectory } from './actions/directory-check.js';
import { heardByPrograms } from './domain/factors.js';
import { ADD_FACTOR_PATH, SESSION_COOKIE } from './domain/session-cookie.js';
import type { Level } from './domain/proof.js';
import { hashOfToken } from './domain/token.js';
import { listEarlierSessions, listSignedIn, type SignedInRow, touchSession } from './store/sessions.js';
import { DIRECTORY_SILENT, OUTSIDE_OWN_NETWORKS } from './texts.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who asks matters here, but not what they may: they hold no rights in this request, and none are looked up. */
    readonly rightsUnused?: boolean;
  }
}

/** How old the mark of last use may grow before it is renewed: a write a minute per session, not one per request. */
const TOUCH_AFTER_MS = 60_000;

/** How long after a session ended and another of the same user began a form that was open meanwhile can still be sent. */
const FORM_LIVES_MS = 60 * 60_000;

/** How sure a session is: for applications that ask for more than a password. */
export interface Assurance {
  readonly level: Level;
  readonly amr: readonly string[];
  readonly provenAt: Date;
  /** By which identity in a municipality's directory the session began; null for every other session. */
  readonly directoryIdentityId: string | null;
}

const assurances = new WeakMap<FastifyRequest, Assurance>();

/** How sure the session behind a request is; undefined when nobody is signed in. */
export const assuranceOf = (request: FastifyRequest): Assurance | undefined => (identityOf(request).sessionId ? assurances.get(request) : undefined);

/**
 * Finds out who sent a request from its session cookie. Session and rights are read anew each time, in one query on the
 * writing server, so a session or a right that ended is gone at the very next request.
 */
export function identifyBy(platform: Platform): Identify {
  const findSignedIn = { withRights: signedInFinder(platform, true), withoutRights: signedInFinder(platform, false) };
  return async (request: FastifyRequest): Promise<Identity | null> => {
    const token = request.cookies[SESSION_COOKIE];
    if (!token) return null;
    const sessionId = hashOfToken(token);
    const now = platform.clock.now();
    const found = await findSignedIn[request.routeOptions.config.rightsUnused ? 'withoutRights' : 'withRights'](sessionId);
    if (!found) return { ...NOBODY, hadSession: true };
    if (!isWhereItHolds(request, found) || !(await isStillInDirectory(platform, request, found))) return null;
    const isTouched = now.getTime() - found.lastUsedAt.getTime() >= TOUCH_AFTER_MS;
    if (isTouched) await platform.database.transaction((tx) => touchSession(tx, sessionId, now));
    assurances.set(request, { level: found.level, amr: heardByPrograms(found.amr), provenAt: found.provenAt, directoryIdentityId: found.directoryIssuer === null ? null : found.outsideIdentityId });
    return {
      actor: actorOfSession(found),
      sessionId,
      csrfToken: formToken(platform, sessionId),
      isOwnEarlierForm: async (isOf) => (await listEarlierSessions(platform.database.primary, found.userId, new Date(now.getTime() - FORM_LIVES_MS), now)).some(({ id }) => isOf(formToken(platform, id))),
      freshUntil: found.freshUntil,
      ends: { at: endOf(found, isTouched ? now : found.lastUsedAt), idleMinutes: found.idleMinutes },
      restrictedTo: found.awaits === 'enrolment' ? ADD_FACTOR_PATH : null,
    };
  };
}

const endOf = ({ expiresAt, idleMinutes }: SignedInRow, lastUsedAt: Date): Date => new Date(Math.min(expiresAt.getTime(), lastUsedAt.getTime() + idleMinutes * 60_000));

/** Finds who is signed in by a session; requests at the same moment share a look-up. */
const signedInFinder = ({ database, clock }: Platform, withRights: boolean) =>
  gathering(async (ids: readonly string[]) => {
    const found = new Map((await listSignedIn(database.primary, [...new Set(ids)], clock.now(), clock.today(), withRights)).map((one) => [one.sessionId, one]));
    return ids.map((id) => found.get(id));
  });

/** What stays open while a session waits: the start page, to which the refusal leads, other ways to sign in, and how pages look. */
const OPEN_MEANWHILE = ['/assets/', '/sign-in', '/sign-out'];
const isOpenMeanwhile = ({ url }: FastifyRequest): boolean => /^\/(\?|$)/.test(url) || OPEN_MEANWHILE.some((path) => url.startsWith(path));

/**
 * Whether a session that one factor opened, since it was begun inside the municipality's networks, is still used there.
 * @throws Unauthenticated elsewhere; the session stays, for when its owner is back.
 */
function isWhereItHolds(request: FastifyRequest, { onlyWithin }: SignedInRow): boolean {
  if (onlyWithin === null || isInside(request.ip, onlyWithin)) return true;
  if (!isOpenMeanwhile(request)) throw new Unauthenticated('outside-own-networks', OUTSIDE_OWN_NETWORKS);
  return false;
}

/**
 * Whether someone who signed in by a municipality's directory is still active there; for every other session it is not asked.
 * Whoever is not is out everywhere.
 * @throws Unauthenticated while the directory is silent; the session stays.
 */
async function isStillInDirectory(platform: Platform, request: FastifyRequest, found: SignedInRow): Promise<boolean> {
  const { userId, outsideIdentityId: identityId, directoryIssuer: issuer, directorySubject: sealedSubject, directoryActiveAt: activeAt } = found;
  if (identityId === null || issuer === null || sealedSubject === null) return true;
  const { verdict, state } = await judgeByDirectory(platform, { identityId, issuer, sealedSubject, activeAt });
  if (verdict === 'end') await perform(platform, endSessionsByDirectory, { userId, identityId, state }, { actor: systemActor('authentication.directory-check'), requestId: request.id });
  if (verdict === 'hold' && !isOpenMeanwhile(request)) throw new Unauthenticated('directory-silent', DIRECTORY_SILENT);
  return verdict === 'go-on';
}

/** Whoever must still add a factor holds no rights until then. */
const actorOfSession = (found: SignedInRow) => actorOfRow(found.awaits === 'enrolment' ? { ...found, rights: [] } : found);

/** The token that ties a form to its session: nobody can make it who does not hold the program's secret. */
function formToken({ installation }: Platform, sessionId: string): string {
  const key = formKeys.get(installation) ?? createSecretKey(installation.keyFor('form tokens'));
  formKeys.set(installation, key);
  return createHmac('sha256', key).update(sessionId).digest('base64url');
}

/** Deriving the key takes longer than all else about a token. */
const formKeys = new WeakMap<Platform['installation'], KeyObject>();
