import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { type IsoDate, parseIsoDate } from '#kernel/day.js';
import { parsePersonCode } from '#kernel/person-code.js';
import type { Fault } from './words.js';

/** A row of an extract as it came, with what could be read of it and what is wrong in it alone. */
export interface ExtractLine {
  readonly line: number;
  readonly code: string;
  readonly given: string;
  readonly family: string;
  readonly born: string;
  readonly unit: string;
  readonly bornOn: IsoDate | null;
  readonly atvk: string | null;
  readonly part: string;
  readonly faults: readonly Fault[];
}

/** How municipalities of the extract's day are found by their code or name; undefined where there is none. */
export type UnitFinder = (words: string) => string | undefined;

const MOST_ROWS = 400_000;
/** The columns by their names in the first row, in any order. */
const COLUMNS = {
  code: /^(personas kods|person(al)? code)$/i,
  given: /^(vārds|vārdi|given names?)$/i,
  family: /^(uzvārds|family name)$/i,
  born: /^(dzimšanas (datums|diena)|dzimis|date of birth|born)$/i,
  unit: /^((deklarētā )?pašvaldība|municipality)$/i,
  part: /^(pagasts( vai pilsēta)?|parish( or town)?)$/i,
} as const;
type ColumnName = keyof typeof COLUMNS;
const NEEDED: readonly ColumnName[] = ['code', 'family', 'born', 'unit'];

export const COLUMN_NAMES = 'Personas kods; Vārds; Uzvārds; Dzimšanas datums; Pašvaldība; Pagasts vai pilsēta';

/** Rows of a table whose first row names the columns; null where one that is needed is missing. */
export function readExtract(table: readonly (readonly unknown[])[], unitOf: UnitFinder): ExtractLine[] | null {
  const header = (table[0] ?? []).map(wordsOf);
  const at = Object.fromEntries(Object.entries(COLUMNS).map(([name, pattern]) => [name, header.findIndex((words) => pattern.test(words))])) as Record<ColumnName, number>;
  if (NEEDED.some((name) => at[name] < 0)) return null;
  const seen = new Set<string>();
  return table.slice(1).flatMap((row, index) => {
    const cell = (name: ColumnName) => (at[name] < 0 ? '' : wordsOf(row[at[name]]));
    const words = { code: cell('code'), given: cell('given'), family: cell('family'), born: cell('born'), unit: cell('unit'), part: cell('part') };
    if (Object.values(words).every((one) => one === '')) return [];
    const code = parsePersonCode(words.code);
    const bornOn = dayOf(words.born);
    const atvk = unitOf(words.unit) ?? null;
    const faults: Fault[] = [];
    if (words.code === '') faults.push('no-code');
    else if (!code) faults.push('bad-code');
    else if (seen.has(code)) faults.push('twice');
    else seen.add(code);
    if (words.family === '') faults.push('no-family');
    if (!bornOn) faults.push('bad-birth');
    if (words.unit === '') faults.push('no-unit');
    else if (!atvk) faults.push('unknown-unit');
    return [{ ...words, line: index + 2, code: code ?? words.code, bornOn, atvk, faults }];
  });
}

/** The first sheet of a workbook. @throws Error where it is none */
export async function tableOfWorkbook(content: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  const { sheets } = await readXlsx(content, { sheets: [0], range: `A1:Z${MOST_ROWS}`, maxInputBytes: content.length });
  return sheets[0]?.rows ?? [];
}

/** A CSV file in UTF-8; semicolons as Excel in Latvian writes them, or commas. @throws TypeError where it is not UTF-8 */
export function tableOfCsv(content: Uint8Array): readonly (readonly unknown[])[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  const first = text.slice(0, text.indexOf('\n') + 1 || undefined);
  return parseCsv(text, { delimiter: first.includes(';') ? ';' : ',' });
}

const wordsOf = (cell: unknown): string => (cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim().replace(/\s+/g, ' '));

/** `2015-11-21`, `21.11.2015.` or `21.11.2015`. */
function dayOf(words: string): IsoDate | null {
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\.?$/.exec(words);
  return parseIsoDate(parts ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}` : words);
}
