import type { Entry } from '#kernel/correction.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { majorityOf } from './guardianship-rules.js';

/** A row with the days that it has once the birth is corrected. */
export interface Followed<Row> {
  readonly row: Row;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

/**
 * Rows of a history whose days follow a corrected date of birth: what began on the day of birth begins on the right one, and
 * who acts for a child (`untilMajority`) does so until majority. Or the day of a row that cannot be so.
 */
export function followBirth<Row extends Entry>(rows: readonly Row[], wrong: IsoDate, right: IsoDate, untilMajority = false): readonly Followed<Row>[] | { readonly misfit: IsoDate } {
  const followed: Followed<Row>[] = [];
  for (const row of rows) {
    const validFrom = row.validFrom === wrong ? right : row.validFrom;
    const validTo = untilMajority ? endOf(row.validTo, wrong, right) : row.validTo;
    if (validFrom < right) return { misfit: validFrom };
    if (validTo !== null && validTo <= validFrom) return { misfit: row.validTo! };
    if (validFrom !== row.validFrom || validTo !== row.validTo) followed.push({ row, validFrom, validTo });
  }
  return followed;
}

function endOf(validTo: IsoDate | null, wrong: IsoDate, right: IsoDate): IsoDate {
  const majority = majorityOf(right);
  return validTo === null || validTo === majorityOf(wrong) || validTo > majority ? majority : validTo;
}
