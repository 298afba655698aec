import type { WriteContext } from '#platform/actions/action.js';
import { scopeOf } from '#platform/actions/permission.js';
import { readProtectedPermission, recordPersonsPermission } from '../permissions.js';
import { findPersonWithin } from '../store/cards.js';

/** Whose entry it was, and whether the one who recorded it may go on recording: a move or protection can end that. */
export interface Outcome {
  readonly id: string;
  readonly stillSeen: boolean;
  /** Everyone whom the entry is about, for the audit log. */
  readonly subjects: readonly string[];
}

/** @param others who else is concerned, such as a guardian. */
export async function outcomeFor({ tx, actor, today }: WriteContext, id: string, others: readonly (string | null)[] = []): Promise<Outcome> {
  const seen = await findPersonWithin(tx, id, scopeOf(actor, recordPersonsPermission), scopeOf(actor, readProtectedPermission), today);
  return { id, stillSeen: seen !== undefined, subjects: [...new Set([id, ...others.filter((one) => one !== null)])] };
}
