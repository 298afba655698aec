import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Text } from '#kernel/text.js';
import { type CustomTools, custom, showPage, type WebRoute } from '#web/page-route.js';
import { beginJoining, giveUpJoining, joinAccounts, readJoining } from '../../actions/join-accounts.js';
import { readMyMeans } from '../../actions/my-means.js';
import { signOut } from '../../actions/my-sessions.js';
import { JOINING_COOKIE } from '../../domain/session-cookie.js';
import { forgetSession } from '../cookies.js';
import { JoinPage } from './join.js';
import { ConfirmJoinPage, GIVE_UP_PATH, whyNotJoined } from './join-confirm.js';

const PATH = '/my/sign-in/join';
const CONFIRM = '/my/sign-in/join/confirm';
/** Sent to these two pages alone. */
const COOKIE = { path: PATH, httpOnly: true, sameSite: 'lax' } as const;

export const joinRoutes: readonly WebRoute[] = [
  showPage({ path: PATH, action: readMyMeans, render: (means, view) => <JoinPage view={view} means={means} /> }),
  custom({ method: 'POST', path: PATH, handle: (_request, reply, at) => begin(reply, at) }),
  custom({ method: 'GET', path: CONFIRM, handle: async (request, _reply, at) => at.send(<ConfirmJoinPage view={at.view} judged={await at.perform(readJoining, joiningOf(request, at))} />) }),
  custom({ method: 'POST', path: CONFIRM, handle: (request, reply, at) => join(request, reply, at) }),
  custom({ method: 'POST', path: GIVE_UP_PATH, handle: (request, reply, at) => giveUp(request, reply, at) }),
];

/** The session of the account that stays ends here, so that the next one is begun by the other's own means. */
async function begin(reply: FastifyReply, at: CustomTools) {
  const present = at.view.sessionId ?? '';
  const begun = await at.perform(beginJoining, { present });
  if (begun.kind !== 'begun') return at.send(<JoinPage view={at.view} means={await at.perform(readMyMeans, {})} why={whyNotJoined(begun.kind)} />, 422);
  await at.perform(signOut, { present });
  forgetSession(reply);
  reply.setCookie(JOINING_COOKIE, begun.token, COOKIE);
  return at.redirect({ to: `/sign-in?${new URLSearchParams({ to: CONFIRM })}`, notice: SIGN_IN_TO_OTHER });
}

async function join(request: FastifyRequest, reply: FastifyReply, at: CustomTools) {
  const outcome = await at.perform(joinAccounts, joiningOf(request, at));
  if (outcome.kind !== 'joined') return at.send(<ConfirmJoinPage view={at.view} judged={outcome} />, 422);
  reply.clearCookie(JOINING_COOKIE, COOKIE);
  forgetSession(reply);
  return at.redirect({ to: `/sign-in?${new URLSearchParams({ to: '/my/rights' })}`, notice: JOINED });
}

async function giveUp(request: FastifyRequest, reply: FastifyReply, at: CustomTools) {
  await at.perform(giveUpJoining, { token: joiningOf(request, at).token });
  reply.clearCookie(JOINING_COOKIE, COOKIE);
  return at.redirect({ to: '/my/sign-in', notice: GIVEN_UP });
}

const joiningOf = (request: FastifyRequest, at: CustomTools) => ({ token: request.cookies[JOINING_COOKIE] ?? '', present: at.view.sessionId ?? '' });

const SIGN_IN_TO_OTHER: Text = { lv: 'Tagad pierakstieties otrā kontā, kas tiks slēgts.', en: 'Now sign in to the other account, which will be closed.' };
const JOINED: Text = { lv: 'Konti ir apvienoti. Pierakstieties kontā, kas palika: otra konta tiesības tagad ir tur.', en: 'The accounts are joined. Sign in to the account that stayed: the rights of the other are there now.' };
const GIVEN_UP: Text = { lv: 'Konti nav apvienoti: abi paliek, kā bija.', en: 'The accounts are not joined: both stay as they were.' };
