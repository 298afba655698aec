import { NotFound } from '#kernel/errors.js';
import type { ActionContext, WriteContext } from '#platform/actions/action.js';
import { type Permission, scopeOf } from '#platform/actions/permission.js';
import { protectPersonsPermission, readProtectedPermission, recordPersonsPermission } from '../permissions.js';
import { findPersonWithin, type PersonRow } from '../store/cards.js';
import { lockPerson } from '../store/changes.js';
import { NO_SUCH_PERSON } from '../texts.js';

/** The person, where the action's scope covers them and protection allows it. @throws NotFound alike for "is not" and "may not see". */
export async function getPersonWithin({ tx, actor, scope, today }: ActionContext, id: string): Promise<PersonRow> {
  const person = await findPersonWithin(tx, id, scope, scopeOf(actor, readProtectedPermission), today);
  if (!person) throw new NotFound('no-such-person', NO_SUCH_PERSON);
  return person;
}

/** The same for what changes them: changes of one person follow one another, so that each sees what the one before recorded. */
export async function getPersonToChange(context: WriteContext, id: string): Promise<PersonRow> {
  await lockPerson(context.tx, id);
  return getPersonWithin(context, id);
}

/** What else than look the actor may do with a person's entries. */
export interface May {
  readonly record: boolean;
  readonly protect: boolean;
}

export async function mayDoWith({ tx, actor, today }: ActionContext, id: string): Promise<May> {
  const holds = async (permission: Permission) => (await findPersonWithin(tx, id, scopeOf(actor, permission), scopeOf(actor, readProtectedPermission), today)) !== undefined;
  return { record: await holds(recordPersonsPermission), protect: await holds(protectPersonsPermission) };
}
