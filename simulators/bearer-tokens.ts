import { randomBytes } from 'node:crypto';
import type { Clock } from '#kernel/clock.js';
import { type Asked, json, type Said } from './web.js';

export interface BearerTokens {
  /** Answers a request for a token (OAuth 2.0 client credentials, RFC 6749, 4.4); null for who is not the client or asks otherwise. */
  give(request: Asked): Said | null;
  isGood(request: Asked): boolean;
}

/**
 * Tokens of a simulated service for its one client.
 * @param behaviour so many times tokens are refused though they are still valid
 */
export function bearerTokens(client: { readonly id: string; readonly secret: string; readonly scope?: string }, seconds: number, clock: Clock, behaviour: { forgetsTokens: number }): BearerTokens {
  const tokens = new Map<string, number>();
  return {
    give({ headers, body }) {
      const basic = Buffer.from((headers.authorization ?? '').replace(/^Basic /, ''), 'base64').toString('utf8');
      const form = new URLSearchParams(body);
      if (basic !== `${client.id}:${client.secret}` || form.get('grant_type') !== 'client_credentials' || (client.scope !== undefined && form.get('scope') !== client.scope)) return null;
      const value = randomBytes(32).toString('hex');
      tokens.set(value, clock.now().getTime() + seconds * 1_000);
      return json({ access_token: value, token_type: 'Bearer', expires_in: seconds });
    },
    isGood({ headers }) {
      if (behaviour.forgetsTokens > 0) {
        behaviour.forgetsTokens -= 1;
        return false;
      }
      return (tokens.get((headers.authorization ?? '').replace(/^Bearer /, '')) ?? 0) > clock.now().getTime();
    },
  };
}
