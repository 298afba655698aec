import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Adapter, type AdapterPayload } from 'oidc-provider';

/** The one program that the provider knows. */
export interface BareClient {
  readonly id: string;
  readonly secret: string;
  readonly redirectUri: string;
}

/** Told its client it starts and answers where; asked for `cpu` it answers with what it has used, in milliseconds; it ends when its parent leaves. */
process.once('message', async (client) => {
  const issuer = await start(client as BareClient);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send!((user + system) / 1_000);
  });
  process.once('disconnect', () => process.exit(0));
  process.send!({ issuer });
});

/** Everything in memory, no user, no right and no page of ours. What it reaches is the limit. */
async function start(client: BareClient): Promise<string> {
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
  return issuer;
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
