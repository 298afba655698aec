import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CustomTools } from '#web/page-route.js';
import { openKeptLook } from '../../actions/keep-look.js';
import { viewCard } from '../../actions/view-card.js';
import { KEPT_MINUTES } from '../../domain/kept-look.js';
import { CardPage } from './page.js';

const COOKIE = 'look';
const PLACE = { path: '/persons', httpOnly: true, sameSite: 'lax' } as const;

/** Opens the card for the reason given with it and keeps the reason, sealed, for the next minutes. */
export async function openCard(reply: FastifyReply, at: CustomTools, input: unknown, reason?: string): Promise<FastifyReply> {
  const card = await at.perform(viewCard, input, reason);
  if (reason === undefined) reply.setCookie(COOKIE, card.kept, { ...PLACE, maxAge: KEPT_MINUTES * 60 });
  return at.send(<CardPage view={at.view} card={card} />);
}

/** Opens it anew where its reason is still kept; undefined where it has to be asked for. */
export async function openKeptCard(request: FastifyRequest, reply: FastifyReply, at: CustomTools): Promise<FastifyReply | undefined> {
  const sealed = request.cookies[COOKIE];
  const look = sealed ? await at.perform(openKeptLook, { id: at.raw['id'], sealed }) : null;
  return look ? openCard(reply, at, { id: look.personId, caseReference: look.caseReference }, look.reason) : undefined;
}
