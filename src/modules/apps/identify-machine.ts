import type { FastifyRequest } from 'fastify';
import { systemClock } from '#kernel/clock.js';
import { actorOfRow } from '#modules/access/public.js';
import type { Platform } from '#platform/actions/perform.js';
import { gathering } from '#platform/db/gathering.js';
import { type Identity, NOBODY } from '#platform/http/identity.js';
import { hashOf } from './domain/secrets.js';
import { listMachines } from './store/machines.js';

/**
 * Finds out which machine sent a request from its access token (client credentials): it acts as the technical user given to
 * it, with that user's rights of today. A closed program or a suspended user is nobody at the next request. Requests at the same time share a look-up.
 */
export function identifyMachine({ database, clock }: Platform): (request: FastifyRequest) => Promise<Identity | null> {
  const find = gathering(async (hashes: readonly string[]) => {
    const found = new Map((await listMachines(database.primary, [...new Set(hashes)], clock.today())).map((one) => [one.tokenHash, one]));
    return hashes.map((one) => found.get(one));
  });
  return async (request) => {
    const token = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token) return null;
    const found = await find(hashOf(token));
    // One bound to a key of the machine's is not shown by a plain header.
    if (!found || 'jkt' in found.payload || Number(found.payload['exp']) * 1_000 <= systemClock().now().getTime()) return null;
    const { scope } = found.payload;
    return { ...NOBODY, actor: { ...actorOfRow(found), kind: 'machine' }, tokenScopes: typeof scope === 'string' ? scope.split(' ') : [] };
  };
}
