import type { FastifyReply, FastifyRequest } from 'fastify';
import { fill, type Text } from '#kernel/text.js';
import { type CustomTools, custom, formPage, type WebRoute } from '#web/page-route.js';
import { choosePassword, readPasswordRules } from '../../actions/change-password.js';
import { type CodeOutcome, enterCode } from '../../actions/enter-code.js';
import { signOut } from '../../actions/my-sessions.js';
import { readSignIn } from '../../actions/read-sign-in.js';
import { signIn } from '../../actions/sign-in.js';
import { AWAITING_COOKIE, SESSION_COOKIE } from '../../domain/session-cookie.js';
import { addressPrefix, deviceName } from '../../domain/visitor.js';
import { SIGN_IN_AGAIN, TOO_MANY_ATTEMPTS, WRONG_CODE, WRONG_SIGN_IN } from '../../texts.js';
import { CodePage, SetPasswordPage, SignInPage } from './page.js';

const COOKIE = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

export const signInRoutes: readonly WebRoute[] = [
  custom({ method: 'GET', path: '/sign-in', handle: async (_request, _reply, at) => (at.view.actor.kind === 'user' ? at.redirect({ to: localPath(at.raw['to']) }) : showSignIn(at)) }),
  custom({
    method: 'POST',
    path: '/sign-in',
    async handle(request, reply, at) {
      if (!at.raw['login'] || !at.raw['password']) return showSignIn(at, WRONG_SIGN_IN, 422);
      const outcome = await at.perform(signIn, { ...words(at.raw, 'login', 'password'), visitor: visitorOf(request) });
      if (outcome.kind === 'wrong') return showSignIn(at, WRONG_SIGN_IN, 422);
      if (outcome.kind === 'throttled') return showSignIn(at, fill(TOO_MANY_ATTEMPTS, { minutes: outcome.minutes }), 429);
      if (outcome.kind === 'signed-in') return enter(reply, at, outcome.token, at.raw['to']);
      reply.setCookie(AWAITING_COOKIE, outcome.token, COOKIE);
      return at.redirect({ to: `/sign-in/code?${new URLSearchParams({ to: localPath(at.raw['to']) })}` });
    },
  }),
  custom({ method: 'GET', path: '/sign-in/code', handle: async (_request, _reply, at) => at.send(<CodePage view={at.view} attempt={NOTHING_TYPED} to={localPath(at.raw['to'])} />) }),
  custom({
    method: 'POST',
    path: '/sign-in/code',
    async handle(request, reply, at) {
      const code = typeof at.raw['code'] === 'string' && /^[\d\s]{6,12}$/.test(at.raw['code']) ? at.raw['code'] : null;
      if (code === null || code.replaceAll(/\s/g, '').length !== 6) return showCode(at, WRONG_CODE, 422);
      const outcome: CodeOutcome = await at.perform(enterCode, { token: request.cookies[AWAITING_COOKIE] ?? '', code, visitor: visitorOf(request) });
      switch (outcome.kind) {
        case 'signed-in':
        case 'code-needed':
          return enter(reply, at, outcome.token, at.raw['to']);
        case 'too-late':
          return at.redirect({ to: '/sign-in', notice: SIGN_IN_AGAIN });
        case 'throttled':
          return showCode(at, fill(TOO_MANY_ATTEMPTS, { minutes: outcome.minutes }), 429);
        case 'wrong':
          return showCode(at, WRONG_CODE, 422);
      }
    },
  }),
  custom({
    method: 'POST',
    path: '/sign-out',
    async handle(_request, reply, at) {
      if (at.view.sessionId) await at.perform(signOut, { present: at.view.sessionId });
      reply.clearCookie(SESSION_COOKIE, COOKIE);
      return at.redirect({ to: '/', notice: SIGNED_OUT });
    },
  }),
  formPage({
    path: '/set-password/:token',
    load: readPasswordRules,
    render: ({ leastLength }, view, attempt) => <SetPasswordPage view={view} attempt={attempt} leastLength={leastLength} />,
    action: choosePassword,
    done: () => ({ to: '/sign-in', notice: PASSWORD_CHOSEN }),
  }),
];

const NOTHING_TYPED = { values: {}, errors: [] };

async function showSignIn(at: CustomTools, wrong?: Text, status = 200) {
  const demo = await at.perform(readSignIn, {});
  const attempt = { values: words(at.raw, 'login'), errors: wrong ? [{ field: 'login', message: wrong }] : [] };
  return at.send(<SignInPage view={at.view} attempt={attempt} to={localPath(at.raw['to'])} demo={demo} />, status);
}

const showCode = (at: CustomTools, wrong: Text, status: number) => at.send(<CodePage view={at.view} attempt={{ values: {}, errors: [{ field: 'code', message: wrong }] }} to={localPath(at.raw['to'])} />, status);

/** The browser forgets the cookie when it closes; how long the session lasts is decided here, not there. */
function enter(reply: FastifyReply, at: CustomTools, token: string, to: unknown) {
  reply.setCookie(SESSION_COOKIE, token, COOKIE);
  reply.clearCookie(AWAITING_COOKIE, COOKIE);
  return at.redirect({ to: localPath(to) });
}

/** A path of our own, so that a crafted link cannot lead elsewhere after signing in. */
const localPath = (to: unknown): string => (typeof to === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/');

const words = (raw: Readonly<Record<string, unknown>>, ...names: string[]) => Object.fromEntries(names.map((name) => [name, typeof raw[name] === 'string' ? raw[name] : '']));

const visitorOf = (request: FastifyRequest) => ({ addressPrefix: addressPrefix(request.ip), device: deviceName(request.headers['user-agent'] ?? '') });

const SIGNED_OUT: Text = { lv: 'Jūs esat izrakstījies.', en: 'You have signed out.' };
const PASSWORD_CHOSEN: Text = { lv: 'Parole ir saglabāta. Tagad pierakstieties.', en: 'The password is saved. Sign in now.' };
