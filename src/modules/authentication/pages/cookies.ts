import type { FastifyReply } from 'fastify';
import type { CustomTools } from '#web/page-route.js';
import { signOut } from '../actions/my-sessions.js';
import { AWAITING_COOKIE, PROOF_COOKIE, SESSION_COOKIE } from '../domain/session-cookie.js';

/** Browsers forget these when they close; how long each lasts is decided on the server. */
const COOKIE = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

/** Puts a session into the browser and goes on to where the person wanted. */
export function enter(reply: FastifyReply, at: CustomTools, token: string, to: unknown) {
  reply.setCookie(SESSION_COOKIE, token, COOKIE);
  reply.clearCookie(AWAITING_COOKIE, COOKIE);
  return at.redirect({ to: localPath(to) });
}

/** The same after a sign-in: the session that the browser had before ends (OWASP ASVS 5.0, 7.2.4). */
export async function enterAnew(reply: FastifyReply, at: CustomTools, token: string, to: unknown) {
  if (at.view.sessionId) await at.perform(signOut, { present: at.view.sessionId });
  return enter(reply, at, token, to);
}

export const awaitSecond = (reply: FastifyReply, token: string) => reply.setCookie(AWAITING_COOKIE, token, COOKIE);

export const rememberProof = (reply: FastifyReply, token: string) => reply.setCookie(PROOF_COOKIE, token, COOKIE);

export const forgetSession = (reply: FastifyReply) => reply.clearCookie(SESSION_COOKIE, COOKIE);

/** A path of our own, so that a crafted link cannot lead elsewhere after signing in. */
export const localPath = (to: unknown): string => (typeof to === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/');
