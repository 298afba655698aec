import type { FastifyRequest } from 'fastify';
import { systemClock } from '#kernel/clock.js';
import { actorOfRow, findActor } from '#modules/access/public.js';
import type { Platform } from '#platform/actions/perform.js';
import { type Identity, NOBODY } from '#platform/http/identity.js';
import { hashOf } from './domain/secrets.js';
import { findArtifact } from './store/artifacts.js';
import { findActiveClient } from './store/clients.js';

/**
 * Finds out which machine sent a request from its access token (client credentials): it acts as the technical user given to
 * it, with that user's rights of today. A closed program or a suspended user is nobody at the next request.
 */
export const identifyMachine =
  ({ database, clock }: Platform) =>
  async (request: FastifyRequest): Promise<Identity | null> => {
    const token = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token) return null;
    const found = await findArtifact(database.primary, 'ClientCredentials', hashOf(token));
    // One bound to a key of the machine's is not shown by a plain header.
    if (!found || 'jkt' in found.payload || Number(found.payload['exp']) * 1_000 <= systemClock().now().getTime()) return null;
    const client = await findActiveClient(database.primary, String(found.payload['clientId']));
    const row = client?.userId ? await findActor(database.primary, client.userId, clock.today()) : undefined;
    return row ? { ...NOBODY, actor: { ...actorOfRow(row), kind: 'machine' } } : null;
  };
