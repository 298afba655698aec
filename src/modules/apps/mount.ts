import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { perform, type Platform } from '#platform/actions/perform.js';
import { ANONYMOUS } from '#platform/actions/actor.js';
import { identityOf } from '#platform/http/identity.js';
import type { Log } from '#platform/log/log.js';
import type { ViewOf } from '#web/add-web-route.js';
import { findNewAddress } from './actions/old-addresses.js';
import { MOUNT } from './domain/issuer.js';
import { addContinuePages } from './provider/continue.js';
import { providerOf } from './provider/current-provider.js';
import { putBehind, signedInOf } from './provider/signed-in.js';
import { addTickets } from './provider/tickets.js';

const DEVICE = `${MOUNT}/device`;

/** Puts the OpenID provider on the server, with the pages around it, and leads visitors of old addresses on. */
export function mountApps(server: FastifyInstance, platform: Platform, viewOf: ViewOf, log: Log): void {
  const provider = providerOf(platform, (error) => log.error('the provider failed', error));
  addContinuePages(server, platform, viewOf, provider);
  addTickets(server, platform, provider);
  server.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: `${MOUNT}/*`,
    schema: { hide: true },
    // Before the body is read: the provider reads it itself, and its forms carry a secret of their own against forgery.
    preParsing: async (request, reply, payload) => {
      const first = beforeDeviceCode(request);
      if (first) return reply.redirect(first, 303);
      await handOver(request, reply).catch((error: unknown) => {
        log.error('the provider failed', error, { request: request.id });
        reply.raw.destroy();
      });
      return payload;
    },
    handler: async () => undefined,
  });
  server.addHook('onRequest', async (request, reply) => {
    if (!request.is404 || request.method !== 'GET') return;
    const [path = '/', search = ''] = request.url.split('?');
    const found = await perform(platform, findNewAddress, { host: request.hostname, path, search }, { actor: ANONYMOUS });
    if (found) return reply.redirect(found.to, found.lasting ? 308 : 302);
  });

  /** Codes of devices are typed by who is signed in, into an empty field: a link with a code in it is what phishing sends (RFC 8628, 5.4). */
  function beforeDeviceCode(request: FastifyRequest): string | null {
    const [path, search] = request.url.split('?');
    if (path !== DEVICE) return null;
    if (!signedInOf(request, platform)) return identityOf(request).restrictedTo ?? `/sign-in?${new URLSearchParams({ to: DEVICE })}`;
    return new URLSearchParams(search).has('user_code') ? DEVICE : null;
  }

  async function handOver(request: FastifyRequest, reply: FastifyReply) {
    const callback = (await provider()).callback();
    reply.hijack();
    const { raw } = request;
    for (const [name, value] of Object.entries({ ...reply.getHeaders(), 'cache-control': 'no-store', 'x-request-id': request.id })) if (value !== undefined) reply.raw.setHeader(name, value);
    const publicUrl = new URL(platform.installation.publicUrl);
    Object.assign(raw.headers, { 'x-forwarded-proto': publicUrl.protocol.slice(0, -1), 'x-forwarded-host': publicUrl.host, 'x-forwarded-for': request.ip });
    putBehind(raw, { signedIn: signedInOf(request, platform), view: viewOf(request, reply), address: request.ip, signOut: () => signOut(request) });
    // As if mounted by a framework of the provider's own kind: it makes its addresses from both.
    Object.assign(raw, { originalUrl: raw.url, url: raw.url!.slice(MOUNT.length) });
    await callback(raw, reply.raw);
  }

  /** Signs out by the very route that a person's button takes. */
  async function signOut(request: FastifyRequest) {
    const { csrfToken, sessionId } = identityOf(request);
    if (!sessionId) return;
    const headers = { cookie: request.headers.cookie ?? '', 'x-csrf-token': csrfToken };
    await server.inject({ method: 'POST', url: '/sign-out', headers, remoteAddress: request.ip });
  }
}
