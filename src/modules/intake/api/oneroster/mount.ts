import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { fill } from '#kernel/text.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { identityOf } from '#platform/http/identity.js';
import type { Log } from '#platform/log/log.js';
import { MACHINE_CHALLENGE } from '#platform/http/problem.js';
import { ONEROSTER } from '../../domain/oneroster/rest-json.js';
import { COLLECTIONS, type Collection, type PathIds } from '../../actions/oneroster/collections.js';
import { readCollection, type ReadCollection } from '../../actions/oneroster/read-collection.js';
import { envelope, ListQuery, StatusInfoSchema } from './contract.js';
import { NO_SUCH_METHOD, NO_SUCH_PATH, OtherRequest, refuseOtherTypes, statusInfoOf } from './error-body.js';
import { holdToScopes, readingScopes, WRITING_SCOPES } from './scopes.js';
import { Pairs, pairsOf, type RestWrite, WRITES } from './writes.js';

const PATHS = [...COLLECTIONS.flatMap(({ path }) => [{ method: 'GET', path }, { method: 'HEAD', path }]), ...WRITES].map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }));
const methodsOf = (path: string): string[] => [...new Set(PATHS.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];

const fastifyPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');
const paramsOf = (path: string): z.ZodObject => z.object(Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, z.string()])));

/** Puts the OneRoster 1.2 services on the server: their own statuses, headers and error bodies. */
export function mountOneRoster(server: FastifyInstance, platform: Platform, log: Log): void {
  for (const collection of COLLECTIONS) {
    const { path, file, isOne, summary } = collection;
    server.route({
      method: 'GET',
      url: fastifyPath(path),
      schema: {
        summary, tags: ['oneroster'], security: [{ token: [] }], params: paramsOf(path),
        ...(isOne ? {} : { querystring: ListQuery }),
        response: { 200: envelope(file, isOne), 400: StatusInfoSchema },
      },
      errorHandler: errorHandler(log),
      preHandler: refuseOtherTypes,
      handler: (request, reply) => answer(collection, platform, request, reply),
    });
  }
  for (const write of WRITES) {
    const { method, path, summary, body, status } = write;
    server.route({
      method,
      url: fastifyPath(path),
      schema: {
        summary, tags: ['oneroster'], security: [{ token: [] }], params: paramsOf(path),
        ...(body && { body }),
        response: { ...(method === 'POST' ? { 201: Pairs } : { [status]: z.null() }), 400: StatusInfoSchema },
      },
      errorHandler: errorHandler(log),
      preHandler: refuseOtherTypes,
      handler: (request, reply) => change(write, platform, request, reply),
    });
  }
  // Whatever else is asked below the services is refused in their words too.
  server.all(`${ONEROSTER}/*`, { schema: { hide: true }, errorHandler: errorHandler(log) }, refuseUnknown);
}

/** A path that is none, or one that knows other methods (RFC 9110, 15.5.6). @throws NotFound, WrongMethod */
async function refuseUnknown(request: FastifyRequest, reply: FastifyReply): Promise<never> {
  const allowed = methodsOf(request.url.split('?')[0]!);
  if (allowed.length === 0) throw new NotFound('no-such-path', NO_SUCH_PATH);
  reply.header('allow', allowed.join(', '));
  throw new OtherRequest(405, 'method-not-allowed', fill(NO_SUCH_METHOD, { methods: allowed.join(', ') }));
}

async function change({ method, action, input, status }: RestWrite, platform: Platform, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { actor, freshUntil, tokenScopes } = identityOf(request);
  holdToScopes(tokenScopes, [WRITING_SCOPES[method]]);
  const output = await perform(platform, action, input(request.params as PathIds, (request.body ?? {}) as Readonly<Record<string, unknown>>), { actor, freshUntil, requestId: request.id });
  reply.code(status);
  return method === 'POST' ? reply.type('application/json; charset=utf-8').send(JSON.stringify(pairsOf(output))) : reply.send();
}

const errorHandler =
  (log: Log) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { status, body } = statusInfoOf(error);
    if (status === 500) log.error('a OneRoster request failed', error, { request: request.id, route: request.routeOptions.url });
    if (status === 401) reply.headers(MACHINE_CHALLENGE);
    return reply.code(status === 422 ? 400 : status).type('application/json; charset=utf-8').send(JSON.stringify(body));
  };

async function answer({ path }: Collection, platform: Platform, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { actor, freshUntil, tokenScopes } = identityOf(request);
  holdToScopes(tokenScopes, readingScopes(path));
  const asked = { path, ids: request.params as PathIds, ...(request.query as object) };
  const found = await perform(platform, readCollection, asked, { actor, freshUntil, requestId: request.id, reason: actor.kind === 'machine' ? 'school-journal' : 'own-pupils' });
  if (!found.isOne) reply.headers(pageHeaders(found, request, platform.installation.publicUrl));
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(found.body));
}

/**
 * How many there are, where that is known, and the addresses of the other pages (RFC 8288). The next one begins after the last record of this; the others pass over
 * what comes before them, as far as that may be asked for.
 */
function pageHeaders({ total, limit, offset, next, mostPassedOver }: ReadCollection, request: FastifyRequest, address: string): Record<string, string> {
  const [path, search = ''] = request.url.split('?');
  const page = (from: number, rel: string, after: string | null = null) => {
    const query = new URLSearchParams(search);
    query.set('limit', String(limit));
    query.set('offset', String(from));
    if (after) query.set('after', after);
    else query.delete('after');
    return `<${address}${path}?${query}>; rel="${rel}"`;
  };
  const byOffset = (from: number, rel: string) => (mostPassedOver === null || from <= mostPassedOver ? [page(from, rel)] : []);
  const links = [
    page(0, 'first'),
    ...(offset > 0 ? byOffset(Math.max(0, offset - limit), 'prev') : []),
    ...(next ? [page(offset + limit, 'next', next)] : []),
    ...(total === null ? [] : byOffset(Math.max(0, Math.floor((total - 1) / limit) * limit), 'last')),
  ];
  return { ...(total !== null && { 'x-total-count': String(total) }), link: links.join(', ') };
}
