import type { OutwardBounds } from '#platform/http/inner-address.js';
import { type Fetch, outward } from '#platform/http/outward.js';

export type { Fetch };

/** An answer of an outside system, read to the end; `json` is undefined where the body is none. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
}

/** What an outside system may take up at most: answers here are a few kilobytes. */
const MOST_BYTES = 1_000_000;
/** Callers mostly give up sooner; Smart-ID holds an answer back for some seconds. */
const MOST_MS = 60_000;

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
    return { status: response.status, json: await jsonOf(response) };
  } catch (error) {
    throw new Unreachable(error);
  }
}

/** Reads no further than the limit; what is larger, or no JSON, is undefined. */
async function jsonOf({ body }: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    // Leaving the loop closes the connection.
    if (size > MOST_BYTES) return undefined;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * A `fetch` that believes only the certificates of `ca` (PEM, one or more), as providers advise who publish theirs;
 * without `ca` the ordinary one with the machine's certificates.
 */
export const fetchTrusting = (ca: string | null): Fetch => (ca === null ? fetch : outward({ reach: 'anywhere', ca, mostBytes: MOST_BYTES, withinMs: MOST_MS }));

/**
 * The way to a provider that an administrator of a municipality enters. Its own AD FS or Entra proxy may stand in the municipality's private
 * network, so that those are open to it; this machine (but outside production) and what clouds give their machines are not.
 */
export const fetchEntered = (production: boolean): Fetch => outward({ ...enteredBounds(production), mostBytes: MOST_BYTES, withinMs: MOST_MS });
export const enteredBounds = (production: boolean): OutwardBounds => ({ reach: 'private', loopback: !production });
