import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type Provider from 'oidc-provider';
import { perform, type Platform } from '#platform/actions/perform.js';
import { ANONYMOUS } from '#platform/actions/actor.js';
import { identityOf } from '#platform/http/identity.js';
import type { Log } from '#platform/log/log.js';
import type { ViewOf } from '#web/add-web-route.js';
import { findNewAddress } from './actions/old-addresses.js';
import { MOUNT } from './domain/issuer.js';
import { addContinuePages } from './provider/continue.js';
import { KEYS_KNOWN_MS, providerOf } from './provider/current-provider.js';
import { addPageForAdministrators, needsPasskey, WITH_PASSKEY } from './provider/device-administrators.js';
import { limited } from './provider/device-tries.js';
import { putBehind, signedInOf } from './provider/signed-in.js';
import { addTickets } from './provider/tickets.js';

const DEVICE = `${MOUNT}/device`;
const AUTHORIZE = `${MOUNT}/auth`;
const LONGEST_REQUEST = 8_192;

type Answer = ReturnType<Provider['callback']>;

/** Puts the OpenID provider on the server, with the pages around it, and leads visitors of old addresses on. */
export function mountApps(server: FastifyInstance, platform: Platform, viewOf: ViewOf, log: Log): void {
  const provider = providerOf(platform, (error) => log.error('the provider failed', error));
  const answers = new WeakMap<Provider, Answer>();
  const publicUrl = new URL(platform.installation.publicUrl);
  addContinuePages(server, platform, viewOf, provider);
  addPageForAdministrators(server, viewOf);
  addTickets(server, platform, provider);
  const handedOn = {
    method: ['GET', 'POST', 'OPTIONS'],
    schema: { hide: true },
    // Before the body is read: the provider reads it itself, and its forms carry a secret of their own against forgery.
    preParsing: async (request, reply, payload) => {
      const first = beforeDeviceCode(request);
      if (first) return reply.redirect(first, 303);
      const handedOver = () =>
        handOver(request, reply).catch((error: unknown) => {
          log.error('the provider failed', error, { request: request.id });
          reply.raw.destroy();
        });
      if (isTypedCode(request)) return (await limited(request, reply, platform, viewOf, handedOver)) ?? payload;
      await handedOver();
      return payload;
    },
    handler: async () => undefined,
  } satisfies Omit<RouteOptions, 'url'>;
  server.route({ ...handedOn, url: `${MOUNT}/*` });
  server.route({ ...handedOn, url: AUTHORIZE, method: ['GET', 'OPTIONS'], config: { rightsUnused: true } });
  server.route({ method: 'POST', url: AUTHORIZE, schema: { hide: true }, preParsing: asAddress, handler: async () => undefined });
  server.addHook('onRequest', async (request, reply) => {
    if (!request.is404 || request.method !== 'GET') return;
    const [path = '/', search = ''] = request.url.split('?');
    const found = await perform(platform, findNewAddress, { host: request.hostname, path, search }, { actor: ANONYMOUS });
    if (found) return reply.redirect(found.to, found.lasting ? 308 : 302);
  });

  const isTypedCode = ({ method, url }: FastifyRequest) => method === 'POST' && url.split('?')[0] === DEVICE;

  /** Codes of devices are typed by who is signed in, into an empty field: a link with a code in it is what phishing sends (RFC 8628, 5.4). */
  function beforeDeviceCode(request: FastifyRequest): string | null {
    const [path, search] = request.url.split('?');
    if (path !== DEVICE) return null;
    if (!signedInOf(request, platform)) return identityOf(request).restrictedTo ?? `/sign-in?${new URLSearchParams({ to: DEVICE })}`;
    if (needsPasskey(request)) return WITH_PASSKEY;
    return new URLSearchParams(search).has('user_code') ? DEVICE : null;
  }

  async function handOver(request: FastifyRequest, reply: FastifyReply) {
    const { raw } = request;
    const answer = await answering(request);
    reply.hijack();
    for (const [name, value] of Object.entries({ ...reply.getHeaders(), 'cache-control': 'no-store', 'x-request-id': request.id })) if (value !== undefined) reply.raw.setHeader(name, value);
    Object.assign(raw.headers, { 'x-forwarded-proto': publicUrl.protocol.slice(0, -1), 'x-forwarded-host': publicUrl.host, 'x-forwarded-for': request.ip });
    putBehind(raw, { signedIn: signedInOf(request, platform), view: () => viewOf(request, reply), address: request.ip, signOut: () => signOut(request) });
    // As if mounted by a framework of the provider's own kind: it makes its addresses from both.
    Object.assign(raw, { originalUrl: raw.url, url: raw.url!.slice(MOUNT.length) });
    await answer(raw, reply.raw);
  }

  /** The provider as it answers requests. Where a person enters nothing is signed or checked by a key, so any known ones do. */
  async function answering({ method, url }: FastifyRequest): Promise<Answer> {
    const entering = method === 'GET' && url.startsWith(`${MOUNT}/auth?`) && !url.includes('id_token_hint');
    const op = await provider(entering ? Infinity : url === `${MOUNT}/token` ? KEYS_KNOWN_MS : 0);
    const made = answers.get(op) ?? op.callback();
    answers.set(op, made);
    return made;
  }

  /** Signs out by the very route that a person's button takes. */
  async function signOut(request: FastifyRequest) {
    const { csrfToken, sessionId } = identityOf(request);
    if (!sessionId) return;
    const headers = { cookie: request.headers.cookie ?? '', 'x-csrf-token': csrfToken };
    await server.inject({ method: 'POST', url: '/sign-out', headers, remoteAddress: request.ip });
  }
}

/**
 * A program may also send a person here by a form (OpenID Connect Core 1.0, 3.1.2.1). It comes from another site, whose forms get none of our cookies: the person goes on by an address, as everybody does.
 */
async function asAddress(_request: FastifyRequest, reply: FastifyReply, form: AsyncIterable<Buffer>) {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of form) {
    length += part.length;
    if (length > LONGEST_REQUEST) return reply.code(413).type('text/plain; charset=utf-8').send(`The request has more than ${LONGEST_REQUEST} bytes.`);
    parts.push(part);
  }
  return reply.redirect(`${AUTHORIZE}?${new URLSearchParams(Buffer.concat(parts).toString('utf8'))}`, 303);
}
