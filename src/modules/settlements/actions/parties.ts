import { listEverSucceeded } from '#modules/territories/public.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { Scope } from '#platform/actions/actor.js';
import type { Parties, Recording } from '../store/rows.js';

/** For whom an actor settles: their municipalities of today, and those that became part of these whole, whose statements stay theirs. */
export async function partiesOf({ tx, scope, today }: Pick<ActionContext, 'tx' | 'today'> & { readonly scope: Scope }): Promise<Parties> {
  if (scope.everywhere || scope.unitIds.length === 0) return { everywhere: scope.everywhere, unitIds: [] };
  return { everywhere: false, unitIds: [...scope.unitIds, ...(await listEverSucceeded(tx, scope.unitIds, today))] };
}

export const recordingOf = ({ now, actor }: Pick<ActionContext, 'now' | 'actor'>): Recording => ({ at: now, by: actor.id ?? actor.name });
