import { z } from 'zod';
import type { Action } from '#platform/actions/action.js';
import { deleteLineItem, deleteResult, putLineItems } from '../../actions/oneroster/keep-line-items.js';
import { putResults } from '../../actions/oneroster/put-results.js';
import { GRADEBOOK } from '../../domain/oneroster/rest-json.js';
import { RestLineItem, RestResult } from '../../domain/oneroster/rest-result.js';

/** A changing request of the Gradebook service. */
export interface RestWrite {
  readonly method: 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly body?: z.ZodObject;
  readonly action: Action<never, unknown>;
  /** The action's input from the identifiers of the path and the body. */
  readonly input: (ids: Readonly<Record<string, string>>, body: Readonly<Record<string, unknown>>) => unknown;
  readonly status: 201 | 204;
}

const write = <Input, Output>(of: Omit<RestWrite, 'action'> & { action: Action<Input, Output> }): RestWrite => of as unknown as RestWrite;

const one = (body: Readonly<Record<string, unknown>>, name: string): unknown[] => [body[name]];

/** What e-journals may change: line items of their own and results. POST answers the pairs of identifiers, as supplied and as allocated. */
export const WRITES: readonly RestWrite[] = [
  write({
    method: 'PUT', path: `${GRADEBOOK}/lineItems/{sourcedId}`, summary: 'Put a line item of one’s own for a class and session of ours', body: z.object({ lineItem: RestLineItem }), action: putLineItems, status: 201,
    input: ({ sourcedId }, body) => ({ sourcedId, lineItems: one(body, 'lineItem') }),
  }),
  write({
    method: 'POST', path: `${GRADEBOOK}/classes/{classSourcedId}/lineItems`, summary: 'Add line items of one’s own to a class', body: z.object({ lineItems: z.array(RestLineItem) }), action: putLineItems, status: 201,
    input: ({ classSourcedId }, body) => ({ classId: classSourcedId, lineItems: body['lineItems'] }),
  }),
  write({
    method: 'POST', path: `${GRADEBOOK}/schools/{schoolSourcedId}/lineItems`, summary: 'Add line items of one’s own to classes of a school', body: z.object({ lineItems: z.array(RestLineItem) }), action: putLineItems, status: 201,
    input: (_ids, body) => ({ lineItems: body['lineItems'] }),
  }),
  write({ method: 'DELETE', path: `${GRADEBOOK}/lineItems/{sourcedId}`, summary: 'Forget a line item of one’s own', action: deleteLineItem, status: 204, input: ({ sourcedId }) => ({ sourcedId }) }),
  write({
    method: 'PUT', path: `${GRADEBOOK}/results/{sourcedId}`, summary: 'Put a mark; again under the same identifier it is a correction', body: z.object({ result: RestResult }), action: putResults, status: 201,
    input: ({ sourcedId }, body) => ({ sourcedId, results: one(body, 'result') }),
  }),
  write({
    method: 'POST', path: `${GRADEBOOK}/lineItems/{lineItemSourcedId}/results`, summary: 'Add marks under a line item: all of them or none', body: z.object({ results: z.array(RestResult) }), action: putResults, status: 201,
    input: ({ lineItemSourcedId }, body) => ({ lineItem: lineItemSourcedId, results: body['results'] }),
  }),
  write({
    method: 'POST', path: `${GRADEBOOK}/classes/{classSourcedId}/academicSessions/{academicSessionSourcedId}/results`, summary: 'Add marks of a class and session: all of them or none', action: putResults, status: 201,
    body: z.object({ results: z.array(RestResult) }),
    input: ({ classSourcedId, academicSessionSourcedId }, body) => ({ classId: classSourcedId, session: academicSessionSourcedId, results: body['results'] }),
  }),
  write({ method: 'DELETE', path: `${GRADEBOOK}/results/{sourcedId}`, summary: 'Take a mark back', action: deleteResult, status: 204, input: ({ sourcedId }) => ({ sourcedId }) }),
];

/** The pairs that a POST answers: what is supplied is kept. */
export const pairsOf = (output: unknown): object => ({ sourcedIdPairs: (output as { ids: readonly string[] }).ids.map((id) => ({ suppliedSourcedId: id, allocatedSourcedId: id })) });

export const Pairs = z.object({ sourcedIdPairs: z.array(z.object({ suppliedSourcedId: z.string(), allocatedSourcedId: z.string() })) });
