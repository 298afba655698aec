import type { IsoDate } from './iso-date.js';
import { overlap } from './period.js';

/** A row of a history that may turn out to be wrong: what it says holds from `validFrom` up to `validTo`. */
export interface Entry {
  readonly id: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

/** What is wrong with the days of a correction, and in which field. */
export interface Misfit {
  readonly field: 'from' | 'to';
  readonly problem: 'reversed' | 'first-day' | 'overlap' | 'end-follows';
}

/** The days of the right row, and the row before it where its end moves along. */
export interface Fitted {
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly previous: (Entry & { readonly validTo: IsoDate }) | null;
}

interface Wish {
  readonly wrong: Entry;
  /** The other rows that must not hold on the same day as the right one. */
  readonly rivals: readonly Entry[];
  readonly from: IsoDate;
  /** As it was when absent. */
  readonly to?: IsoDate | null | undefined;
  /** Whether a row holds on each day of its owner's life, so that one ends where the next begins. */
  readonly unbroken: boolean;
}

const isBefore = (entry: Entry) => (one: Entry) => one.validTo === entry.validFrom;
const periodOf = ({ validFrom, validTo }: Entry) => ({ from: validFrom, to: validTo });

/** How a row with other days fits among its rivals. In an unbroken history the row before it ends where the right one begins. */
export function fitCorrection({ wrong, rivals, from, to = wrong.validTo, unbroken }: Wish): Fitted | Misfit {
  if (unbroken && to !== wrong.validTo) return { field: 'to', problem: 'end-follows' };
  if (to !== null && from >= to) return { field: to === wrong.validTo ? 'from' : 'to', problem: 'reversed' };
  const moved = from !== wrong.validFrom;
  const previous = (unbroken && moved && rivals.find(isBefore(wrong))) || null;
  if (unbroken && from > wrong.validFrom && !previous) return { field: 'from', problem: 'first-day' };
  if (previous && from <= previous.validFrom) return { field: 'from', problem: 'overlap' };
  const clash = rivals.some((one) => one !== previous && overlap(periodOf(one), { from, to }));
  if (clash) return { field: 'from', problem: 'overlap' };
  return { validFrom: from, validTo: to, previous: previous && { ...previous, validTo: from } };
}

/**
 * What happens to the row before one that is taken back: in an unbroken history it goes on in its place.
 * Undefined where nothing would be left to hold on those days: such a row can only be corrected.
 */
export function fitWithdrawal<Row extends Entry>(wrong: Entry, rivals: readonly Row[], unbroken: boolean): Row | null | undefined {
  if (!unbroken) return null;
  const previous = rivals.find(isBefore(wrong));
  return previous && { ...previous, validTo: wrong.validTo };
}
