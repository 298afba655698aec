import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Readonly<Record<string, unknown>>;

/** A vendor's OneRoster 1.2 server as its public description says it behaves: tokens, paging, filters, faults. */
export interface Peer {
  readonly address: string;
  readonly asked: string[];
  /** Lists by name, each record with its `dateLastModified`. */
  readonly lists: Record<string, Json[]>;
  /** Answers so many of the next requests for lists with this status. */
  fail(status: number, times: number): void;
  /** Gives at most so many records at once, whatever was asked for. */
  cap: number;
  /** Tells how many there are in all. */
  counts: boolean;
  /** Heeds `offset`. */
  offsets: boolean;
  /** Gives the next page by `Link` alone, under a cursor of its own. */
  links: boolean;
  /** Breaks off in the middle of the next bodies. */
  breaks: number;
  close(): Promise<void>;
}

export async function oneRosterPeer(client: { id: string; secret: string }): Promise<Peer> {
  let failing = { status: 0, times: 0 };
  let token = 0;
  const peer = { asked: [] as string[], lists: {} as Record<string, Json[]>, cap: 500, counts: true, offsets: true, links: false, breaks: 0 };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url!, 'http://peer');
    const say = (status: number, body: unknown, headers: Record<string, string> = {}) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    if (url.pathname === '/token') {
      let form = '';
      for await (const part of request) form += String(part);
      const known = request.headers.authorization === `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`;
      const asked = new URLSearchParams(form);
      if (!known || asked.get('grant_type') !== 'client_credentials' || !asked.get('scope')?.includes('gradebook.readonly')) return say(401, { error: 'invalid_client' });
      return say(200, { access_token: `t${(token += 1)}`, token_type: 'Bearer', expires_in: 60 });
    }
    if (request.headers.authorization !== `Bearer t${token}`) return say(401, { imsx_codeMajor: 'failure' });
    peer.asked.push(`${url.pathname.split('/').at(-1)} ${url.searchParams.get('offset') ?? `cursor ${url.searchParams.get('cursor')}`}${url.searchParams.has('filter') ? ` ${url.searchParams.get('filter')}` : ''}`);
    if (failing.times > 0) {
      failing = { ...failing, times: failing.times - 1 };
      return say(failing.status, { imsx_codeMajor: 'failure' });
    }
    const name = url.pathname.split('/').at(-1)!;
    const since = /dateLastModified>'([^']+)'/.exec(url.searchParams.get('filter') ?? '')?.[1] ?? '';
    const all = (peer.lists[name] ?? []).filter((one) => String(one['dateLastModified'] ?? '9') > since);
    const most = Math.min(peer.cap, Number(url.searchParams.get('limit') ?? peer.cap));
    const from = peer.links ? Number(url.searchParams.get('cursor')) : peer.offsets ? Number(url.searchParams.get('offset')) : 0;
    if (peer.breaks > 0) {
      peer.breaks -= 1;
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{');
      return void setTimeout(() => response.destroy(), 50);
    }
    const next = peer.links && from + most < all.length ? { link: `<${url.pathname}?cursor=${from + most}>; rel="next", <${url.pathname}?cursor=0>; rel="first"` } : {};
    return say(200, { [name]: all.slice(from, from + most) }, { ...(peer.counts && { 'x-total-count': String(all.length) }), ...next });
  }

  return Object.assign(peer, {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fail: (status: number, times: number) => void (failing = { status, times }),
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  });
}
