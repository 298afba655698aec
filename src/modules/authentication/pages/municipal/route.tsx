import type { FastifyReply, FastifyRequest } from 'fastify';
import { fill, type Text } from '#kernel/text.js';
import { type CustomTools, custom, type WebRoute } from '#web/page-route.js';
import { beginDirectoryTry, endDirectoryTry, SAYS_NOTHING } from '../../actions/directory-tries.js';
import { beginLinking, type MunicipalWays, openDirectory, readMunicipalWays } from '../../actions/municipal-ways.js';
import { noteRefusal } from '../../actions/note-refusal.js';
import type { OutsidePurpose } from '../../actions/outside-proof.js';
import { acceptNegotiate } from '../../outside/active-directory/accept-negotiate.js';
import { proveByDirectoryPassword } from '../../outside/active-directory/prove-by-password.js';
import { DIRECTORY_REFUSALS } from '../../outside/active-directory/texts.js';
import { NO_SUCH_PROVIDER, TOO_MANY_ATTEMPTS } from '../../texts.js';
import { localPath } from '../cookies.js';
import { followProven, refuse } from '../outside/follow.js';
import { visitorOf } from '../visitor-of.js';
import { MunicipalitiesPage } from './municipalities.js';
import { type MunicipalPurpose, MunicipalityPage } from './municipality.js';

/** Which municipality this browser last signed in to; it says nothing of the person. */
const REMEMBERED = 'municipality';
const A_YEAR = 31_536_000;

export const municipalRoutes: readonly WebRoute[] = [
  custom({ method: 'GET', path: '/sign-in/municipal', handle: (request, reply, at) => choose(request, reply, at) }),
  custom({ method: 'GET', path: '/sign-in/municipal/:unit', handle: (_request, reply, at) => show(reply, at) }),
  custom({ method: 'POST', path: '/sign-in/municipal/:unit/:connection/password', handle: (request, reply, at) => byPassword(request, reply, at) }),
  custom({ method: 'GET', path: '/sign-in/municipal/:unit/:connection/ticket', handle: (request, reply, at) => byTicket(request, reply, at, 'sign-in') }),
  custom({ method: 'POST', path: '/sign-in/municipal/:unit/:connection/ticket', handle: (request, reply, at) => byTicket(request, reply, at, wishesOf(at).purpose) }),
];

/** Straight to the municipality where there is one only, or where this browser was before. */
async function choose(request: FastifyRequest, reply: FastifyReply, at: CustomTools) {
  const municipalities = await at.perform(readMunicipalWays, {});
  const { purpose, to } = wishesOf(at);
  const said = at.raw['unit'] ?? (at.raw['other'] ? undefined : request.cookies[REMEMBERED]);
  const known = municipalities.length === 1 ? municipalities[0] : municipalities.find(({ unitId }) => String(unitId) === said);
  if (known) return reply.redirect(`/sign-in/municipal/${known.unitId}?${new URLSearchParams({ purpose, to })}`, 303);
  return at.send(<MunicipalitiesPage view={at.view} municipalities={municipalities} purpose={purpose} to={to} />);
}

async function show(reply: FastifyReply, at: CustomTools, wrong?: { connection: string; message: Text }, status = 200) {
  const municipalities = await at.perform(readMunicipalWays, {});
  const { purpose, to } = wishesOf(at);
  const municipality = municipalities.find(({ unitId }) => String(unitId) === at.raw['unit']);
  if (!municipality) return refuse(at, NO_SUCH_PROVIDER, '/sign-in', 404);
  if (purpose === 'link') await at.perform(beginLinking, {});
  reply.setCookie(REMEMBERED, String(municipality.unitId), { path: '/sign-in', httpOnly: true, sameSite: 'lax', maxAge: A_YEAR });
  return at.send(<MunicipalityPage view={at.view} municipality={offered(municipality, purpose)} others={municipalities.length > 1} purpose={purpose} to={to} login={typed(at, 'login')} wrong={wrong} />, status);
}

