import { rigaOffset } from '#kernel/clock.js';
import type { Lang } from '#kernel/text.js';
import { type Column, plainDigits } from './column.js';
import type { AboutLine, Spreadsheet } from './spreadsheet.js';

const CHUNK = 64 * 1024;

/** Excel takes the list separator of the computer's region: with a decimal comma that is the semicolon. */
const MARKS = {
  lv: { separator: ';', decimal: ',', yes: 'jā', no: 'nē' },
  en: { separator: ',', decimal: '.', yes: 'yes', no: 'no' },
} as const satisfies Record<Lang, unknown>;

/**
 * RFC 4180 in UTF-8 with a byte order mark (else Excel reads it as windows-1257), lines end with CRLF. Days are
 * `2026-11-21` and instants `2026-11-21 14:05:09` in Riga's time, which every spreadsheet program understands.
 * Latvian: semicolons and decimal commas; English: commas and points.
 */
export async function* csvChunks<Row>({ columns, lang }: Spreadsheet<Row>, rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<Buffer> {
  const { separator } = MARKS[lang];
  const cells = columns.map((column) => cellOf(column, lang));
  let text = `\ufeff${columns.map(({ header }) => quoted(harmless(header))).join(separator)}\r\n`;
  for await (const row of rows) {
    text += `${cells.map((cell) => cell(row)).join(separator)}\r\n`;
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text) yield Buffer.from(text);
}

/**
 * What a CSV says about itself, in a file beside it: metadata of CSV on the Web (W3C Recommendation, 2015), called `<name of the CSV>-metadata.json`.
 * The CSV stays plain rows under one header (RFC 4180), and its moment, edition and basis go with it all the same.
 */
export const besideCsv = ({ name, title, lang, about }: { readonly name: string; readonly title: string; readonly lang: Lang; readonly about: readonly AboutLine[] }): string =>
  `${JSON.stringify({ '@context': ['http://www.w3.org/ns/csvw', { '@language': lang }], url: encodeURIComponent(name), 'dc:title': title, dialect: { encoding: 'utf-8', delimiter: MARKS[lang].separator, header: true, lineTerminators: '\r\n' }, notes: about }, null, 2)}\n`;

function cellOf<Row>(column: Column<Row>, lang: Lang): (row: Row) => string {
  const { decimal, yes, no } = MARKS[lang];
  const filled = <T>(value: (row: Row) => T | null | undefined, write: (present: T) => string) => (row: Row) => {
    const present = value(row);
    return present === null || present === undefined ? '' : write(present);
  };
  switch (column.kind) {
    case 'text': return filled(column.value, (words) => quoted(harmless(words)));
    case 'integer': return filled(column.value, (number) => plainDigits(number, column.header));
    case 'decimal': return filled(column.value, (number) => plainDigits(number, column.header).replace('.', decimal));
    case 'date': return filled(column.value, (day) => day);
    case 'instant': return filled(column.value, (at) => new Date(at.getTime() + rigaOffset(at)).toISOString().slice(0, 19).replace('T', ' '));
    case 'boolean': return filled(column.value, (holds) => (holds ? yes : no));
  }
}

/**
 * Text that a spreadsheet program would run as a formula gets an apostrophe in front (OWASP, "CSV Injection"): what begins
 * with = + - @, also in full width, or with a tab or line end. Numbers are not text and keep their minus.
 */
const harmless = (words: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(words) ? `'${words}` : words);

/** Both separators are quoted, so that the file also opens whole where the region's list separator is the other one. */
const quoted = (words: string) => (/[";,\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
