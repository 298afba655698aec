import { z } from 'zod';
import type { Clock } from '#kernel/clock.js';
import type { Fetch } from '../trust/ask.js';
import { TrustServiceError } from '../trust/trust-service-error.js';

/** Where a remote signing service answers, and who we are there (OAuth 2.0, client credentials). */
export interface CscService {
  /** Base address of the API, such as `https://rssp.example/csc/v2`. */
  readonly url: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clock: Clock;
  /** A way out that shows a client certificate or goes through a proxy may stand in. */
  readonly fetch?: Fetch;
  readonly withinMs?: number;
}

/** Calls a method of the API. @throws TrustServiceError */
export type CscCall = <T>(method: string, schema: z.ZodType<T>, body: Readonly<Record<string, unknown>>) => Promise<T>;

const WITHIN_MS = 30_000;
/** A token is not used in its last minute: the call that carries it must arrive too. */
const LAST_MINUTE_MS = 60_000;
const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().default(300) });

/** Calls of one service, with a token that is asked for when there is none and once more when it is refused. */
export function cscCalls({ url, tokenUrl, clientId, clientSecret, clock, fetch: go = fetch, withinMs = WITHIN_MS }: CscService): CscCall {
  let token: { readonly value: string; readonly until: number } | undefined;

  async function post(address: string, headers: Readonly<Record<string, string>>, body: string): Promise<Response> {
    const signal = AbortSignal.timeout(withinMs);
    return go(address, { method: 'POST', headers, body, redirect: 'error', signal }).catch((cause: unknown) => {
      throw new TrustServiceError('unreachable', address, cause);
    });
  }

  async function currentToken(): Promise<string> {
    const now = clock.now().getTime();
    if (token && now < token.until) return token.value;
    const secret = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
    const headers = { authorization: `Basic ${secret}`, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await post(tokenUrl, headers, new URLSearchParams({ grant_type: 'client_credentials', scope: 'service' }).toString());
    const given = await read(answer, tokenUrl, Token);
    token = { value: given.access_token, until: now + given.expires_in * 1_000 - LAST_MINUTE_MS };
    return token.value;
  }

  return async (method, schema, body) => {
    const address = `${url.replace(/\/$/, '')}/${method}`;
    const say = async () => post(address, { authorization: `Bearer ${await currentToken()}`, 'content-type': 'application/json' }, JSON.stringify(body));
    let answer = await say();
    if (answer.status === 401) {
      token = undefined;
      answer = await say();
    }
    return read(answer, address, schema);
  };
}

async function read<T>(answer: Response, address: string, schema: z.ZodType<T>): Promise<T> {
  if (!answer.ok) {
    const passing = answer.status >= 500 || answer.status === 429;
    throw new TrustServiceError(passing ? 'unreachable' : 'refused', address, new Error(`HTTP ${answer.status}: ${(await answer.text().catch(() => '')).slice(0, 300)}`));
  }
  const said: unknown = await answer.json().catch((cause: unknown) => {
    throw new TrustServiceError('bad-answer', address, cause);
  });
  const { success, data, error } = schema.safeParse(said);
  if (!success) throw new TrustServiceError('bad-answer', address, error);
  return data;
}
