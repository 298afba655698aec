import type { IsoDate } from '#kernel/iso-date.js';
import type { GuardianshipKind } from './kinds.js';

/** Majority begins with the eighteenth birthday (Civillikums, 219. pants); for 29 February on 1 March. */
export function majorityOf(bornOn: IsoDate): IsoDate {
  const year = Number(bornOn.slice(0, 4)) + 18;
  return (bornOn.endsWith('02-29') ? `${year}-03-01` : `${year}${bornOn.slice(4)}`) as IsoDate;
}

export const isMinorOn = (bornOn: IsoDate, day: IsoDate): boolean => bornOn <= day && day < majorityOf(bornOn);

/** Guardians and foster parents are of age; a parent may be a minor. */
export const mayBecome = (kind: GuardianshipKind, bornOn: IsoDate, day: IsoDate): boolean => kind === 'parent' || day >= majorityOf(bornOn);
