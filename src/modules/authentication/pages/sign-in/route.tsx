import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidInput } from '#kernel/errors.js';
import { fill, type Text } from '#kernel/text.js';
import { type CustomTools, custom, formPage, type WebRoute } from '#web/page-route.js';
import { beginByLink, readLink } from '../../actions/begin-by-link.js';
import { choosePassword } from '../../actions/change-password.js';
import { signOut } from '../../actions/my-sessions.js';
import { beginPasskeySignIn, signInByPasskey } from '../../actions/passkey-sign-in.js';
import { readSignIn } from '../../actions/read-sign-in.js';
import { enterCode, readSecondFactors, type SecondOutcome, useRecovery } from '../../actions/second-factor.js';
import { signIn, type SignInOutcome } from '../../actions/sign-in.js';
import { ADD_FACTOR_PATH, AWAITING_COOKIE, PROOF_COOKIE } from '../../domain/session-cookie.js';
import { CODE_HAS_SIX_DIGITS, FACTOR_NOT_ALLOWED, PASSKEY_NOT_KNOWN, PASSWORD_ENDED, SECOND_NOT_ALLOWED, SIGN_IN_AGAIN, TOO_MANY_ATTEMPTS, WRONG_CODE, WRONG_RECOVERY_CODE, WRONG_SIGN_IN } from '../../texts.js';
import { awaitSecond, enterAnew, forgetSession, localPath, rememberProof } from '../cookies.js';
import { originOf, visitorOf } from '../visitor-of.js';
import { SignInPage } from './page.js';
import { SecondPage } from './second.js';
import { LinkPage } from './link.js';

export const signInRoutes: readonly WebRoute[] = [
  custom({ method: 'GET', path: '/sign-in', handle: async (_request, _reply, at) => (at.view.actor.kind === 'user' ? at.redirect({ to: localPath(at.raw['to']) }) : showSignIn(at)) }),
  custom({
    method: 'POST',
    path: '/sign-in',
    async handle(request, reply, at) {
      if (!at.raw['login'] || !at.raw['password']) return showSignIn(at, WRONG_SIGN_IN, 422);
      const outcome = await at.perform(signIn, { ...words(at.raw, 'login', 'password'), visitor: visitorOf(request) }).catch(nobodyHas);
      return follow(reply, at, outcome, WRONG_SIGN_IN);
    },
  }),
  custom({ method: 'POST', path: '/sign-in/passkey/options', handle: (_request, reply, at) => sendPasskeyOptions(reply, at) }),
  custom({
    method: 'POST',
    path: '/sign-in/passkey',
    async handle(request, reply, at) {
      const outcome = await at.perform(signInByPasskey, { ...passkeyAnswer(request, at), awaiting: awaitingToken(request) }).catch(nobodyHas);
      return follow(reply, at, outcome, PASSKEY_NOT_KNOWN, '');
    },
  }),
  custom({ method: 'GET', path: '/sign-in/second', handle: async (request, _reply, at) => showSecond(request, at) }),
  custom({
    method: 'POST',
    path: '/sign-in/code',
    async handle(request, reply, at) {
      const code = typeof at.raw['code'] === 'string' && /^[\d\s]{6,12}$/.test(at.raw['code']) ? at.raw['code'] : null;
      if (code === null || code.replaceAll(/\s/g, '').length !== 6) return showSecond(request, at, { field: 'code', message: CODE_HAS_SIX_DIGITS });
      return followSecond(request, reply, at, await at.perform(enterCode, { token: awaitingToken(request), code, visitor: visitorOf(request) }), 'code', WRONG_CODE);
    },
  }),
  custom({
    method: 'POST',
    path: '/sign-in/recovery-code',
    async handle(request, reply, at) {
      const outcome = await at.perform(useRecovery, { token: awaitingToken(request), code: words(at.raw, 'recovery')['recovery'], visitor: visitorOf(request) }).catch(nobodyHas);
      return followSecond(request, reply, at, outcome, 'recovery', WRONG_RECOVERY_CODE);
    },
  }),
  custom({
    method: 'POST',
    path: '/sign-out',
    async handle(_request, reply, at) {
      if (at.view.sessionId) await at.perform(signOut, { present: at.view.sessionId });
      forgetSession(reply);
      return at.redirect({ to: '/', notice: SIGNED_OUT });
    },
  }),
  formPage({
    path: '/set-password/:token',
    load: readLink,
    loadInput: (raw) => ({ token: raw['token'] }),
    render: (link, view, attempt) => <LinkPage view={view} link={link} attempt={attempt} />,
    action: choosePassword,
    done: () => ({ to: '/sign-in', notice: PASSWORD_CHOSEN }),
  }),
  custom({
    method: 'POST',
    path: '/set-password/:token/means',
    async handle(request, reply, at) {
      const { token, code } = words(at.raw, 'token', 'code');
      const typed = /^\d{6}$/.test(code!.replaceAll(/\s/g, '')) ? code : undefined;
      const outcome = await at.perform(beginByLink, { token, code: typed, visitor: visitorOf(request) });
      if (outcome.kind === 'enrolment') return enterAnew(reply, at, outcome.token, ADD_FACTOR_PATH);
      const link = await at.perform(readLink, { token });
      const wrong = outcome.kind === 'throttled' ? fill(TOO_MANY_ATTEMPTS, { minutes: outcome.minutes }) : WRONG_CODE;
      return at.send(<LinkPage view={at.view} link={link} attempt={{ values: {}, errors: [{ field: 'code', message: wrong }] }} />, outcome.kind === 'throttled' ? 429 : 422);
    },
  }),
];

