import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Platform } from '#platform/actions/perform.js';
import type { Identify, Identity } from '#platform/http/identity.js';
import { SESSION_COOKIE } from './domain/session-cookie.js';
import { hashOfToken } from './domain/token.js';
import { actorOfRow } from './store/actor.js';
import { findSignedIn, touchSession } from './store/sessions.js';

/** How old the mark of last use may grow before it is renewed: a write a minute per session, not one per request. */
const TOUCH_AFTER_MS = 60_000;

/**
 * Finds out who sent a request from its session cookie. Session and rights are read anew each time, in one query on the
 * writing server, so a session or a right that ended is gone at the very next request.
 */
export const identifyBy =
  (platform: Platform): Identify =>
  async (request: FastifyRequest): Promise<Identity | null> => {
    const token = request.cookies[SESSION_COOKIE];
    if (!token) return null;
    const sessionId = hashOfToken(token);
    const now = platform.clock.now();
    const found = await findSignedIn(platform.database.primary, sessionId, now, platform.clock.today());
    if (!found) return null;
    if (now.getTime() - found.lastUsedAt.getTime() >= TOUCH_AFTER_MS) await platform.database.transaction((tx) => touchSession(tx, sessionId, now));
    return { actor: actorOfRow(found), sessionId, csrfToken: formToken(platform, sessionId) };
  };

/** The token that ties a form to its session: nobody can make it who does not hold the program's secret. */
const formToken = ({ installation }: Platform, sessionId: string): string =>
  createHmac('sha256', installation.keyFor('form tokens')).update(sessionId).digest('base64url');
