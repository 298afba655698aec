import { type IsoDate, yearOf } from '#kernel/iso-date.js';
import type { GuardianshipKind } from './kinds.js';

/** Majority begins with the eighteenth birthday (Civillikums, 219. pants); for 29 February on 1 March. */
export function majorityOf(bornOn: IsoDate): IsoDate {
  const year = Number(bornOn.slice(0, 4)) + 18;
  return (bornOn.endsWith('02-29') ? `${year}-03-01` : `${year}${bornOn.slice(4)}`) as IsoDate;
}

export const isMinorOn = (bornOn: IsoDate, day: IsoDate): boolean => bornOn <= day && day < majorityOf(bornOn);

/** A parent nearer to the child's age is a slip of the hand; parents by adoption are far older. */
export const PARENTS_YEARS = 10;

/** Guardians and foster parents are of age; a parent may be a minor, and is older than the child by some years. */
export function mayBecome(kind: GuardianshipKind, bornOn: IsoDate, childBornOn: IsoDate, day: IsoDate): boolean {
  return kind === 'parent' ? yearOf(childBornOn) - yearOf(bornOn) >= PARENTS_YEARS : day >= majorityOf(bornOn);
}
