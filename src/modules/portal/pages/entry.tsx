import type { FastifyReply, FastifyRequest } from 'fastify';
import { senderAddressOf } from '#platform/http/sender-address.js';
import type { CustomTools } from '#web/page-route.js';
import { askTurn } from '../actions/ask-turn.js';
import { elsewhere } from './front/elsewhere.js';
import { QueuePage } from './front/queue.js';
import { PLACE_COOKIE } from './paths.js';

export const senderOf = (request: FastifyRequest) => senderAddressOf(request);

/** A browser that waits asks again at its turn, and now and then before it to see how the queue moves. */
const ASK_AGAIN_SECONDS = 30;

/** Opens what is behind the queue, or shows the place in it; from elsewhere it says what to do instead. */
export async function letIn(request: FastifyRequest, reply: FastifyReply, at: CustomTools, open: () => Promise<unknown>): Promise<unknown> {
  const turn = await at.perform(askTurn, { kept: request.cookies[PLACE_COOKIE] ?? null });
  reply.setCookie(PLACE_COOKIE, turn.cookie, { path: '/results', httpOnly: true, sameSite: 'lax' });
  if (turn.kind === 'wait') {
    reply.header('refresh', String(Math.max(1, Math.min(turn.seconds, ASK_AGAIN_SECONDS))));
    return at.send(<QueuePage view={at.view} turn={turn} href={request.originalUrl} />);
  }
  return open().catch((error: unknown) => elsewhere(at, error));
}
