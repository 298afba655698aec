import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** One request, read to the end. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The same as it came, for what is no text. */
  readonly bytes: Buffer;
}

export interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Serving {
  /** Such as `http://127.0.0.1:4711`. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Keys of a server that asks every caller for a certificate of `clients` (all PEM). */
export interface Tls {
  readonly cert: string;
  readonly key: string;
  readonly clients: string;
}

/** Serves on this machine only; `port` 0 takes a free one. */
export async function serve(port: number, answer: (asked: Asked) => Said | Promise<Said>, tls?: Tls): Promise<Serving> {
  const listener: RequestListener = (request, response) => {
    read(request)
      .then(answer)
      .catch((error: unknown): Said => ({ status: 500, body: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
      .then(({ status = 200, headers = {}, body = '' }) => response.writeHead(status, { 'cache-control': 'no-store', 'content-length': Buffer.byteLength(body), ...headers }).end(body))
      .catch(() => response.destroy());
  };
  const server = tls ? createSecureServer({ cert: tls.cert, key: tls.key, ca: tls.clients, requestCert: true, rejectUnauthorized: true }, listener) : createServer(listener);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    address: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const url = new URL(request.url ?? '/', 'http://here');
  const bytes = Buffer.concat(parts);
  return { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, headers: request.headers, body: bytes.toString('utf8'), bytes };
}

export const json = (body: unknown, status = 200): Said => ({ status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** 303: whatever was sent, the next page is asked for. */
export const sendTo = (address: string): Said => ({ status: 303, headers: { location: address } });

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (words: string): string => words.replace(/[&<>"']/g, (one) => ESCAPED[one]!);

/** A page of a simulator: it says on top that nothing here is real. `body` is finished HTML; with `refresh` it shows itself anew after so many seconds. */
export const page = (system: string, title: string, body: string, status = 200, refresh = 0): Said => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' },
  body: `<!doctype html>
<html lang="lv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh > 0 ? `<meta http-equiv="refresh" content="${refresh}; url=/">` : ''}<title>${escaped(title)} – ${escaped(system)} (simulators)</title>
<style>
  body { font: 1.0625rem/1.5 system-ui, sans-serif; margin: 0; color: #1d2430; background: #f3f4f6 }
  header { background: #5b2a86; color: #fff; padding: .75rem 1rem }
  main { max-width: 34rem; margin: 1rem auto; padding: 1rem; background: #fff; border-radius: .5rem }
  h1 { font-size: 1.375rem; margin: 0 0 .75rem }
  button { font: inherit; display: block; width: 100%; text-align: left; margin: .375rem 0; padding: .625rem .75rem; min-height: 2.75rem; border: 1px solid #5b2a86; border-radius: .375rem; background: #fff; color: #3d1b5b; cursor: pointer }
  button:hover, button:focus-visible { background: #f1e9f8 }
  button.main { background: #5b2a86; color: #fff; text-align: center }
  label { display: block; margin: .5rem 0 .25rem }
  input, select { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; border: 1px solid #6b7280; border-radius: .375rem }
  small { color: #4b5563 } .code { font-size: 2rem; font-variant-numeric: tabular-nums; letter-spacing: .1em }
  a { color: #5b2a86 }
</style></head>
<body><header><strong>${escaped(system)}</strong> · simulators: te nekas nav īsts / simulator: nothing here is real</header><main><h1>${escaped(title)}</h1>${body}</main></body></html>`,
});
