import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';

/** A real OpenID provider by another hand (oidc-provider), whose page signs in at once as `login` says. */
export interface OpenIdPeer {
  readonly issuer: string;
  readonly login: { accountId: string; amr: string[]; claims: Record<string, unknown> };
  /** Registers us there, with the address that people are sent back to. */
  register(returnTo: string): Promise<void>;
  /** Follows the browser's way through the provider until it is sent back to us; gives that address. */
  walk(address: string): Promise<string>;
  close(): Promise<void>;
}

export async function openIdPeer(): Promise<OpenIdPeer> {
  const login: OpenIdPeer['login'] = { accountId: 'f7a1', amr: ['pwd'], claims: {} };
  let provider: Provider | undefined;
  const server = createServer((request, response) => {
    if (!provider) return void response.writeHead(503).end();
    if (!request.url!.startsWith('/interaction/')) return void provider.callback()(request, response);
    return void provider.interactionFinished(request, response, { login: { accountId: login.accountId, amr: login.amr } }, { mergeWithLastSubmission: false });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const keys = [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'one' }];

  return {
    issuer,
    login,
    register: (returnTo) => {
      provider = new Provider(issuer, {
        clients: [{ client_id: 'vienkopus', client_secret: 'noslepums-1', redirect_uris: [returnTo], token_endpoint_auth_method: 'client_secret_post' }],
        jwks: { keys },
        claims: { openid: ['sub', 'name', 'personal_code', 'amr'] },
        conformIdTokenClaims: false,
        pkce: { required: () => true },
        interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
        features: { devInteractions: { enabled: false } },
        findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...login.claims }) }),
        async loadExistingGrant(context) {
          const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client!.clientId, accountId: context.oidc.session!.accountId! });
          grant.addOIDCScope('openid profile');
          grant.addOIDCClaims(['name', 'personal_code', 'amr']);
          await grant.save();
          return grant;
        },
        cookies: { keys: ['key'] },
        ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60 },
      });
      return Promise.resolve();
    },
    async walk(address) {
      const cookies = new Map<string, string>();
      for (let at = address; ; ) {
        const answer = await fetch(at, { redirect: 'manual', headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } });
        for (const cookie of answer.headers.getSetCookie()) cookies.set(cookie.split('=')[0]!, cookie.split(';')[0]!.slice(cookie.indexOf('=') + 1));
        const next = answer.headers.get('location');
        if (!next) throw new Error(`the peer answered ${answer.status}: ${await answer.text()}`);
        if (!next.startsWith(issuer) && /^https?:/.test(next)) return next;
        at = new URL(next, issuer).href;
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
