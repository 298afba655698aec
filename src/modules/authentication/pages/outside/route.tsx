import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CustomTools, custom, type WebRoute } from '#web/page-route.js';
import { comeBack, keepAnswer, leaveForProvider } from '../../actions/outside-proof.js';
import { openMunicipalProvider } from '../../actions/municipal-ways.js';
import { openProviders } from '../../actions/providers.js';
import { readChoice } from '../../actions/read-choice.js';
import { SMART_ID } from '../../actions/read-sign-in.js';
import { enterAs } from '../../actions/sign-in-by-proof.js';
import { isRefusal, type RedirectProvider } from '../../outside/proving.js';
import { NO_SUCH_PROVIDER, NOBODY_PROVEN, OUTSIDE_ENDED } from '../../texts.js';
import { localPath, rememberProof } from '../cookies.js';
import { visitorOf } from '../visitor-of.js';
import { ChoosePage } from './choose.js';
import { DeparturePage } from './departure.js';
import { followProof, followProven, noted, refuse } from './follow.js';
import { leaveForSmartId, smartIdRoutes } from './smart-id-route.js';
import { proofToken, userOf, wishesOf } from './wishes.js';

export const outsideRoutes: readonly WebRoute[] = [
  custom({
    method: 'POST',
    path: '/sign-in/outside/:id',
    handle: (request, reply, at) => (at.raw['id'] === SMART_ID ? leaveForSmartId(request, reply, at) : leave(request, reply, at)),
  }),
  custom({ method: 'GET', path: '/sign-in/outside/:id/back', handle: (request, reply, at) => back(request, reply, at) }),
  custom({ method: 'POST', path: '/sign-in/outside/:id/back', answersAnotherSite: true, handle: (_request, reply, at) => answerPosted(reply, at) }),
  ...smartIdRoutes,
  custom({
    method: 'GET',
    path: '/sign-in/choose',
    async handle(request, _reply, at) {
      const accounts = await at.perform(readChoice, { token: proofToken(request) });
      return accounts.length > 0 ? at.send(<ChoosePage view={at.view} accounts={accounts} to={localPath(at.raw['to'])} />) : at.redirect({ to: '/sign-in', notice: OUTSIDE_ENDED });
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
async function leave(request: FastifyRequest, reply: FastifyReply, at: CustomTools) {
  const { provider, publicUrl, now, connection } = await providerOf(at);
  const { purpose, to } = wishesOf(at);
  if (!provider) return refuse(at, NO_SUCH_PROVIDER, to);
  const departure = await provider.begin({ returnTo: `${publicUrl}/sign-in/outside/${provider.id}/back`, lang: at.view.lang, now, anew: purpose !== 'sign-in' });
  if (isRefusal(departure)) {
    await noted(request, at, provider.method, purpose, departure);
    return refuse(at, provider.say(departure.reason), to);
  }
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
  if (!provider || fieldsOf(at)[provider.handleField] !== token) return refuse(at, OUTSIDE_ENDED, '/sign-in');
  const away = (await at.perform(comeBack, { provider: provider.id, token, userId: at.view.actor.id })) ?? (await at.perform(comeBack, { provider: provider.id, token, userId: null }));
  if (!away) return refuse(at, OUTSIDE_ENDED, '/sign-in');
  const outcome = await provider.finish(away.state, away.answer ?? fieldsOf(at), now);
  if (outcome.kind === 'refused') await noted(request, at, provider.method, away.purpose, outcome);
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
  if (!provider || !handle) return refuse(at, OUTSIDE_ENDED, '/sign-in');
  await at.perform(keepAnswer, { provider: provider.id, token: handle, answer: fieldsOf(at) });
  return reply.redirect(`/sign-in/outside/${provider.id}/back?${new URLSearchParams({ [provider.handleField]: handle })}`, 303);
}

/** A provider of the installation, or of a municipality (`c-<connection>`). */
async function providerOf(at: CustomTools) {
  const { redirects, publicUrl, now } = await at.perform(openProviders, {});
  const provider: RedirectProvider | undefined = redirects.find((one) => one.id === at.raw['id']);
  return provider ? { provider, publicUrl, now, connection: null } : at.perform(openMunicipalProvider, { provider: at.raw['id'] });
}

const fieldsOf = (at: CustomTools): Record<string, string> => Object.fromEntries(Object.entries(at.raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'id'));
