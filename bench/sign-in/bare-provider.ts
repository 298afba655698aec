import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Adapter, type AdapterPayload } from 'oidc-provider';

export interface ListeningProvider {
  readonly issuer: string;
  /** Signs a person in by the library's own development pages and gives the browser's cookies. */
  cookiesOf(person: string): Promise<string>;
  close(): Promise<void>;
}

/** The library by itself: everything in memory, no user, no right and no page of ours. What it reaches is the limit. */
export async function startBareProvider(client: { id: string; secret: string; redirectUri: string }): Promise<ListeningProvider> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    adapter: inMemory(),
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.redirectUri], grant_types: ['authorization_code'], response_types: ['code'] }],
    pkce: { required: () => true },
    loadExistingGrant: async (ctx) => {
      const known = ctx.oidc.session!.grantIdFor(ctx.oidc.client!.clientId);
      if (known) return ctx.oidc.provider.Grant.find(known);
      const grant = new ctx.oidc.provider.Grant({ accountId: ctx.oidc.session!.accountId!, clientId: ctx.oidc.client!.clientId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    cookies: { keys: ['the secret of the benchmarks'] },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    cookiesOf: (person) => signInOnce(issuer, client, person),
    close: () => new Promise((closed) => server.close(() => closed()).closeAllConnections()),
  };
}

/** The library's own store forgets all but the newest thousand entries, which is too few for seconds of work; this one forgets nothing. */
function inMemory(): (name: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  return (name) => {
    const key = (id: string) => `${name}:${id}`;
    return {
      async upsert(id, payload) {
        kept.set(key(id), payload);
        if (payload.uid) kept.set(key(`uid ${payload.uid}`), payload);
      },
      find: async (id) => kept.get(key(id)),
      findByUid: async (uid) => kept.get(key(`uid ${uid}`)),
      findByUserCode: async () => undefined,
      async consume(id) {
        kept.get(key(id))!.consumed = true;
      },
      async destroy(id) {
        kept.delete(key(id));
      },
      revokeByGrantId: async () => undefined,
    };
  };
}

/** Walks through the development pages as a browser does: asked, signed in, sent on. */
async function signInOnce(issuer: string, { id, redirectUri }: { id: string; redirectUri: string }, person: string): Promise<string> {
  const jar = new Map<string, string>();
  const go = async (url: string, body?: URLSearchParams): Promise<Response> => {
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie: written(jar) }, ...(body && { method: 'POST', body }) });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  };
  const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
  const query = new URLSearchParams({ client_id: id, response_type: 'code', scope: 'openid', redirect_uri: redirectUri, code_challenge: challenge, code_challenge_method: 'S256' });
  const asked = await go(`${issuer}/auth?${query}`);
  const page = new URL(asked.headers.get('location')!, issuer).href;
  await go(page);
  const resumed = await go(page, new URLSearchParams({ prompt: 'login', login: person, password: 'any' }));
  const back = await go(new URL(resumed.headers.get('location')!, issuer).href);
  if (!back.headers.get('location')?.startsWith(redirectUri)) throw new Error(`the bare provider did not sign in: ${back.status} ${back.headers.get('location')}`);
  return written(jar);
}

const written = (jar: ReadonlyMap<string, string>) => [...jar].filter(([, value]) => value).map(([name, value]) => `${name}=${value}`).join('; ');
