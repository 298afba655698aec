import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Registry } from 'prom-client';
import { NotFound } from '#kernel/errors.js';
import type { Platform } from '../actions/perform.js';
import { gaugesOf } from './gauges.js';
import { httpSeconds, registry } from './instruments.js';

/**
 * Measures every request and answers `/metrics` in Prometheus' text form, to those with the token (`Authorization:
 * Bearer …`), or without one to this machine alone.
 */
export function addMetrics(server: FastifyInstance, platform: Platform, token: string | undefined): void {
  const all = Registry.merge([registry, gaugesOf(platform)]);
  server.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: `${Math.floor(reply.statusCode / 100)}xx` };
    httpSeconds.observe(labels, reply.elapsedTime / 1000);
  });
  server.get('/metrics', { schema: { hide: true }, config: { rateLimit: false } }, async (request, reply) => {
    if (!(token ? carries(request, token) : isLocal(request))) throw new NotFound('no-such-page', NO_SUCH_PAGE);
    return reply.type(all.contentType).send(await all.metrics());
  });
}

const carries = (request: FastifyRequest, token: string) => timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));

const digest = (words: string) => createHash('sha256').update(words).digest();

/** A request that a proxy on this machine passes on comes from somewhere else. */
const isLocal = ({ ip, headers }: FastifyRequest) =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(ip) && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined;

const NO_SUCH_PAGE = { lv: 'Šādas lapas nav.', en: 'There is no such page.' };