/** What is blank, far too long or cannot be kept nobody has: it is told as any wrong one, beside the form. */
function nobodyHas(error: unknown): { readonly kind: 'wrong' } {
  if (error instanceof InvalidInput) return { kind: 'wrong' };
  throw error;
}

/** What to ask a device that is to prove someone; the proof under way goes into a cookie. */
export async function sendPasskeyOptions(reply: FastifyReply, at: CustomTools): Promise<FastifyReply> {
  const { options, token } = await at.perform(beginPasskeySignIn, {});
  rememberProof(reply, token);
  return reply.type('application/json').send(JSON.stringify(options));
}

/** A device's answer as the actions want it. */
export const passkeyAnswer = (request: FastifyRequest, at: CustomTools) => ({
  token: request.cookies[PROOF_COOKIE] ?? '',
  answer: words(at.raw, 'answer')['answer'],
  origin: originOf(request),
  visitor: visitorOf(request),
});

/** Where a first factor leads. @param field beside which a refusal stands; empty where nothing was typed */
function follow(reply: FastifyReply, at: CustomTools, outcome: SignInOutcome, wrong: Text, field = 'login') {
  switch (outcome.kind) {
    case 'signed-in':
      return enterAnew(reply, at, outcome.token, at.raw['to']);
    case 'enrolment':
      return enterAnew(reply, at, outcome.token, '/my/sign-in');
    case 'second-factor':
      awaitSecond(reply, outcome.token);
      return at.redirect({ to: `/sign-in/second?${new URLSearchParams({ to: localPath(at.raw['to']) })}` });
    case 'throttled':
      return showSignIn(at, fill(TOO_MANY_ATTEMPTS, { minutes: outcome.minutes }), 429, field);
    case 'password-ended':
      return showSignIn(at, PASSWORD_ENDED, 403, field);
    case 'second-not-allowed':
      return showSignIn(at, SECOND_NOT_ALLOWED, 403, field);
    case 'factor-not-allowed':
      return showSignIn(at, FACTOR_NOT_ALLOWED, 403, field);
    case 'wrong':
      return showSignIn(at, wrong, 422, field);
  }
}

/** Where a second factor leads. */
function followSecond(request: FastifyRequest, reply: FastifyReply, at: CustomTools, outcome: SecondOutcome, field: string, wrong: Text) {
  if (outcome.kind === 'too-late') return at.redirect({ to: '/sign-in', notice: SIGN_IN_AGAIN });
  if (outcome.kind === 'throttled') return showSecond(request, at, { field, message: fill(TOO_MANY_ATTEMPTS, { minutes: outcome.minutes }) }, 429);
  if (outcome.kind === 'second-not-allowed') return showSecond(request, at, { field, message: SECOND_NOT_ALLOWED }, 403);
  if (outcome.kind === 'wrong') return showSecond(request, at, { field, message: wrong });
  return follow(reply, at, outcome, wrong);
}

async function showSignIn(at: CustomTools, wrong?: Text, status = 200, field = 'login') {
  const offer = await at.perform(readSignIn, {});
  const attempt = { values: words(at.raw, 'login'), errors: wrong ? [{ field, message: wrong }] : [] };
  return at.send(<SignInPage view={at.view} attempt={attempt} to={localPath(at.raw['to'])} offer={offer} />, status);
}

async function showSecond(request: FastifyRequest, at: CustomTools, wrong?: { field: string; message: Text }, status = wrong ? 422 : 200) {
  const factors = await at.perform(readSecondFactors, { token: awaitingToken(request) });
  if (!factors) return at.redirect({ to: '/sign-in', notice: SIGN_IN_AGAIN });
  return at.send(<SecondPage view={at.view} attempt={{ values: {}, errors: wrong ? [wrong] : [] }} to={localPath(at.raw['to'])} factors={factors} />, status);
}

const awaitingToken = (request: FastifyRequest) => request.cookies[AWAITING_COOKIE] ?? '';

const words = (raw: Readonly<Record<string, unknown>>, ...names: string[]) => Object.fromEntries(names.map((name) => [name, typeof raw[name] === 'string' ? raw[name] : '']));

const SIGNED_OUT: Text = { lv: 'Jūs esat izrakstījies.', en: 'You have signed out.' };
const PASSWORD_CHOSEN: Text = { lv: 'Parole ir saglabāta. Tagad pierakstieties.', en: 'The password is saved. Sign in now.' };
