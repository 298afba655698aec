import type { ActionContext } from '#platform/actions/action.js';
import { isNowhere, NOWHERE } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { holdsOn } from '#kernel/period.js';
import { findPersonsPermission } from '../permissions.js';
import { findPersonWithin, listGuardianships } from '../store/cards.js';

export interface Guardian {
  /** Null where the register does not show it: protected, or care by a place. */
  readonly name: string | null;
  readonly kind: string;
  readonly place: string;
}

/** Who acts for a child today, for actors who may see the child's card in this register; null for others. The asker logs the look. */
export async function findGuardians({ tx, actor, today }: Pick<ActionContext, 'tx' | 'actor' | 'today'>, childId: string): Promise<readonly Guardian[] | null> {
  const scope = scopeOf(actor, findPersonsPermission);
  if (isNowhere(scope) || !(await findPersonWithin(tx, childId, scope, NOWHERE, today))) return null;
  const rows = await listGuardianships(tx, childId, today);
  return rows
    .filter((row) => row.childId === childId && holdsOn({ from: row.validFrom, to: row.validTo }, today))
    .map(({ kind, place, otherGiven, otherFamily }) => ({ kind, place, name: otherGiven === null ? null : `${otherGiven} ${otherFamily}` }));
}
