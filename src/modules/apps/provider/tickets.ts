import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import { systemClock } from '#kernel/clock.js';
import { Unauthenticated } from '#kernel/errors.js';
import { actorOf } from '#modules/access/public.js';
import { ANONYMOUS } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { exchangeTicket, giveTicket } from '../actions/tickets.js';
import { issuerOf, MOUNT } from '../domain/issuer.js';
import { PROOF_OF_KEY_NEEDED, PROOF_OF_KEY_NOT_GOOD, TICKET_NOT_GOOD, TOKEN_NOT_GOOD } from '../texts.js';
import { factsOf } from './client-metadata.js';
import { isStillInDirectory } from './directory.js';
import { PROOF_WINDOW, provenKey } from './proof-of-key.js';

/** One-time tickets for old programs: an installed helper asks for one, the old program's server exchanges it (`docs/guides/apps.md`). */
export function addTickets(server: FastifyInstance, platform: Platform, provider: () => Promise<Provider>): void {
  const hidden = { schema: { hide: true } };
  server.post(`${MOUNT}/ticket`, hidden, async (request, reply) => {
    const { userId, clientId } = await holderOf(request).catch(tellHow(reply, BY_TOKEN));
    const actor = await actorOf(platform.database.primary, userId, platform.clock.today());
    const given = await perform(platform, giveTicket, { ...(request.body as object), askedBy: clientId }, { actor, requestId: request.id });
    return reply.send(given);
  });
  server.post(`${MOUNT}/ticket/exchange`, hidden, async (request, reply) => {
    const { answer } = await perform(platform, exchangeTicket, { ...(request.body as object), ...basicOf(request) }, { actor: ANONYMOUS, requestId: request.id }).catch(tellHow(reply, BY_SECRET));
    if (!answer) return tellHow(reply, BY_SECRET)(new Unauthenticated('ticket-not-good', TICKET_NOT_GOOD));
    return reply.send(answer);
  });

  /** The user and the installed program behind an access token; one bound to a key comes with a proof that the key is there (DPoP, RFC 9449). */
  async function holderOf(request: FastifyRequest): Promise<{ userId: string; clientId: string }> {
    const op = await provider();
    const [, scheme = '', value = ''] = /^(Bearer|DPoP) ([\w-]+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const token = value ? await op.AccessToken.find(value) : undefined;
    const client = token?.clientId ? await op.Client.find(token.clientId) : undefined;
    if (!token || !client || factsOf(client).kind !== 'native') throw new Unauthenticated('token-not-good', TOKEN_NOT_GOOD);
    const isBound = scheme.toLowerCase() === 'dpop';
    if (token.jkt && !isBound) throw new Unauthenticated('proof-of-key-needed', PROOF_OF_KEY_NEEDED);
    if (isBound && !(token.jkt && (await isProven(request, op, value, token.jkt, client.clientId)))) throw new Unauthenticated('proof-of-key-not-good', PROOF_OF_KEY_NOT_GOOD);
    if (!(await isStillInDirectory(platform, op, token.grantId))) throw new Unauthenticated('token-not-good', TOKEN_NOT_GOOD);
    return { userId: token.accountId, clientId: client.clientId };
  }

  /** Whether the key that a token is bound to is there, shown by a proof that nobody has used before. */
  async function isProven(request: FastifyRequest, op: Provider, token: string, jkt: string, clientId: string): Promise<boolean> {
    const { dpop: proof } = request.headers;
    const key = typeof proof === 'string' ? await provenKey({ proof, token, method: 'POST', address: `${issuerOf(platform.installation.publicUrl)}/ticket` }) : undefined;
    return key?.thumbprint === jkt && op.ReplayDetection.unique(clientId, key.jti, Math.floor(systemClock().now().getTime() / 1_000) + 2 * PROOF_WINDOW);
  }
}

/** With what a helper and an old program's server sign in (RFC 9449, 7.1; RFC 7617). */
const BY_TOKEN = 'DPoP, Bearer';
const BY_SECRET = 'Basic realm="tickets"';

/** Says with what to come again, as HTTP asks of every 401, and passes the refusal on. */
const tellHow =
  (reply: FastifyReply, challenge: string) =>
  (error: unknown): never => {
    if (error instanceof Unauthenticated) reply.header('www-authenticate', challenge);
    throw error;
  };

/** Identifier and secret as RFC 6749, 2.3.1 writes them. */
function basicOf(request: FastifyRequest): { clientId: string; secret: string } {
  const words = Buffer.from(/^Basic ([\w+/=]+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '', 'base64').toString('utf8');
  const [clientId = '', secret = ''] = words.split(':').map((part) => new URLSearchParams(`v=${part}`).get('v') ?? '');
  return { clientId, secret };
}
