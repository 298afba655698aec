import type { IsoDate } from '#kernel/iso-date.js';
import { holdsOn } from '#kernel/period.js';

/** A row of any history: what it says holds from `validFrom` up to `validTo`. */
export interface Dated {
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

export const rowOn = <Row extends Dated>(rows: readonly Row[], day: IsoDate): Row | undefined =>
  rows.find((row) => holdsOn({ from: row.validFrom, to: row.validTo }, day));

/** When the first row begins that begins after a day; null where none does. */
export const nextBeginning = (rows: readonly Dated[], day: IsoDate): IsoDate | null =>
  rows.map((row) => row.validFrom).filter((first) => first > day).sort()[0] ?? null;

/** How a new row fits into a history when it begins on a day: which row it ends, and how long it may last itself. */
export interface Fit<Row> {
  readonly ends: Row | null;
  readonly validTo: IsoDate | null;
}

/** Null where a row begins on that very day already: that one must be corrected instead. */
export function fitInto<Row extends Dated>(rows: readonly Row[], from: IsoDate): Fit<Row> | null {
  if (rows.some((row) => row.validFrom === from)) return null;
  const present = rowOn(rows, from) ?? null;
  return { ends: present, validTo: present ? present.validTo : nextBeginning(rows, from) };
}
