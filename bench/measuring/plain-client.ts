import { connect, type Socket } from 'node:net';

/** An answer, read to its end; header names are as the server wrote them, in lower case. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: string;
  readonly body: Buffer;
}

export interface PlainRequest {
  readonly method?: 'GET' | 'POST';
  /** Lines without their end. */
  readonly headers?: readonly string[];
  readonly body?: string;
}

export interface PlainClient {
  /** One request at a time. @throws Error where the connection breaks, or the answer says not how long it is */
  ask(path: string, request?: PlainRequest): Promise<PlainAnswer>;
  close(): void;
}

/**
 * One kept connection to a server, as of one browser. A client shares the two cores with what it measures, and Node's own takes a millisecond and
 * more for a request: this one writes and reads the few bytes itself.
 */
export function plainClient(address: string): PlainClient {
  const { hostname, port, host } = new URL(address);
  let socket: Socket | undefined;
  let parts: Buffer[] = [];
  let waiting: { readonly done: (answer: PlainAnswer) => void; readonly failed: (error: Error) => void } | undefined;

  function opened(): Socket {
    const made = connect(Number(port), hostname).setNoDelay(true);
    const broken = (error: Error) => {
      if (socket === made) socket = undefined;
      waiting?.failed(error);
      waiting = undefined;
      made.destroy();
    };
    made.on('error', broken).on('close', () => broken(new Error('the connection was closed')));
    made.on('data', (part: Buffer) => {
      parts.push(part);
      try {
        const answer = wholeAnswer(parts.length === 1 ? part : (parts = [Buffer.concat(parts)])[0]!);
        if (!answer) return;
        parts = [];
        const { done } = waiting!;
        waiting = undefined;
        done(answer);
      } catch (error) {
        broken(error as Error);
      }
    });
    return made;
  }

  return {
    ask: (path, { method = 'GET', headers = [], body } = {}) =>
      new Promise((done, failed) => {
        parts = [];
        waiting = { done, failed };
        const lines = [`${method} ${path} HTTP/1.1`, `host: ${host}`, ...headers, ...(body === undefined ? [] : [`content-length: ${Buffer.byteLength(body)}`]), '', body ?? ''];
        (socket ??= opened()).write(lines.join('\r\n'));
      }),
    close: () => {
      const open = socket;
      [socket, waiting] = [undefined, undefined];
      open?.destroy();
    },
  };
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

function wholeAnswer(bytes: Buffer): PlainAnswer | undefined {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end < 0) return undefined;
  const headers = bytes.toString('latin1', 0, end);
  const status = Number(headers.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/i.exec(headers)?.[1];
  if (length === undefined && status !== 304 && status !== 204) throw new Error(`an answer without its length: ${headers.slice(0, 200)}`);
  const begin = end + END_OF_HEAD.length;
  const whole = begin + Number(length ?? 0);
  return bytes.length < whole ? undefined : { status, headers, body: bytes.subarray(begin, whole) };
}

/** A header of an answer; undefined where there is none. */
export const headerOf = ({ headers }: PlainAnswer, name: string): string | undefined => new RegExp(`\\r\\n${name}: ([^\\r]*)`, 'i').exec(headers)?.[1];

/** What a browser keeps: the cookies of one site. */
export type Jar = Map<string, string>;

export const parted = (pair: string): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];

export function keepCookies(jar: Jar, { headers }: PlainAnswer): void {
  for (const [, pair = ''] of headers.matchAll(/\r\nset-cookie: ([^;\r]*)/gi)) {
    const [name, value] = parted(pair);
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
}

/** The line that brings them back; none of an empty jar. */
export const cookieLines = (jar: Jar): string[] => (jar.size === 0 ? [] : [`cookie: ${[...jar].map(([name, value]) => `${name}=${value}`).join('; ')}`]);
