import { type Bytes, joined } from '../bytes.js';
import { TrustServiceError } from './trust-service-error.js';

/** A way out, as the global `fetch`; one that shows a client certificate or goes through a proxy may stand in. */
export type Fetch = typeof fetch;

export interface TrustService {
  readonly url: string;
  readonly fetch?: Fetch;
  readonly withinMs?: number;
}

const WITHIN_MS = 10_000;
const MOST_BYTES = 256 * 1024;

/** Posts a DER request and reads a DER answer (RFC 3161, 3.4; RFC 6960, A.1). @throws TrustServiceError */
export async function ask({ url, fetch: go = fetch, withinMs = WITHIN_MS }: TrustService, kind: 'timestamp-query' | 'ocsp-request', request: Bytes): Promise<Bytes> {
  const signal = AbortSignal.timeout(withinMs);
  const answer = await go(url, { method: 'POST', body: request, headers: { 'content-type': `application/${kind}` }, redirect: 'error', signal }).catch((cause: unknown) => {
    throw new TrustServiceError('unreachable', url, cause);
  });
  if (!answer.ok) throw new TrustServiceError(answer.status >= 500 || answer.status === 429 ? 'unreachable' : 'refused', url, new Error(`HTTP ${answer.status}`));
  const expected = kind === 'ocsp-request' ? 'application/ocsp-response' : 'application/timestamp-reply';
  if (!answer.headers.get('content-type')?.startsWith(expected)) throw new TrustServiceError('bad-answer', url, new Error('another content type'));
  return read(answer, url);
}

/** Stops at the limit, whatever the answer says of its length. */
async function read(answer: Response, url: string): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of answer.body ?? []) {
      size += part.length;
      if (size > MOST_BYTES) break;
      parts.push(part);
    }
  } catch (cause) {
    throw new TrustServiceError('unreachable', url, cause);
  }
  if (size > MOST_BYTES) throw new TrustServiceError('bad-answer', url, new Error('too large'));
  return joined(...parts);
}
