import type { FastifyRequest } from 'fastify';
import type { Visitor } from '../actions/visitor-input.js';
import { addressPrefix, deviceName } from '../domain/visitor.js';

/** Where a request comes from. */
export const visitorOf = (request: FastifyRequest): Visitor => ({
  address: request.ip,
  addressPrefix: addressPrefix(request.ip),
  device: deviceName(request.headers['user-agent'] ?? ''),
});

/** Which page a form was sent from, as the browser says. */
export const originOf = (request: FastifyRequest): string | null => request.headers.origin ?? null;
