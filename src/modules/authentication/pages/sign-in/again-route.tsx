import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidInput } from '#kernel/errors.js';
import { fill, type Text } from '#kernel/text.js';
import { type CustomTools, custom, type WebRoute } from '#web/page-route.js';
import { type ProvenAgain, proveByCode, proveByPasskey, proveByPassword, readWaysToProve } from '../../actions/prove-again.js';
import { PROVE_AGAIN_PATH, PROVEN_PATH } from '../../domain/prove-again-path.js';
import { TOO_MANY_ATTEMPTS, WRONG_PASSWORD, WRONG_PASSWORD_OR_CODE, WRONG_PROOF } from '../../texts.js';
import { enter, localPath } from '../cookies.js';
import { visitorOf } from '../visitor-of.js';
import { AgainPage } from './again.js';
import { ProvenPage } from './proven.js';
import { passkeyAnswer, sendPasskeyOptions } from './route.js';

export const againRoutes: readonly WebRoute[] = [
  custom({ method: 'GET', path: PROVE_AGAIN_PATH, handle: (_request, _reply, at) => show(at) }),
  custom({ method: 'GET', path: PROVEN_PATH, handle: async (_request, _reply, at) => at.send(<ProvenPage view={at.view} />) }),
  custom({
    method: 'POST',
    path: `${PROVE_AGAIN_PATH}/password`,
    handle: (request, reply, at) => follow(reply, at, 'password', WRONG_PASSWORD, () => at.perform(proveByPassword, { ...common(request, at), password: at.raw['password'] })),
  }),
  custom({
    method: 'POST',
    path: `${PROVE_AGAIN_PATH}/code`,
    handle: (request, reply, at) => follow(reply, at, 'code', WRONG_PASSWORD_OR_CODE, () => at.perform(proveByCode, { ...common(request, at), code: at.raw['code'], password: at.raw['password'] })),
  }),
  custom({ method: 'POST', path: `${PROVE_AGAIN_PATH}/passkey/options`, handle: (_request, reply, at) => sendPasskeyOptions(reply, at) }),
  custom({
    method: 'POST',
    path: `${PROVE_AGAIN_PATH}/passkey`,
    handle: (request, reply, at) => follow(reply, at, '', WRONG_PROOF, () => at.perform(proveByPasskey, { ...common(request, at), ...passkeyAnswer(request, at) })),
  }),
];

const common = (request: FastifyRequest, at: CustomTools) => ({ present: at.view.sessionId ?? '', visitor: visitorOf(request) });

async function follow(reply: FastifyReply, at: CustomTools, field: string, wrong: Text, prove: () => Promise<ProvenAgain>) {
  const outcome = await prove().catch((error: unknown) => {
    if (error instanceof InvalidInput) return { kind: 'wrong' } as const;
    throw error;
  });
  if (outcome.kind === 'signed-in') return enter(reply, at, outcome.token, at.raw['to']);
  if (outcome.kind === 'throttled') return show(at, { field, message: fill(TOO_MANY_ATTEMPTS, { minutes: outcome.minutes }) }, 429);
  return show(at, { field, message: wrong }, 422);
}

async function show(at: CustomTools, wrong?: { field: string; message: Text }, status = 200) {
  const level = typeof at.raw['level'] === 'string' ? at.raw['level'] : 'low';
  const ways = await at.perform(readWaysToProve, { level });
  return at.send(<AgainPage view={at.view} attempt={{ values: {}, errors: wrong ? [wrong] : [] }} to={localPath(at.raw['to'])} level={level} ways={ways} />, status);
}
