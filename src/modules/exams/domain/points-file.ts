import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { type ArrivedRow, TOTAL } from './judge-points.js';

/** Rows of a file of points; null where its first row does not name the candidate code and at least one part. */
export type PointsFile = readonly ArrivedRow[] | null;

const MOST_ROWS = 40_000;
/** The column of the candidate code, and those of parts, as they may be called: `Kārtotāja kods`, `1. daļa`, `Part 1`, `1`. */
const CODE_COLUMN = /^(kārtotāja (kods|numurs)|candidate ?code|kods)$/i;
const PART_COLUMN = /^(?:(\d)\.?(?:\s*daļa.*)?|(?:daļa|part)\s*(\d).*)$/i;

/** The total in per cent, where the sender counted one. */
const TOTAL_COLUMN = /^(kopvērtējums|total)(\s*,?\s*\(?%\)?)?$/i;

const wordsOf = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell).trim());

function rowsOf(table: readonly (readonly unknown[])[]): PointsFile {
  const header = (table[0] ?? []).map(wordsOf);
  const code = header.findIndex((words) => CODE_COLUMN.test(words));
  const parts = header.flatMap((words, at) => {
    const found = PART_COLUMN.exec(words);
    return found && at !== code ? [{ at, number: (found[1] ?? found[2])! }] : [];
  });
  if (code < 0 || parts.length === 0) return null;
  const total = header.findIndex((words) => TOTAL_COLUMN.test(words));
  const columns = total < 0 ? parts : [...parts, { at: total, number: TOTAL }];
  return table.slice(1).flatMap((row, at): ArrivedRow[] => {
    const candidateCode = wordsOf(row[code]);
    const points = Object.fromEntries(columns.map(({ at: column, number }) => [number, wordsOf(row[column])]));
    return candidateCode === '' && Object.values(points).every((words) => words === '') ? [] : [{ line: at + 2, candidateCode, points }];
  });
}

/** The first sheet of a workbook. @throws Error where it is none */
export async function readPointsWorkbook(content: Uint8Array): Promise<PointsFile> {
  const { sheets } = await readXlsx(content, { sheets: [0], range: `A1:Z${MOST_ROWS}`, maxInputBytes: content.length });
  return rowsOf(sheets[0]?.rows ?? []);
}

/** A CSV file, its fields kept as text; semicolons as Excel in Latvian writes them, or commas. */
export function readPointsCsv(text: string): PointsFile {
  const first = text.slice(0, text.indexOf('\n') + 1 || undefined);
  return rowsOf(parseCsv(text, { delimiter: first.includes(';') ? ';' : ',' }));
}
