import type { FastifyInstance, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import { Unauthenticated } from '#kernel/errors.js';
import { actorOf } from '#modules/access/public.js';
import { ANONYMOUS } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { exchangeTicket, giveTicket } from '../actions/tickets.js';
import { MOUNT } from '../domain/issuer.js';
import { TICKET_NOT_GOOD, TOKEN_NOT_GOOD } from '../texts.js';
import { factsOf } from './client-metadata.js';
import { isStillInDirectory } from './directory.js';

/** One-time tickets for old programs: an installed helper asks for one, the old program's server exchanges it (`docs/guides/apps.md`). */
export function addTickets(server: FastifyInstance, platform: Platform, provider: () => Promise<Provider>): void {
  const hidden = { schema: { hide: true } };
  server.post(`${MOUNT}/ticket`, hidden, async (request, reply) => {
    const { userId, clientId } = await holderOf(request);
    const actor = await actorOf(platform.database.primary, userId, platform.clock.today());
    const given = await perform(platform, giveTicket, { ...(request.body as object), askedBy: clientId }, { actor, requestId: request.id });
    return reply.send(given);
  });
  server.post(`${MOUNT}/ticket/exchange`, hidden, async (request, reply) => {
    const { answer } = await perform(platform, exchangeTicket, { ...(request.body as object), ...basicOf(request) }, { actor: ANONYMOUS, requestId: request.id });
    if (!answer) throw new Unauthenticated('ticket-not-good', TICKET_NOT_GOOD);
    return reply.send(answer);
  });

  /** The user and the installed program behind an access token; one bound to a key cannot be shown to us by a plain header. */
  async function holderOf(request: FastifyRequest): Promise<{ userId: string; clientId: string }> {
    const op = await provider();
    const value = /^Bearer ([\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = value ? await op.AccessToken.find(value) : undefined;
    const client = token?.clientId ? await op.Client.find(token.clientId) : undefined;
    if (!token || !client || factsOf(client).kind !== 'native' || token.jkt) throw new Unauthenticated('token-not-good', TOKEN_NOT_GOOD);
    if (!(await isStillInDirectory(platform, op, token.grantId))) throw new Unauthenticated('token-not-good', TOKEN_NOT_GOOD);
    return { userId: token.accountId, clientId: client.clientId };
  }
}

/** Identifier and secret as RFC 6749, 2.3.1 writes them. */
function basicOf(request: FastifyRequest): { clientId: string; secret: string } {
  const words = Buffer.from(/^Basic ([\w+/=]+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '', 'base64').toString('utf8');
  const [clientId = '', secret = ''] = words.split(':').map((part) => new URLSearchParams(`v=${part}`).get('v') ?? '');
  return { clientId, secret };
}
