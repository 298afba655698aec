import type { PackageFiles } from './check-package.js';
import { type DataFile, fileName } from './files.js';
import type { Value } from './known.js';
import { readCsv } from './read-csv.js';

/** One record of a package as its row gives it. */
export interface PackageRow {
  /** As a spreadsheet program counts: the header is row 1. */
  readonly row: number;
  readonly id: string;
  /** Taken back by a delta. */
  readonly deleted: boolean;
  readonly value: Value;
}

/** Records by file, whether they lie in a package or were fetched. */
export interface RecordSource {
  has(file: DataFile): boolean;
  read(file: DataFile): AsyncIterable<PackageRow>;
}

export const packageRecords = (files: PackageFiles): RecordSource => ({ has: (file) => files.names.includes(fileName(file)), read: (file) => readRecords(files, file) });

/** The records of one file of a package that was checked; nothing where the file is absent. */
export async function* readRecords(files: PackageFiles, file: DataFile): AsyncGenerator<PackageRow> {
  const name = fileName(file);
  if (!files.names.includes(name)) return;
  let columns: ReadonlyMap<string, number> | null = null;
  let row = 0;
  for await (const cells of readCsv(files.read(name))) {
    row += 1;
    if (columns === null) {
      columns = new Map(cells.map((cell, at) => [cell, at]));
      continue;
    }
    if (cells.length !== columns.size) continue;
    const places = columns;
    const value: Value = (column) => cells[places.get(column) ?? -1] ?? '';
    yield { row, id: value('sourcedId'), deleted: value('status') === 'tobedeleted', value };
  }
}
