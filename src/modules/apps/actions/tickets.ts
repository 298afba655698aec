import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { isAtLeast, keepProgramEntry, keepRefusal } from '#modules/authentication/public.js';
import { Conflict, NotFound, Unauthenticated } from '#kernel/errors.js';
import { writeAction } from '#platform/actions/action.js';
import { ANYONE, SIGNED_IN } from '#platform/actions/permission.js';
import { acrOf } from '../domain/levels.js';
import { TICKET_SECONDS } from '../domain/lifetimes.js';
import { hashOf, isSecretOf, newSecret, pairwiseSubject } from '../domain/secrets.js';
import { findAccountOf } from '../store/accounts.js';
import { findActiveClient } from '../store/clients.js';
import { insertTicket, takeTicket } from '../store/tickets.js';
import { LEVEL_TOO_LOW, NO_SUCH_CLIENT, WRONG_CLIENT_SECRET } from '../texts.js';

const Host = z.string().trim().toLowerCase().min(1).max(253).regex(/^[a-z0-9][a-z0-9._-]*$/);

/** A one-time ticket that an old program on one computer may post in place of a password, for the user whose token the helper holds. */
export const giveTicket = writeAction({
  name: 'apps.give-ticket',
  title: { lv: 'Izsniegta vienreizēja biļete', en: 'One-time ticket given' },
  permission: SIGNED_IN,
  input: z.object({ client_id: z.uuid(), host: Host, askedBy: z.uuid() }),
  async run({ tx, actor, now }, { client_id: clientId, host, askedBy }) {
    const asker = await findActiveClient(tx, askedBy);
    const target = await findActiveClient(tx, clientId);
    if (!asker || target?.kind !== 'ticket') throw new NotFound('no-such-client', NO_SUCH_CLIENT);
    // Whoever entered the helper reached the helper's level: more is not known of them.
    if (!isAtLeast(asker.leastLevel, target.leastLevel)) throw new Conflict('level-too-low', LEVEL_TOO_LOW);
    const ticket = newSecret();
    const expiresAt = new Date(now.getTime() + TICKET_SECONDS * 1_000);
    await insertTicket(tx, { hash: hashOf(ticket), userId: ownUserId(actor), clientId, askedBy, host, level: asker.leastLevel, madeAt: now, expiresAt });
    return { ticket, expires_in: TICKET_SECONDS };
  },
  audit: ({ input }) => ({ facts: { client: input.client_id, askedBy: input.askedBy } }),
});

/** Who posted a ticket: asked once, by the server of the program it was made for, about the computer it was made for. */
export const exchangeTicket = writeAction({
  name: 'apps.exchange-ticket',
  title: { lv: 'Apmainīta vienreizēja biļete', en: 'One-time ticket exchanged' },
  permission: ANYONE,
  input: z.object({ clientId: z.string(), secret: z.string(), ticket: z.string().max(200), host: Host }),
  async run(context, { clientId, secret, ticket, host }) {
    const { tx, now, installation } = context;
    const client = z.uuid().safeParse(clientId).success ? await findActiveClient(tx, clientId) : undefined;
    if (client?.kind !== 'ticket' || !isSecretOf(secret, client.secretHash!)) throw new Unauthenticated('wrong-client-secret', WRONG_CLIENT_SECRET);
    const taken = await takeTicket(tx, hashOf(ticket), client.id, now);
    const refusal = taken && (taken.late ? 'ticket-late' : taken.host !== host ? 'ticket-elsewhere' : null);
    // Whose ticket somebody else may hold hears of it.
    if (refusal) await keepRefusal(context, taken.userId, 'ticket', refusal, { address: '', addressPrefix: '', device: host });
    const account = taken && !refusal ? await findAccountOf(tx, taken.userId) : undefined;
    if (!taken || !account) return { userId: taken?.userId ?? null, refusal, answer: null };
    await keepProgramEntry(context, account.id, { way: 'ticket', program: { lv: client.titleLv, en: client.titleEn }, sessionId: null, addressPrefix: '', device: host });
    const acr = acrOf(taken.level);
    const sub = pairwiseSubject(installation.keyFor('pairwise subjects'), client.sector, account.id);
    const data = { ...(client.scopes.includes('profile') && { name: account.name }), ...(client.scopes.includes('email') && { email: account.email }) };
    return { userId: account.id, refusal: null, answer: { sub, acr, ...data } };
  },
  audit: ({ input, output }) => ({ facts: { client: input.clientId, user: output.userId, good: output.answer !== null, ...(output.refusal && { reason: output.refusal }) } }),
});
