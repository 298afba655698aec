import { columnsOf, DATA_FILES, type DataFile } from './files.js';

/** A row of a statement of `store/oneroster`: columns of the CSV binding, days and texts. */
export type ExportedRecord = Readonly<Record<string, unknown>>;

/** Files that an export of ours fills; the others are declared absent. */
export const WRITTEN_FILES = [
  'orgs', 'academicSessions', 'courses', 'classes', 'users', 'roles', 'enrollments', 'demographics',
  'categories', 'lineItems', 'results', 'scoreScales', 'resultLearningObjectiveIds',
] as const satisfies readonly DataFile[];
export type WrittenFile = (typeof WRITTEN_FILES)[number];

/** The table of contents of a bulk package of ours. */
export const manifestText = (sourceName: string): string =>
  rows([
    ['propertyName', 'value'], ['manifest.version', '1.0'], ['oneroster.version', '1.2'],
    ...DATA_FILES.toSorted().map((file) => [`file.${file}`, (WRITTEN_FILES as readonly string[]).includes(file) ? 'bulk' : 'absent']),
    ['source.systemName', sourceName], ['source.systemCode', 'vienkopus'],
  ]);

const CHUNK = 64 * 1024;

/** A data file of a bulk package: the columns of 1.2.1 in their order; status and dateLastModified stay empty, as bulk demands. */
export async function* csvFile(file: WrittenFile, records: AsyncIterable<ExportedRecord>): AsyncGenerator<string> {
  const columns = columnsOf(file);
  let text = rows([columns]);
  for await (const record of records) {
    text += rows([columns.map((column) => (column === 'status' || column === 'dateLastModified' ? '' : words(record[column])))]);
    if (text.length < CHUNK) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** RFC 4180: a program reads this, so nothing is added against spreadsheet formulas. */
const rows = (lines: readonly (readonly string[])[]): string => lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const words = (value: unknown): string => (value === null || value === undefined ? '' : String(value as string | number));
