import { covers } from '#modules/access/public.js';
import { schoolScope } from '#modules/education/public.js';
import { NotFound } from '#kernel/errors.js';
import type { ActionContext } from '#platform/actions/action.js';
import { isNowhere } from '#platform/actions/actor.js';
import { type Permission, scopeOf } from '#platform/actions/permission.js';
import { type EntryRow, findEntry } from '../store/entry-changes.js';
import { findSitting, type SittingRow } from '../store/sittings.js';
import { NO_SUCH_ENTRY, NO_SUCH_SITTING } from '../texts.js';

type Asking = Pick<ActionContext, 'tx' | 'scope' | 'today'>;

/** A sitting of the actor's institutions. @throws NotFound alike for "is not" and "may not see" */
export async function getSitting(context: Asking, id: string): Promise<SittingRow> {
  const sitting = await findSitting(context.tx, id, await schoolScope(context));
  if (!sitting) throw new NotFound('no-such-sitting', NO_SUCH_SITTING);
  return sitting;
}

/** An entry of the actor's institutions with its sitting. @throws NotFound alike for "is not" and "may not see" */
export async function getEntry(context: Asking, id: string): Promise<{ readonly entry: EntryRow; readonly sitting: SittingRow }> {
  const entry = await findEntry(context.tx, id, await schoolScope(context), context.today);
  if (!entry) throw new NotFound('no-such-entry', NO_SUCH_ENTRY);
  return { entry, sitting: await getSitting(context, entry.sittingId) };
}

/** Whether the actor holds another permission at an institution. */
export async function mayAt({ tx, today, actor }: Pick<ActionContext, 'tx' | 'today' | 'actor'>, permission: Permission, institutionId: string): Promise<boolean> {
  const scope = scopeOf(actor, permission);
  return !isNowhere(scope) && covers(await schoolScope({ tx, today, scope }), { kind: 'institution', institutionId });
}
