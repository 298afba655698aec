import type { z } from 'zod';
import { bearerCalls, type BearerService, readJson } from './bearer-calls.js';

/** Where a remote signing service answers, such as `https://rssp.example/csc/v2`, and who we are there. */
export type CscService = BearerService;

/** Calls a method of the API. @throws TrustServiceError */
export type CscCall = <T>(method: string, schema: z.ZodType<T>, body: Readonly<Record<string, unknown>>) => Promise<T>;

/** Calls of one service of the Cloud Signature Consortium's API. */
export function cscCalls(service: CscService): CscCall {
  const call = bearerCalls(service, 'service');
  return async (method, schema, body) => readJson(await call({ method: 'POST', path: method, body }), `${service.url.replace(/\/$/, '')}/${method}`, schema);
}
