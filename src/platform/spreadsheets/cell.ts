import { rigaOffset } from '#kernel/clock.js';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { type Column, plainDigits } from './column.js';
import { STYLE, styleOf } from './styles.js';

/** Writes the cell of one column in a row, or nothing where the value is missing. */
export function cellWriter<Row>(column: Column<Row>, letters: string): (row: Row, number: number) => string {
  const style = styleOf(column);
  const filled = <T>(value: (row: Row) => T | null | undefined, write: (ref: string, present: T) => string) => (row: Row, number: number) => {
    const present = value(row);
    return present === null || present === undefined ? '' : write(letters + number, present);
  };
  switch (column.kind) {
    case 'text': return filled(column.value, (ref, words) => textCell(ref, style, words));
    case 'integer':
    case 'decimal': return filled<number | bigint | string>(column.value, (ref, number) => digitsCell(ref, style, plainDigits(number, column.header)));
    case 'date': return filled(column.value, (ref, day) => dayCell(ref, style, day));
    case 'instant': return filled(column.value, (ref, at) => numberCell(ref, style, instantSerial(at)));
    case 'boolean': return filled(column.value, (ref, holds) => `<c r="${ref}" t="b"><v>${holds ? 1 : 0}</v></c>`);
  }
}

/** An inline string: shown as it is, never run as a formula, whatever it begins with. */
export const textCell = (ref: string, style: number, words: string): string =>
  `<c r="${ref}" s="${style}" t="inlineStr"><is><t${KEEPS_SPACE.test(words) ? ' xml:space="preserve"' : ''}>${xmlText(words)}</t></is></c>`;

const numberCell = (ref: string, style: number, digits: string | number) => `<c r="${ref}" s="${style}"><v>${digits}</v></c>`;

/** Excel keeps 15 significant digits; longer numbers would change, so they stay as text. */
const digitsCell = (ref: string, style: number, digits: string) =>
  digits.length > 15 && digits.replace(/\D/g, '').length > 15 ? textCell(ref, STYLE.text, digits) : numberCell(ref, style, digits);

const DAY_MS = 86_400_000;
/** 1 January 1970 as Excel counts days. */
const UNIX_SERIAL = 25_569;
/** 1 March 1900: before it Excel's count is off by the leap day it believes in, and before 1900 there is none. */
const FIRST_SERIAL = 61;

function dayCell(ref: string, style: number, day: IsoDate): string {
  const serial = Date.parse(`${day}T00:00:00Z`) / DAY_MS + UNIX_SERIAL;
  return serial < FIRST_SERIAL ? textCell(ref, STYLE.text, readableDay(day)) : numberCell(ref, style, serial);
}

/** Excel knows no zones: the time on Riga's clocks, in whole seconds. */
const instantSerial = (at: Date) => (Math.floor((at.getTime() + rigaOffset(at)) / 1000) * 1000) / DAY_MS + UNIX_SERIAL;

const KEEPS_SPACE = /^\s|\s$|[\n\t]/;
const NEEDS_CARE = /[&<>\u0000-\u001f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/;
/** Excel's limit of characters in a cell; a longer text makes it call the file damaged. */
const MOST_CHARACTERS = 32_767;

/** Text as XML 1.0 can carry it: control characters are dropped, and what looks like `_x000D_` is kept from being decoded (ECMA-376, ST_Xstring). */
function xmlText(words: string): string {
  const fitting = words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS - 1)}…` : words;
  if (!NEEDS_CARE.test(fitting)) return fitting;
  return fitting
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
