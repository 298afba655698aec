import type { FastifyInstance, FastifyRequest, RequestPayload } from 'fastify';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Action } from '../actions/action.js';
import { type Occasion, perform, type Platform } from '../actions/perform.js';
import { ANYONE } from '../actions/permission.js';
import { unpackedBody } from './gzip-body.js';
import { identityOf } from './identity.js';
import { hasJustChanged, rememberChange } from './just-changed.js';

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
  /** Largest body in bytes where the server's own limit does not do. */
  readonly bodyLimit?: number;
  /** Whether the body may come packed by gzip. */
  readonly gzip?: boolean;
  /** Headers that are part of the input, by their names in lower case. */
  readonly headers?: z.ZodObject;
  /** Turns a streamed body into input, by actions of its own; it is never in memory whole. */
  readonly receive?: (body: Readable, raw: Readonly<Record<string, unknown>>, asSender: Performing) => Promise<object>;
  readonly answer: z.ZodType;
  readonly answerType?: string;
  readonly action: Action<any, unknown>;
  /** Shapes the action's output for the wire; the output itself when absent. What streams is sent as it is. */
  readonly present?: (output: any) => unknown;
  /** 202 where the work goes on after the answer; 200 when absent. */
  readonly status?: (output: any) => 200 | 202;
}

/** Performs further actions as whoever sent the request. */
export type Performing = <Input, Output>(action: Action<Input, Output>, input: unknown) => Promise<Output>;

export const apiRoute = <Input, Output>(
  route: Omit<ApiRoute, 'action' | 'present' | 'status'> & { action: Action<Input, Output>; present?: (output: Output) => unknown; status?: (output: Output) => 200 | 202 },
): ApiRoute => route as ApiRoute;

export function addApiRoute(server: FastifyInstance, platform: Platform, route: ApiRoute): void {
  const { method, path, summary, tag, params, query, body: bodyShape, bodyType, bodyLimit, gzip, headers, receive, answer, answerType, action, present = asItIs, status = ok } = route;
  server.route({
    method,
    url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
    ...(bodyLimit && { bodyLimit }),
    ...(gzip && { preParsing: async (request: FastifyRequest, _reply: unknown, payload: Readable) => unpackedBody(request, payload) as RequestPayload }),
    schema: {
      summary,
      tags: [tag],
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...((headers || action.reasonNeeded) && { headers: (headers ?? z.object({})).extend(action.reasonNeeded ? REASON : {}) }),
      ...(bodyShape && { body: bodyShape }),
      ...(bodyType && { consumes: [bodyType] }),
      ...(action.permission !== ANYONE && { security: [{ token: [] }] }),
      response: { 200: answer, ...(route.status && { 202: answer }) },
    },
    handler: async (request, reply) => {
      const occasion = occasionOf(request);
      const asSender: Performing = (other, input) => perform(platform, other, input, occasion);
      const said = { ...(request.query as object), ...headersOf(request, headers), ...(request.params as object) };
      const body = isStream(request.body) ? await receive?.(request.body, said, asSender) : fieldsOf(request.body, bodyShape);
      const raw = { ...said, ...body, ...(request.params as object) };
      const output = await asSender(action, raw);
      if (platform.database.standby && action.kind === 'write') rememberChange(reply);
      const shown = present(output);
      return reply.code(status(output)).type(answerType ?? 'application/json; charset=utf-8').send(isStream(shown) ? shown : JSON.stringify(shown));
    },
  });
}

/** What pages ask for by a field; it is no part of the input. */
const REASON = { 'x-reason': z.string().describe('Why the data are looked at: a code such as `education`, or words. The person concerned sees it') };

function occasionOf(request: FastifyRequest): Occasion {
  const { actor, freshUntil } = identityOf(request);
  const reason = request.headers['x-reason'];
  return { actor, freshUntil, requestId: request.id, reason: typeof reason === 'string' ? reason : null, justChanged: hasJustChanged(request) };
}

/** Of a body that came whole, what its contract names, unless that is loose: an action may have further input that only the program gives it. */
function fieldsOf(body: unknown, shape: z.ZodObject | undefined): object {
  if (!shape || typeof body !== 'object' || body === null) return {};
  if (shape.def.catchall) return body;
  return Object.fromEntries(Object.keys(shape.shape).flatMap((name) => (Object.hasOwn(body, name) ? [[name, (body as Record<string, unknown>)[name]]] : [])));
}

const headersOf = (request: FastifyRequest, headers: z.ZodObject | undefined): object =>
  headers ? Object.fromEntries(Object.keys(headers.shape).map((name) => [name, request.headers[name]])) : {};

const isStream = (body: unknown): body is Readable => typeof (body as Readable | null)?.pipe === 'function';
const ok = () => 200 as const;
const asItIs = (output: unknown) => output;
