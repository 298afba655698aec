import type { FastifyRequest } from 'fastify';
import { householdOf } from '#kernel/network.js';
import { identityOf } from './identity.js';

/**
 * With whose requests a request is counted: a session's with its own, so that nobody behind the same address (a whole school) can
 * shut out those who are signed in; everybody else's with those of their address.
 */
export const countedWith = (request: FastifyRequest): string => identityOf(request).sessionId ?? householdOf(request.ip);
