import { listHolders } from '#modules/access/public.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import type { ActionContext } from '#platform/actions/action.js';
import { leadProgramme } from '../permissions.js';
import { findSignInUser } from '../store/people.js';

/** Somebody who helps people of a municipality with their sign-in. */
export interface Helper {
  readonly name: string;
  readonly email: string;
}

/** Who leads the change in a municipality, by name; where it has nobody of its own, those who lead it everywhere. */
export async function whomToAsk({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, unitId: number | null): Promise<Helper[]> {
  const found = [];
  for (const { userId } of await listHolders(tx, leadProgramme.name, unitId, today)) {
    const user = await findSignInUser(tx, userId);
    if (user && !user.technical) found.push(user);
  }
  const own = found.filter((user) => unitId !== null && user.unitId === unitId);
  return (own.length > 0 ? own : found).map(({ name, email }) => ({ name, email })).sort((a, b) => inLatvianOrder(a.name, b.name));
}
