import type { Column } from './column.js';

/** Places in the workbook's list of cell styles. */
export const STYLE = { plain: 0, header: 1, text: 2, integer: 3, date: 4, instant: 5, label: 6, wrapped: 7, firstDecimal: 8 } as const;

/** The style of a column's cells; decimals have one for each number of digits after the mark. */
export function styleOf<Row>(column: Column<Row>): number {
  switch (column.kind) {
    case 'decimal': return STYLE.firstDecimal + (column.digits ?? 2);
    case 'boolean': return STYLE.plain;
    default: return STYLE[column.kind];
  }
}

const MOST_DIGITS = 6;
/** Number formats below 164 are built in: 1 is `0`, 49 is text. */
const DATE = 164;
const INSTANT = 165;
const FIRST_DECIMAL = 166;

const decimalFormats = Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => (digits === 0 ? '0' : `0.${'0'.repeat(digits)}`));

const format = (id: number, code: string) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`;
const cell = (numFmt: number, font = 0, fill = 0, alignment = '') =>
  `<xf numFmtId="${numFmt}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"` +
  (alignment ? ` applyAlignment="1"><alignment ${alignment}/></xf>` : '/>');
const list = (name: string, items: readonly string[]) => `<${name} count="${items.length}">${items.join('')}</${name}>`;

/** `xl/styles.xml`; the order of the last list is `STYLE`. Days print as 21.11.2026. in both languages. */
export const STYLES_XML =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  list('numFmts', [
    format(DATE, 'dd\\.mm\\.yyyy\\.'),
    format(INSTANT, 'dd\\.mm\\.yyyy\\.\\ hh:mm:ss'),
    ...decimalFormats.map((code, digits) => format(FIRST_DECIMAL + digits, code)),
  ]) +
  list('fonts', ['<font><sz val="11"/><name val="Calibri"/></font>', '<font><b/><sz val="11"/><name val="Calibri"/></font>']) +
  list('fills', [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill>',
  ]) +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  list('cellXfs', [
    cell(0),
    cell(49, 1, 2, 'vertical="top" wrapText="1"'),
    cell(49),
    cell(1),
    cell(DATE),
    cell(INSTANT),
    cell(49, 1, 0, 'vertical="top"'),
    cell(49, 0, 0, 'vertical="top" wrapText="1"'),
    ...decimalFormats.map((_, digits) => cell(FIRST_DECIMAL + digits)),
  ]) +
  '</styleSheet>';
