import type { Column } from './column.js';
import { cellWriter, textCell } from './cell.js';
import { STYLE } from './styles.js';
import type { AboutLine } from './spreadsheet.js';

/** Rows that may go on over several sheets: the one at hand, and the way to the next. */
export interface RowCursor<Row> {
  current: IteratorResult<Row, unknown>;
  advance(): Promise<void>;
}

/** Excel's limit of rows in a sheet. */
export const MOST_ROWS = 1_048_576;
/** Far below 4 GiB even when every character takes three bytes, so that a sheet always fits into the archive. */
const MOST_CHARACTERS = 1_200_000_000;
const CHUNK = 64 * 1024;

const OPENING = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

/** A sheet of rows under a frozen header with a filter; stops when the rows end or the sheet is full. `done` is told its last row. */
export async function* dataSheet<Row>(
  columns: readonly Column<Row>[],
  rows: RowCursor<Row>,
  { mostRows, done }: { mostRows: number; done: (lastRow: number) => void },
): AsyncGenerator<string> {
  const writers = columns.map((column, at) => cellWriter(column, columnLetters(at)));
  let text =
    `${OPENING}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `${columnWidths(columns.map(widthOf))}<sheetData><row r="1">${columns.map(({ header }, at) => textCell(`${columnLetters(at)}1`, STYLE.header, header)).join('')}</row>`;
  let number = 1;
  let characters = 0;
  while (rows.current.done !== true && number < mostRows && characters < MOST_CHARACTERS) {
    number += 1;
    const row = rows.current.value;
    text += `<row r="${number}">`;
    for (const write of writers) text += write(row, number);
    text += '</row>';
    await rows.advance();
    if (text.length < CHUNK) continue;
    characters += text.length;
    yield text;
    text = '';
  }
  done(number);
  yield `${text}</sheetData><autoFilter ref="A1:${columnLetters(columns.length - 1)}${number}"/></worksheet>`;
}

/** The sheet on which a file says what it is: the title, then a line each. */
export function* aboutSheet(title: string, about: readonly AboutLine[]): Generator<string> {
  yield `${OPENING}${columnWidths([32, 90])}<sheetData><row r="1">${textCell('A1', STYLE.label, title)}</row>`;
  for (const [at, { label, value }] of about.entries()) {
    yield `<row r="${at + 3}">${textCell(`A${at + 3}`, STYLE.label, label)}${textCell(`B${at + 3}`, STYLE.wrapped, value)}</row>`;
  }
  yield '</sheetData></worksheet>';
}

/** 0 → A, 25 → Z, 26 → AA. */
export const columnLetters = (at: number): string => (at < 26 ? '' : columnLetters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

const USUAL_WIDTH = { text: 22, integer: 11, decimal: 13, date: 12.5, instant: 20, boolean: 9 } as const;

/** The filter's arrow takes three characters of the header. */
const widthOf = <Row>({ header, kind, width }: Column<Row>) => width ?? Math.max(USUAL_WIDTH[kind], Math.min(header.length + 3, 40));

const columnWidths = (widths: readonly number[]) =>
  `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;
