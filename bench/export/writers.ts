import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre';
import writeExcelFile from 'write-excel-file/node';
import type { Column } from '#platform/spreadsheets/column.js';
import { spreadsheet } from '#platform/spreadsheets/spreadsheet.js';
import type { PaymentRow } from './rows.js';

type Writer = (rows: AsyncIterable<PaymentRow>, path: string) => Promise<void>;

const COLUMNS: readonly Column<PaymentRow>[] = [
  { header: 'Numurs', kind: 'integer', value: (row) => row.number },
  { header: 'Kods', kind: 'text', value: (row) => row.code },
  { header: 'Maksātājs', kind: 'text', value: (row) => row.payer },
  { header: 'Pašvaldība', kind: 'text', value: (row) => row.municipality },
  { header: 'Mērķis', kind: 'text', value: (row) => row.purpose },
  { header: 'Eiro', kind: 'decimal', digits: 2, value: (row) => row.euros },
  { header: 'Centi', kind: 'integer', value: (row) => row.cents },
  { header: 'Daļa', kind: 'decimal', value: (row) => row.share },
  { header: 'Diena', kind: 'date', value: (row) => row.day },
  { header: 'Ierakstīts', kind: 'instant', value: (row) => row.recordedAt },
  { header: 'Samaksāts', kind: 'boolean', value: (row) => row.paid },
  { header: 'Piezīme', kind: 'text', value: (row) => row.note },
];
const HEADERS = COLUMNS.map(({ header }) => header);

/** The same twelve values as the peers take them. */
const valuesOf = (row: PaymentRow) => [
  row.number, row.code, row.payer, row.municipality, row.purpose, Number(row.euros), row.cents, row.share,
  new Date(row.day), row.recordedAt, row.paid, row.note,
];

async function* withHeaders(rows: AsyncIterable<PaymentRow>) {
  yield HEADERS;
  for await (const row of rows) yield valuesOf(row);
}

/** Ours, the best streaming peer, and a peer that needs all rows at once. */
export const WRITERS = {
  ours: (rows, path) => pipeline(spreadsheet({ format: 'xlsx', lang: 'lv', title: 'Maksājumi', about: [], columns: COLUMNS }, rows), createWriteStream(path)),
  hucre: (rows, path) => pipeline(writeXlsxStream(withHeaders(rows), { name: 'Maksājumi' }), createWriteStream(path)),
  'write-excel-file': async (rows, path) => writeExcelFile(await Array.fromAsync(withHeaders(rows)), { dateFormat: 'dd.mm.yyyy' }).toFile(path),
} as const satisfies Record<string, Writer>;

export type WriterName = keyof typeof WRITERS;
