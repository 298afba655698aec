import { NotFound } from '#kernel/errors.js';
import type { ActionContext } from '#platform/actions/action.js';
import { scopeOf } from '#platform/actions/permission.js';
import { readProtectedPermission } from '../permissions.js';
import { findPersonWithin, type PersonRow } from '../store/cards.js';
import { NO_SUCH_PERSON } from '../texts.js';

/** The person, where the action's scope covers them and protection allows it. @throws NotFound alike for "is not" and "may not see". */
export async function getPersonWithin({ tx, actor, scope, today }: ActionContext, id: string): Promise<PersonRow> {
  const person = await findPersonWithin(tx, id, scope, scopeOf(actor, readProtectedPermission), today);
  if (!person) throw new NotFound('no-such-person', NO_SUCH_PERSON);
  return person;
}
