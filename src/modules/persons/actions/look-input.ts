import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import type { Actor } from '#platform/actions/actor.js';
import { isLookReason } from '../domain/look-reasons.js';
import { REASON_NOT_IN_LIST } from '../texts.js';

/** Number of the case, application or decision, so that a look can be checked later. */
export const CaseReference = z.string().trim().min(1).max(60);

/** @throws InvalidInput unless the reason is one of the list. The program itself needs none. */
export function checkReason(actor: Actor, reason: string | null): void {
  if (actor.kind !== 'system' && !isLookReason(reason ?? '')) throw invalid('reason', REASON_NOT_IN_LIST);
}
