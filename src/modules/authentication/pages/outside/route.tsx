import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CustomTools, custom, type WebRoute } from '#web/page-route.js';
import { comeBack, keepAnswer, leaveForProvider, lookAway, OUTSIDE_PURPOSES, type OutsidePurpose } from '../../actions/outside-proof.js';
import { openMunicipalProvider } from '../../actions/municipal-ways.js';
import { openProviders } from '../../actions/providers.js';
import { readChoice } from '../../actions/read-choice.js';
import { SMART_ID } from '../../actions/read-sign-in.js';
import { enterAs } from '../../actions/sign-in-by-proof.js';
import { PROOF_COOKIE } from '../../domain/session-cookie.js';
import { isRefusal, type RedirectProvider } from '../../outside/proving.js';
import { NO_SUCH_PROVIDER, NOBODY_PROVEN, SIGN_IN_AGAIN } from '../../texts.js';
import { localPath, rememberProof } from '../cookies.js';
import { visitorOf } from '../visitor-of.js';
import { ChoosePage } from './choose.js';
import { DeparturePage } from './departure.js';
import { followProof, followProven, refuse } from './follow.js';
import { SmartIdPage } from './smart-id.js';

const WAIT = '/sign-in/smart-id';

export const outsideRoutes: readonly WebRoute[] = [
  custom({
    method: 'POST',
    path: '/sign-in/outside/:id',
    handle: (_request, reply, at) => (at.raw['id'] === SMART_ID ? leaveForSmartId(reply, at) : leave(reply, at)),
  }),
  custom({ method: 'GET', path: '/sign-in/outside/:id/back', handle: (request, reply, at) => back(request, reply, at) }),
  custom({ method: 'POST', path: '/sign-in/outside/:id/back', answersAnotherSite: true, handle: (_request, reply, at) => answerPosted(reply, at) }),
  custom({ method: 'GET', path: WAIT, handle: (request, reply, at) => waitForSmartId(request, reply, at) }),
  custom({
    method: 'GET',
    path: '/sign-in/choose',
    async handle(request, _reply, at) {
      const accounts = await at.perform(readChoice, { token: proofToken(request) });
      return accounts.length > 0 ? at.send(<ChoosePage view={at.view} accounts={accounts} to={localPath(at.raw['to'])} />) : at.redirect({ to: '/sign-in', notice: SIGN_IN_AGAIN });
    },
  }),
  custom({
    method: 'POST',
    path: '/sign-in/choose',
    async handle(request, reply, at) {
      const entry = await at.perform(enterAs, { token: proofToken(request), user: at.raw['user'], visitor: visitorOf(request) });
      return followProof(reply, at, entry, localPath(at.raw['to']));
    },
  }),
];

/** Sends the person to a provider and remembers what it will be asked when they are back. */
async function leave(reply: FastifyReply, at: CustomTools) {
  const { provider, publicUrl, now, connection } = await providerOf(at);
  const { purpose, to } = wishesOf(at);
  if (!provider) return refuse(at, NO_SUCH_PROVIDER, to);
  const departure = await provider.begin({ returnTo: `${publicUrl}/sign-in/outside/${provider.id}/back`, lang: at.view.lang, now, anew: purpose !== 'sign-in' });
  if (isRefusal(departure)) return refuse(at, provider.say(departure.reason), to);
  const handle = String(departure.state['handle']);
  rememberProof(reply, await at.perform(leaveForProvider, { provider: provider.id, purpose, to, state: departure.state, handle, userId: userOf(at, purpose) }));
  if (!connection) return reply.redirect(departure.address, 303);
  // Where a form leads is said before any municipality is known (content security policy), so a page of ours goes between.
  reply.header('refresh', `0; url=${departure.address}`);
  return at.send(<DeparturePage view={at.view} title={provider.title} address={departure.address} />);
}

