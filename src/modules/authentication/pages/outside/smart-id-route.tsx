import type { FastifyReply, FastifyRequest } from 'fastify';
import { fill } from '#kernel/text.js';
import { parsePersonCode } from '#kernel/person-code.js';
import { type CustomTools, custom, type WebRoute } from '#web/page-route.js';
import { mayAskPhone, rememberBrowser } from '../../actions/ask-phone.js';
import { comeBack, leaveForProvider, lookAway } from '../../actions/outside-proof.js';
import { openProviders } from '../../actions/providers.js';
import { SMART_ID } from '../../actions/read-sign-in.js';
import type { Visitor } from '../../actions/visitor-input.js';
import { KNOWN_FOR_SECONDS } from '../../domain/known-browser.js';
import { SMART_ID_COOKIE } from '../../domain/session-cookie.js';
import { isRefusal } from '../../outside/proving.js';
import { NO_SUCH_PROVIDER, NOT_A_PERSON_CODE, OUTSIDE_ENDED, PHONE_NOT_KNOWN_HERE, SIGNED_IN_ALREADY, TOO_MANY_ASKS } from '../../texts.js';
import { rememberProof } from '../cookies.js';
import { visitorOf } from '../visitor-of.js';
import { followProven, noted, refuse } from './follow.js';
import { AskPhonePage, SmartIdPage } from './smart-id.js';
import { proofToken, userOf, wishesOf } from './wishes.js';

const WAIT = '/sign-in/smart-id';
const PHONE = '/sign-in/smart-id/phone';

export const smartIdRoutes: readonly WebRoute[] = [
  custom({ method: 'GET', path: WAIT, handle: (request, reply, at) => wait(request, reply, at) }),
  custom({ method: 'GET', path: PHONE, handle: async (_request, _reply, at) => at.send(<AskPhonePage view={at.view} attempt={{ values: {}, errors: [] }} {...wishesOf(at)} />) }),
  custom({ method: 'POST', path: PHONE, handle: (request, reply, at) => askPhone(request, reply, at) }),
];

/** First contact by a link, which nobody can send to somebody else's phone. */
export async function leaveForSmartId(request: FastifyRequest, reply: FastifyReply, at: CustomTools) {
  const { smartId, publicUrl, now } = await at.perform(openProviders, {});
  const { purpose, to } = wishesOf(at);
  if (!smartId) return refuse(at, NO_SUCH_PROVIDER, to);
  const begun = await smartId.beginDeviceLink({ lang: at.view.lang, now, person: null, returnTo: `${publicUrl}${WAIT}` });
  if (isRefusal(begun)) {
    await noted(request, at, 'smart-id', purpose, begun);
    return refuse(at, smartId.say(begun.reason), to);
  }
  return away(reply, at, begun.state);
}

/** Later contact by pushing to the phone of a code that was typed; only in a browser in which this person has used Smart-ID before. */
async function askPhone(request: FastifyRequest, reply: FastifyReply, at: CustomTools) {
  const { smartId, now } = await at.perform(openProviders, {});
  const { purpose, to } = wishesOf(at);
  if (!smartId) return refuse(at, NO_SUCH_PROVIDER, to);
  const person = parsePersonCode(typeof at.raw['code'] === 'string' ? at.raw['code'] : '');
  if (!person) return at.send(<AskPhonePage view={at.view} attempt={{ values: {}, errors: [{ field: 'code', message: NOT_A_PERSON_CODE }] }} purpose={purpose} to={to} />, 422);
  const allowed = await at.perform(mayAskPhone, { code: person, known: knownOf(request), visitor: visitorOf(request) });
  if (allowed.kind === 'throttled') return refuse(at, fill(TOO_MANY_ASKS, { minutes: allowed.minutes }), to, 429);
  if (allowed.kind === 'not-known-here') return refuse(at, PHONE_NOT_KNOWN_HERE, to);
  const begun = await smartId.beginNotification({ lang: at.view.lang, now, person });
  if (isRefusal(begun)) {
    await noted(request, at, 'smart-id', purpose, { ...begun, whose: { issuer: '', subject: null, personCode: person } });
    return refuse(at, smartId.say(begun.reason), to);
  }
  return away(reply, at, { ...begun.state, verificationCode: begun.verificationCode }, visitorOf(request));
}

async function away(reply: FastifyReply, at: CustomTools, state: object, asked?: Visitor) {
  const { purpose, to } = wishesOf(at);
  rememberProof(reply, await at.perform(leaveForProvider, { provider: SMART_ID, purpose, to, state, handle: null, userId: userOf(at, purpose), asked }));
  return at.redirect({ to: WAIT });
}

async function wait(request: FastifyRequest, reply: FastifyReply, at: CustomTools) {
  const { smartId, now } = await at.perform(openProviders, {});
  const token = proofToken(request);
  const owners = [...new Set([at.view.actor.id, null])];
  const looked = await Promise.all(owners.map(async (userId) => ({ userId, away: await at.perform(lookAway, { provider: SMART_ID, token, userId }) })));
  const found = looked.find((one) => one.away);
  // The phone's link was opened in another tab and finished there: this one has nothing left to wait for.
  if (smartId && !found?.away && at.view.actor.id && !at.view.restricted) return at.redirect({ to: '/', notice: SIGNED_IN_ALREADY });
  if (!smartId || !found?.away) return refuse(at, OUTSIDE_ENDED, '/sign-in');
  const { state, purpose, to } = found.away;
  const outcome = await smartId.finish(state, 'value' in at.view.query ? at.view.query : null, now);
  if (outcome.kind === 'waiting') {
    const { verificationCode = null } = state as { verificationCode?: string };
    const byPhone = request.cookies[SMART_ID_COOKIE] ? `${PHONE}?${new URLSearchParams({ purpose, to })}` : null;
    return at.send(<SmartIdPage view={at.view} links={smartId.links(state, at.view.lang, now)} verificationCode={verificationCode} byPhone={byPhone} back={purpose === 'sign-in' ? null : to} />);
  }
  if (!(await at.perform(comeBack, { provider: SMART_ID, token, userId: found.userId }))) return refuse(at, OUTSIDE_ENDED, '/sign-in');
  if (outcome.kind === 'refused') {
    await noted(request, at, 'smart-id', purpose, outcome);
    return refuse(at, smartId.say(outcome.reason), to);
  }
  if (outcome.proof.personCode) {
    const known = await at.perform(rememberBrowser, { code: outcome.proof.personCode, asked: 'verificationCode' in (state as object), visitor: visitorOf(request) });
    reply.setCookie(SMART_ID_COOKIE, known, { path: '/sign-in', httpOnly: true, sameSite: 'lax', maxAge: KNOWN_FOR_SECONDS });
  }
  return followProven(request, reply, at, purpose, to, outcome.proof, null);
}

const knownOf = (request: FastifyRequest): string => (request.cookies[SMART_ID_COOKIE] ?? '').slice(0, 200);
