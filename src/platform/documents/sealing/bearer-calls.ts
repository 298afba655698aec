import { z } from 'zod';
import type { Clock } from '#kernel/clock.js';
import type { Fetch } from '../trust/ask.js';
import { TrustServiceError } from '../trust/trust-service-error.js';

/** A service behind OAuth 2.0 client credentials (RFC 6749, 4.4), and who we are there. */
export interface BearerService {
  /** Base address of the API. */
  readonly url: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clock: Clock;
  /** A way out that shows a client certificate or goes through a proxy may stand in. */
  readonly fetch?: Fetch;
  readonly withinMs?: number;
}

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly withinMs?: number;
}

const WITHIN_MS = 30_000;
/** A token is not used in its last minute: the call that carries it must arrive too. */
const LAST_MINUTE_MS = 60_000;
const GivenToken = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().default(300) });

interface Token {
  readonly value: string;
  readonly until: number;
}

/**
 * Calls of one service, with a token that is asked for when there is none and once more when it is refused. What is answered is the caller's to read.
 * @throws TrustServiceError where nothing is answered, or no token given
 */
export function bearerCalls({ url, tokenUrl, clientId, clientSecret, clock, fetch: go = fetch, withinMs = WITHIN_MS }: BearerService, scope: string): (call: Call) => Promise<Response> {
  let token: Token | undefined;
  let asking: Promise<Token> | undefined;

  const send = (address: string, init: RequestInit, within: number): Promise<Response> =>
    go(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(within) }).catch((cause: unknown) => {
      throw new TrustServiceError('unreachable', address, cause);
    });

  /** Many calls at once wait for one token. */
  function currentToken(): Promise<Token> {
    if (token && clock.now().getTime() < token.until) return Promise.resolve(token);
    return (asking ??= ask().finally(() => (asking = undefined)));
  }

  async function ask(): Promise<Token> {
    const now = clock.now().getTime();
    const secret = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
    const headers = { authorization: `Basic ${secret}`, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await send(tokenUrl, { method: 'POST', headers, body: new URLSearchParams({ grant_type: 'client_credentials', scope }).toString() }, withinMs);
    const given = await readJson(answer, tokenUrl, GivenToken);
    return (token = { value: given.access_token, until: now + given.expires_in * 1_000 - LAST_MINUTE_MS });
  }

  return async ({ method, path, body, withinMs: within = withinMs }) => {
    const address = `${url.replace(/\/$/, '')}/${path}`;
    const say = async (by: Token) => {
      const authorization = `Bearer ${by.value}`;
      return send(address, body === undefined ? { method, headers: { authorization } } : { method, headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify(body) }, within);
    };
    const used = await currentToken();
    const answer = await say(used);
    if (answer.status !== 401) return answer;
    if (token === used) token = undefined;
    return say(await currentToken());
  };
}

/** @throws TrustServiceError for what is no success: it may pass when the service says that the fault is its own. */
export async function checkSuccess(answer: Response, address: string): Promise<void> {
  if (answer.ok) return;
  const passing = answer.status >= 500 || answer.status === 429;
  throw new TrustServiceError(passing ? 'unreachable' : 'refused', address, new Error(`HTTP ${answer.status}: ${(await answer.text().catch(() => '')).slice(0, 300)}`));
}

/** @throws TrustServiceError */
export async function readJson<T>(answer: Response, address: string, schema: z.ZodType<T>): Promise<T> {
  await checkSuccess(answer, address);
  const said: unknown = await answer.json().catch((cause: unknown) => {
    throw new TrustServiceError('bad-answer', address, cause);
  });
  const { success, data, error } = schema.safeParse(said);
  if (!success) throw new TrustServiceError('bad-answer', address, error);
  return data;
}
