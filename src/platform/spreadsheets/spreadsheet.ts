import { Readable } from 'node:stream';
import type { Lang } from '#kernel/text.js';
import type { Column } from './column.js';
import { csvChunks } from './csv.js';
import { workbookParts } from './workbook.js';
import { zip } from './zip.js';

export type SpreadsheetFormat = 'xlsx' | 'csv';

/** Rows for a file, streamed from the very query that draws the screen. */
export interface ExportedRows<Row> {
  readonly format: SpreadsheetFormat;
  readonly rows: AsyncIterable<Row>;
}

/** One line of what a file says about itself: title, data moment, territory edition, filters, who made it. */
export interface AboutLine {
  readonly label: string;
  readonly value: string;
}

export interface Spreadsheet<Row> {
  readonly format: SpreadsheetFormat;
  readonly lang: Lang;
  readonly title: string;
  /** XLSX only, on its own sheet after the data: RFC 4180 has no place for it, so a CSV's story stands in a file beside it (`besideCsv`). */
  readonly about: readonly AboutLine[];
  readonly columns: readonly Column<Row>[];
}

/** What a file of each format is called by HTTP and by its ending. */
export const FILE_KINDS: Readonly<Record<SpreadsheetFormat, { readonly mediaType: string; readonly ending: string }>> = {
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: '.xlsx' },
  csv: { mediaType: 'text/csv; charset=utf-8', ending: '.csv' },
};

/**
 * The rows as a file, made while it is read: rows are asked for only as fast as bytes are taken, memory does not grow
 * with their number, and destroying the stream stops the source of rows. A failing source destroys the stream with its error.
 */
export function spreadsheet<Row>(file: Spreadsheet<Row>, rows: AsyncIterable<Row> | Iterable<Row>): Readable {
  const chunks = file.format === 'csv' ? csvChunks(file, rows) : zip(workbookParts(file, rows));
  return Readable.from(chunks, { objectMode: false });
}