/** A ticket asks nothing of the person, so it does not show that it is still them. */
const offered = (municipality: MunicipalWays, purpose: MunicipalPurpose): MunicipalWays =>
  purpose === 'again' ? { ...municipality, ways: municipality.ways.map((way) => ({ ...way, ticket: false })) } : municipality;

async function byPassword(request: FastifyRequest, reply: FastifyReply, at: CustomTools) {
  const connection = wordOf(at, 'connection');
  const [login, password] = [typed(at, 'login').trim(), typed(at, 'password')];
  const again = (message: Text, status = 422) => show(reply, at, { connection, message }, status);
  if (login === '' || password === '' || login.length > 256 || password.length > 1_000) return again(DIRECTORY_REFUSALS['nothing-entered']);
  const begun = await at.perform(beginDirectoryTry, { connection, login, visitor: visitorOf(request) });
  if (begun.kind === 'throttled') return again(fill(TOO_MANY_ATTEMPTS, { minutes: begun.minutes }), 429);
  const outcome = await proveByDirectoryPassword(begun.directory, login, password);
  const refusal = outcome.kind === 'refused' ? outcome.reason : null;
  await at.perform(endDirectoryTry, { connection, attempt: begun.attempt, refusal, whose: outcome.kind === 'refused' ? (outcome.whose ?? null) : { issuer: outcome.proof.issuer, subject: outcome.proof.subject, personCode: null }, visitor: visitorOf(request) });
  if (outcome.kind === 'refused') return again(DIRECTORY_REFUSALS[outcome.reason], SAYS_NOTHING.includes(outcome.reason) ? 503 : 422);
  const { purpose, to } = wishesOf(at);
  return followProven(request, reply, at, purpose, to, outcome.proof, { connection, groups: outcome.groups });
}

/** Asks the browser for the ticket of its Windows session, and takes it (RFC 4559). */
async function byTicket(request: FastifyRequest, reply: FastifyReply, at: CustomTools, purpose: MunicipalPurpose) {
  const connection = wordOf(at, 'connection');
  const { to } = wishesOf(at);
  const back = `/sign-in/municipal/${wordOf(at, 'unit')}?${new URLSearchParams({ purpose, to })}`;
  const { directory, now } = await at.perform(openDirectory, { connection });
  if (purpose === 'again') return refuse(at, NO_SUCH_PROVIDER, back);
  const outcome = await acceptNegotiate(directory, request.headers.authorization, now);
  if (outcome.kind === 'refused') {
    const asks = outcome.reason === 'no-ticket';
    if (!asks) await at.perform(noteRefusal, { method: 'active-directory', purpose, refusal: outcome.reason, whose: outcome.whose ?? null, visitor: visitorOf(request) });
    if (asks) reply.header('www-authenticate', 'Negotiate');
    return refuse(at, DIRECTORY_REFUSALS[outcome.reason], back, asks ? 401 : SAYS_NOTHING.includes(outcome.reason) ? 503 : 403);
  }
  if (outcome.answer) reply.header('www-authenticate', outcome.answer);
  return followProven(request, reply, at, purpose, to, outcome.proof, { connection, groups: outcome.groups });
}

const PURPOSES = ['sign-in', 'again', 'link'] as const satisfies readonly OutsidePurpose[];

function wishesOf(at: CustomTools): { purpose: MunicipalPurpose; to: string } {
  return { purpose: PURPOSES.find((one) => one === at.raw['purpose']) ?? 'sign-in', to: localPath(at.raw['to']) };
}

/** What was typed into a field, whichever of the page's forms it came from. */
const typed = (at: CustomTools, field: 'login' | 'password'): string => wordOf(at, Object.keys(at.raw).find((name) => new RegExp(`^${field}(-\\d+)?$`).test(name)) ?? field);

const wordOf = (at: CustomTools, name: string): string => (typeof at.raw[name] === 'string' ? at.raw[name] : '');
