import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import type { Policy, Stage } from './policy.js';
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

/** So many days before passwords end somewhere it is time to help those who would be out. */
const SOON_DAYS = 60;

/** Whether passwords are to end within that time, or should have already, while somebody would be out. */
export const needsHelpSoon = (one: Counted & { readonly stage: Stage; readonly policy: Pick<Policy, 'passwordsEndOn'> }, today: IsoDate): boolean =>
  one.stage !== 'password-off' && one.policy.passwordsEndOn !== null && one.policy.passwordsEndOn <= addDays(today, SOON_DAYS) && lockedOutOf(one) > 0;

/** By what the municipalities of the programme may be put in order; with a minus the other way round. */
export const PROGRESS_ORDERS = ['name', 'end', 'users', 'ready', 'excepted', 'locked'] as const;
type ProgressOrder = (typeof PROGRESS_ORDERS)[number];

const VALUES: Readonly<Record<Exclude<ProgressOrder, 'name' | 'end'>, (one: Counted) => number>> = {
  users: usersOf,
  ready: (one) => (usersOf(one) === 0 ? -1 : readyOf(one) / usersOf(one)),
  excepted: exceptedOf,
  locked: lockedOutOf,
};

/** Compares two by the order wanted; the same number goes by name. */
export function inOrder<One extends Counted & { readonly name: { readonly lv: string }; readonly policy: Pick<Policy, 'passwordsEndOn'> }>(order: ProgressOrder, descending: boolean): (a: One, b: One) => number {
  const byName = (a: One, b: One) => inLatvianOrder(a.name.lv, b.name.lv);
  const sign = descending ? -1 : 1;
  if (order === 'name') return (a, b) => sign * byName(a, b);
  if (order === 'end') return (a, b) => (endOf(a) === endOf(b) ? byName(a, b) : endOf(a) < endOf(b) ? -sign : sign);
  return (a, b) => sign * (VALUES[order](a) - VALUES[order](b)) || byName(a, b);
}

/** Where no day has been set comes after every day. */
const endOf = ({ policy: { passwordsEndOn } }: { readonly policy: Pick<Policy, 'passwordsEndOn'> }): string => passwordsEndOn ?? '9999-12-31';
