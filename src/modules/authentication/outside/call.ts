import { request } from 'node:https';

/** The way out: as the global `fetch`, so that a pinned certificate or a test can stand in. */
export type Fetch = typeof fetch;

/** An answer of an outside system, read to the end; `json` is undefined where the body is none. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
}

/** What an outside system may take up at most: answers here are a few kilobytes. */
const MOST_BYTES = 1_000_000;

/** The outside system could not be asked: no connection, a certificate that is not the expected one, or no answer in time. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('an outside identity provider could not be reached', { cause });
  }
}

/**
 * Asks an outside system once. Redirects are not followed: an identity provider that sends its callers elsewhere is not the one we know.
 * @throws Unreachable
 */
export async function ask(way: Fetch, url: string, wishes: { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string; withinMs: number }): Promise<Answer> {
  const { method = 'GET', headers = {}, body, withinMs } = wishes;
  try {
    const response = await way(url, { method, headers: { accept: 'application/json', ...headers }, redirect: 'manual', signal: AbortSignal.timeout(withinMs), ...(body === undefined ? {} : { body }) });
    return { status: response.status, json: parsed(await response.text()) };
  } catch (error) {
    throw new Unreachable(error);
  }
}

function parsed(body: string): unknown {
  if (body.length > MOST_BYTES) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/**
 * A `fetch` that believes only the certificates of `ca` (PEM, one or more), as providers advise who publish theirs;
 * without `ca` the ordinary one with the machine's certificates.
 */
export function fetchTrusting(ca: string | null): Fetch {
  if (ca === null) return fetch;
  return async (input, init) => {
    const asked = new Request(input, init);
    const body = asked.body ? Buffer.from(await asked.arrayBuffer()) : undefined;
    return new Promise<Response>((resolve, reject) => {
      const outgoing = request(asked.url, { ca, method: asked.method, headers: Object.fromEntries(asked.headers), signal: asked.signal }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const status = answer.statusCode ?? 502;
          const headers = Object.entries(answer.headersDistinct).flatMap(([name, values]) => (values ?? []).map((value): [string, string] => [name, value]));
          resolve(new Response(status === 204 || status === 304 ? null : Buffer.concat(parts), { status, headers }));
        });
      });
      // As the global one says it, so that callers need not know which of the two they have.
      outgoing.on('error', (cause) => reject(new TypeError('fetch failed', { cause })));
      outgoing.end(body);
    });
  };
}
