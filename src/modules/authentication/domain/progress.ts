import { inLatvianOrder } from '#kernel/latvian-order.js';
import { READINESS, type Readiness, wouldBeLockedOut } from './readiness.js';

/** How many of some people stand where. */
interface Counted {
  readonly counts: Readonly<Record<Readiness, number>>;
}

const sumOf = (kinds: readonly Readiness[]) => ({ counts }: Counted): number => kinds.reduce((sum, one) => sum + counts[one], 0);

export const usersOf = sumOf(READINESS);
/** Those who have another way already; whoever is only excepted has none. */
export const readyOf = sumOf(['ready', 'sealed']);
export const exceptedOf = sumOf(['excepted']);
export const lockedOutOf = sumOf(READINESS.filter(wouldBeLockedOut));

/** By what the municipalities of the programme may be put in order; with a minus the other way round. */
export const PROGRESS_ORDERS = ['name', 'users', 'ready', 'excepted', 'locked'] as const;
type ProgressOrder = (typeof PROGRESS_ORDERS)[number];

const VALUES: Readonly<Record<Exclude<ProgressOrder, 'name'>, (one: Counted) => number>> = {
  users: usersOf,
  ready: (one) => (usersOf(one) === 0 ? -1 : readyOf(one) / usersOf(one)),
  excepted: exceptedOf,
  locked: lockedOutOf,
};

/** Compares two by the order wanted; the same number goes by name. */
export function inOrder<One extends Counted & { readonly name: { readonly lv: string } }>(order: ProgressOrder, descending: boolean): (a: One, b: One) => number {
  const byName = (a: One, b: One) => inLatvianOrder(a.name.lv, b.name.lv);
  const sign = descending ? -1 : 1;
  if (order === 'name') return (a, b) => sign * byName(a, b);
  return (a, b) => sign * (VALUES[order](a) - VALUES[order](b)) || byName(a, b);
}
