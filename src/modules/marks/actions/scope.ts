import { type ClassRow, findClass, getYears, schoolScope, type Years } from '#modules/education/public.js';
import { NotFound } from '#kernel/errors.js';
import type { ActionContext } from '#platform/actions/action.js';
import { isNowhere } from '#platform/actions/actor.js';
import { type Permission, scopeOf } from '#platform/actions/permission.js';
import { NO_SUCH_CLASS } from './refusals.js';

type Context = Pick<ActionContext, 'tx' | 'scope' | 'today'>;

/** A class of the actor's institutions, with its school year. @throws NotFound alike for "is not" and "may not see" */
export async function getClassIn(context: Context, id: string): Promise<{ one: ClassRow; years: Years }> {
  const one = await findClass(context.tx, id, await schoolScope(context), context.today, context.today);
  if (!one) throw new NotFound('no-such-class', NO_SUCH_CLASS);
  return { one, years: await getYears(context, one.year) };
}

/** Whether the actor holds a permission over an institution today. */
export async function mayIn(context: Pick<ActionContext, 'tx' | 'today' | 'actor'>, permission: Permission, institutionId: string): Promise<boolean> {
  return (await coveredBy(context, permission))(institutionId);
}

/** Over which institutions the actor holds a permission today. */
export async function coveredBy({ tx, today, actor }: Pick<ActionContext, 'tx' | 'today' | 'actor'>, permission: Permission): Promise<(institutionId: string) => boolean> {
  const scope = scopeOf(actor, permission);
  if (isNowhere(scope)) return () => false;
  const covered = await schoolScope({ tx, today, scope });
  return (institutionId) => covered.everywhere || covered.institutionIds.includes(institutionId);
}

/** Who writes, as rows keep it. */
export const writerOf = ({ actor }: Pick<ActionContext, 'actor'>): string => actor.id ?? actor.name;

/** What writers are called, where they are people: of the names of programs the directory knows nothing. */
export async function namesOf({ tx, today, contributions }: Pick<ActionContext, 'tx' | 'today' | 'contributions'>, writers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = writers.length === 0 ? [] : await contributions.directory.usersById(tx, [...new Set(writers)], today);
  return new Map(users.map(({ id, name }) => [id, name]));
}
