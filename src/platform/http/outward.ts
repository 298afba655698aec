import { type LookupAddress, lookup as lookUp } from 'node:dns';
import { Agent as PlainAgent, type IncomingMessage, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { mayConnectTo, type OutwardBounds } from './inner-address.js';

/** A way out, as the global `fetch`; another may stand in. */
export type Fetch = typeof fetch;

export interface OutwardWishes extends OutwardBounds {
  /** The largest answer that is read. */
  readonly mostBytes: number;
  /** How long the whole call may take, the body included. */
  readonly withinMs: number;
  /** The only certificates believed (PEM); absent or null those of the machine. */
  readonly ca?: string | null;
  /** Our certificate and its key (PEM), for services that ask who calls by TLS. */
  readonly client?: { readonly cert: string; readonly key: string };
  /** Stands in for the resolver of the machine. */
  readonly resolve?: (hostname: string, told: (error: Error | null, found: LookupAddress[]) => void) => void;
}

/** The address may not be called, or leads where no call may go. */
export class RefusedAddress extends Error {
  constructor() {
    super('the address leads where no call may go');
  }
}

/** The answer is larger than what is read. */
export class AnswerTooLarge extends Error {
  constructor() {
    super('the answer is too large');
  }
}

/** Idle connections are given back soon, as the machine's own way out does. */
const IDLE_MS = 5_000;

/**
 * The way out to addresses that people give (OWASP ASVS 5.0, 1.3.6 and 13.2.4). Each connection is judged by the IP address to which it
 * really goes, so that a name that resolves to another address a moment later gains nothing. Redirects are answered as they are, never
 * followed. Rejects as the global `fetch` does, with `TypeError('fetch failed')`; its cause says why: `RefusedAddress`, `AnswerTooLarge`,
 * or what the connection met. Whoever shows failures to users does not tell a refused address from one where nobody answers.
 */
export function outward(wishes: OutwardWishes): Fetch {
  const { mostBytes, withinMs, ca, client } = wishes;
  const lookup = judged(wishes);
  // Agents of their own: a connection that another caller opened was not judged by these bounds.
  const secure = new SecureAgent({ keepAlive: true, timeout: IDLE_MS, ...(ca && { ca }), ...client });
  const plain = new PlainAgent({ keepAlive: true, timeout: IDLE_MS });
  return async (input, init) => {
    const asked = new Request(input, { ...init, redirect: 'manual' });
    const url = new URL(asked.url);
    const literal = url.hostname.replace(/^\[(.*)\]$/, '$1');
    // An address that needs no resolving is never looked up.
    if (isIP(literal) !== 0 && !mayConnectTo(literal, wishes)) throw failed(new RefusedAddress());
    const body = asked.body ? Buffer.from(await asked.arrayBuffer()) : undefined;
    const signal = AbortSignal.any([asked.signal, AbortSignal.timeout(withinMs)]);
    const options = { method: asked.method, headers: Object.fromEntries(asked.headers), signal, lookup };
    return new Promise<Response>((resolve, reject) => {
      const refuse = (cause: unknown) => reject(signal.aborted ? (signal.reason as Error) : failed(cause));
      const hear = (answer: IncomingMessage) => readAll(answer, mostBytes).then((content) => resolve(responseOf(answer, content)), refuse);
      const outgoing = url.protocol === 'https:' ? secureRequest(url, { ...options, agent: secure }, hear) : plainRequest(url, { ...options, agent: plain }, hear);
      outgoing.on('error', refuse);
      outgoing.end(body);
    });
  };
}

/** As the global one says it, so that callers need not know which of the two they have. */
const failed = (cause: unknown) => new TypeError('fetch failed', { cause });

/** Stops at the limit: what follows is neither read nor kept. */
async function readAll(answer: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    // Leaving the loop closes the connection.
    if (size > mostBytes) throw new AnswerTooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function responseOf(answer: IncomingMessage, content: Buffer): Response {
  const status = answer.statusCode ?? 502;
  const headers = Object.entries(answer.headersDistinct).flatMap(([name, values]) => (values ?? []).map((value): [string, string] => [name, value]));
  return new Response(status === 204 || status === 205 || status === 304 ? null : new Uint8Array(content), { status, headers });
}

/** A resolver whose answers are judged before anything is connected; one inner address among several refuses the name. */
function judged(wishes: OutwardWishes): LookupFunction {
  const resolve = wishes.resolve ?? ((hostname, told) => lookUp(hostname, { all: true }, told));
  return (hostname, { all }, done) =>
    resolve(hostname, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return done(error ?? new RefusedAddress(), '', 0);
      if (!found.every(({ address }) => mayConnectTo(address, wishes))) return done(new RefusedAddress(), '', 0);
      return all ? done(null, found) : done(null, first.address, first.family);
    });
}