/** The person is back in the very browser that left: only it has the cookie. */
async function back(request: FastifyRequest, reply: FastifyReply, at: CustomTools) {
  const { provider, now, connection } = await providerOf(at);
  const token = proofToken(request);
  if (!provider || fieldsOf(at)[provider.handleField] !== token) return refuse(at, SIGN_IN_AGAIN, '/sign-in');
  const away = (await at.perform(comeBack, { provider: provider.id, token, userId: at.view.actor.id })) ?? (await at.perform(comeBack, { provider: provider.id, token, userId: null }));
  if (!away) return refuse(at, SIGN_IN_AGAIN, '/sign-in');
  const outcome = await provider.finish(away.state, away.answer ?? fieldsOf(at), now);
  if (outcome.kind !== 'proven') return refuse(at, outcome.kind === 'refused' ? provider.say(outcome.reason) : NOBODY_PROVEN, away.to);
  return followProven(request, reply, at, away.purpose, away.to, outcome.proof, connection ? { connection, groups: [] } : null);
}

/**
 * Another site's form brings no cookie of ours (SameSite), so what it says is kept, encrypted, and looked at only once the
 * browser that left asks for it with its cookie.
 */
async function answerPosted(reply: FastifyReply, at: CustomTools) {
  const { provider } = await providerOf(at);
  const handle = provider && fieldsOf(at)[provider.handleField];
  if (!provider || !handle) return refuse(at, SIGN_IN_AGAIN, '/sign-in');
  await at.perform(keepAnswer, { provider: provider.id, token: handle, answer: fieldsOf(at) });
  return reply.redirect(`/sign-in/outside/${provider.id}/back?${new URLSearchParams({ [provider.handleField]: handle })}`, 303);
}

async function leaveForSmartId(reply: FastifyReply, at: CustomTools) {
  const { smartId, publicUrl, now } = await at.perform(openProviders, {});
  const { purpose, to } = wishesOf(at);
  if (!smartId) return refuse(at, NO_SUCH_PROVIDER, to);
  const begun = await smartId.beginDeviceLink({ lang: at.view.lang, now, person: null, returnTo: `${publicUrl}${WAIT}` });
  if (isRefusal(begun)) return refuse(at, smartId.say(begun.reason), to);
  rememberProof(reply, await at.perform(leaveForProvider, { provider: SMART_ID, purpose, to, state: begun.state, handle: null, userId: userOf(at, purpose) }));
  return at.redirect({ to: WAIT });
}

async function waitForSmartId(request: FastifyRequest, reply: FastifyReply, at: CustomTools) {
  const { smartId, now } = await at.perform(openProviders, {});
  const token = proofToken(request);
  const owners = [...new Set([at.view.actor.id, null])];
  const looked = await Promise.all(owners.map(async (userId) => ({ userId, away: await at.perform(lookAway, { provider: SMART_ID, token, userId }) })));
  const found = looked.find(({ away }) => away);
  if (!smartId || !found?.away) return refuse(at, SIGN_IN_AGAIN, '/sign-in');
  const came = 'value' in at.view.query ? at.view.query : null;
  const outcome = await smartId.finish(found.away.state, came, now);
  if (outcome.kind === 'waiting') return at.send(<SmartIdPage view={at.view} links={smartId.links(found.away.state, at.view.lang, now)} />);
  const away = await at.perform(comeBack, { provider: SMART_ID, token, userId: found.userId });
  if (!away) return refuse(at, SIGN_IN_AGAIN, '/sign-in');
  if (outcome.kind === 'refused') return refuse(at, smartId.say(outcome.reason), away.to);
  return followProven(request, reply, at, away.purpose, away.to, outcome.proof, null);
}

const proofToken = (request: FastifyRequest): string => request.cookies[PROOF_COOKIE] ?? '';

/** A first sign-in belongs to nobody yet; everything else to who is signed in. */
const userOf = (at: CustomTools, purpose: OutsidePurpose) => (purpose === 'sign-in' ? null : at.view.actor.id);

function wishesOf(at: CustomTools): { purpose: OutsidePurpose; to: string } {
  const purpose = OUTSIDE_PURPOSES.find((one) => one === at.raw['purpose']) ?? 'sign-in';
  return { purpose, to: localPath(at.raw['to']) };
}

/** A provider of the installation, or of a municipality (`c-<connection>`). */
async function providerOf(at: CustomTools) {
  const { redirects, publicUrl, now } = await at.perform(openProviders, {});
  const provider: RedirectProvider | undefined = redirects.find((one) => one.id === at.raw['id']);
  return provider ? { provider, publicUrl, now, connection: null } : at.perform(openMunicipalProvider, { provider: at.raw['id'] });
}

const fieldsOf = (at: CustomTools): Record<string, string> => Object.fromEntries(Object.entries(at.raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'id'));
