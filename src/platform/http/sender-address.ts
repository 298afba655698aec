import type { FastifyRequest } from 'fastify';
import { plainAddress } from './plain-address.js';

/**
 * Where a request came from, for decisions that must not be fooled: the address that the nearest trusted proxy saw, or that of the
 * connection where none is trusted.
 *
 * `hidden` says that somebody stood in between whom the settings do not know, so that the address is theirs and not the sender's: a trusted
 * proxy that names nobody, or a header of a proxy where none is trusted. Who allows an address for being near must not allow it then.
 */
export interface SenderAddress {
  /** Null when it is not to be known. */
  readonly address: string | null;
  readonly hidden: boolean;
}

/** What proxies write of a request that they hand on: `Via` and `Forwarded` of HTTP (RFC 9110, RFC 7239), and what is usual beside them. */
const OF_A_PROXY = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-proto', 'x-forwarded-host', 'x-client-ip', 'true-client-ip', 'cf-connecting-ip'];

export function senderAddressOf(request: Pick<FastifyRequest, 'ip' | 'ips' | 'headers'>): SenderAddress {
  // The framework lists hops only where a proxy is trusted; one hop alone is the proxy itself.
  if (request.ips) return { address: request.ips.length > 1 ? plainAddress(request.ip) : null, hidden: request.ips.length < 2 };
  return { address: plainAddress(request.ip), hidden: OF_A_PROXY.some((name) => request.headers[name] !== undefined) };
}
