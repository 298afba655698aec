import type { FastifyRequest } from 'fastify';
import type { CustomTools } from '#web/page-route.js';
import { OUTSIDE_PURPOSES, type OutsidePurpose } from '../../actions/outside-proof.js';
import { PROOF_COOKIE } from '../../domain/session-cookie.js';
import { localPath } from '../cookies.js';

export const proofToken = (request: FastifyRequest): string => request.cookies[PROOF_COOKIE] ?? '';

/** A first sign-in belongs to nobody yet; everything else to who is signed in. */
export const userOf = (at: CustomTools, purpose: OutsidePurpose) => (purpose === 'sign-in' ? null : at.view.actor.id);

/** What a proof is wanted for and where the person goes on to. */
export function wishesOf(at: CustomTools): { purpose: OutsidePurpose; to: string } {
  const purpose = OUTSIDE_PURPOSES.find((one) => one === at.raw['purpose']) ?? 'sign-in';
  return { purpose, to: localPath(at.raw['to']) };
}
