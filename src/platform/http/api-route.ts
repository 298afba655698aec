import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Action } from '../actions/action.js';
import { perform, type Platform } from '../actions/perform.js';
import { ANYONE } from '../actions/permission.js';
import { identityOf } from './identity.js';

/** A JSON route: an action behind a path, with its contract for OpenAPI. Input is checked by the action alone. */
export interface ApiRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** The body's media type where it is not JSON, such as a form with a file. */
  readonly bodyType?: string;
  readonly answer: z.ZodType;
  readonly answerType?: string;
  readonly action: Action<any, unknown>;
  /** Shapes the action's output for the wire; the output itself when absent. */
  readonly present?: (output: any) => unknown;
}

export const apiRoute = <Input, Output>(
  route: Omit<ApiRoute, 'action' | 'present'> & { action: Action<Input, Output>; present?: (output: Output) => unknown },
): ApiRoute => route as ApiRoute;

export function addApiRoute(server: FastifyInstance, platform: Platform, route: ApiRoute): void {
  const { method, path, summary, tag, params, query, body, bodyType, answer, answerType, action, present = asItIs } = route;
  server.route({
    method,
    url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema: {
      summary,
      tags: [tag],
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && { body }),
      ...(bodyType && { consumes: [bodyType] }),
      ...(action.permission !== ANYONE && { security: [{ session: [] }] }),
      response: { 200: answer },
    },
    handler: async (request, reply) => {
      const { actor, freshUntil } = identityOf(request);
      const raw = { ...(request.query as object), ...(request.body as object | null), ...(request.params as object) };
      const reason = request.headers['x-reason'];
      const output = await perform(platform, action, raw, { actor, freshUntil, requestId: request.id, reason: typeof reason === 'string' ? reason : null });
      return reply.type(answerType ?? 'application/json; charset=utf-8').send(JSON.stringify(present(output)));
    },
  });
}

const asItIs = (output: unknown) => output;
