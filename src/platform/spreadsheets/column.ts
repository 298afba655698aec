import type { IsoDate } from '#kernel/iso-date.js';

type Value<Row, T> = (row: Row) => T | null | undefined;

interface Heading {
  readonly header: string;
  /** Width in characters; by default it follows from the header and the kind. */
  readonly width?: number;
}

/**
 * A column and how it gets its value from a row; null and undefined leave the cell empty.
 * Codes and numbers nobody counts with (personal codes, registration numbers, ATVK) are `text`: leading zeros stay.
 * `decimal` takes exact digits (`"12.50"`, as PostgreSQL and `decimalEuros` give them) as well as numbers.
 */
export type Column<Row> = Heading &
  (
    | { readonly kind: 'text'; readonly value: Value<Row, string> }
    | { readonly kind: 'integer'; readonly value: Value<Row, number | bigint> }
    | { readonly kind: 'decimal'; readonly value: Value<Row, number | string>; readonly digits?: number }
    | { readonly kind: 'date'; readonly value: Value<Row, IsoDate> }
    | { readonly kind: 'instant'; readonly value: Value<Row, Date> }
    | { readonly kind: 'boolean'; readonly value: Value<Row, boolean> }
  );

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A number's plain digits with a point. @throws Error where it is not a finite number in plain notation. */
export function plainDigits(value: number | bigint | string, header: string): string {
  const digits = typeof value === 'number' && Number.isInteger(value) ? BigInt(value).toString() : String(value);
  if (!DECIMAL.test(digits)) throw new Error(`column "${header}" has a value that is not a plain number`);
  return digits;
}
