import { UnreadablePackage } from '../unreadable-package.js';
import { CATALOGUE } from './catalogue/catalogue.js';
import { DATA_FILES, type DataFile, fileName, MANIFEST } from './files.js';
import { type Findings, findings } from './finding.js';
import { checkHeader } from './header.js';
import { type Manifest, type Mode, NO_MANIFEST, readManifest } from './manifest.js';
import { shown } from './mask.js';
import type { PackageReport } from './package-report.js';
import { CsvFault, readCsv } from './read-csv.js';
import { recordReader } from './records.js';
import { type Relations, relations } from './relations.js';
import { wordLike } from './suggest.js';
import { isHeaderOf11, refuse11, refuseVersion, TELLTALES } from './version-1-1.js';

/** The files of an opened archive. */
export interface PackageFiles {
  readonly names: readonly string[];
  read(name: string): AsyncIterable<Uint8Array>;
}

/**
 * Checks a OneRoster 1.2 CSV package: its manifest, each file row by row, then its records against each other.
 * Rows are not kept; identifiers are (`id-table.ts`).
 * @throws UnreadablePackage where it is of another version or no such package
 */
export async function checkPackage(files: PackageFiles, keptPerCode?: number): Promise<PackageReport> {
  const found = findings(keptPerCode);
  const present = new Set(files.names);
  if (![MANIFEST, ...DATA_FILES.map(fileName)].some((name) => files.names.some((one) => one.split('/').at(-1) === name))) throw notOneRoster();
  const manifest = await manifestOf(files, present, found);
  reportOddFiles(files.names, found);

  const compared = relations(found);
  const rows = new Map<DataFile, number>();
  let uncorrected = false;
  for (const file of DATA_FILES) {
    const checked = await checkFile(files, file, manifest.modes.get(file), found, compared);
    rows.set(file, checked.rows);
    uncorrected ||= checked.uncorrected;
  }
  compared.finish();

  const ofSeverity = (severity: 'error' | 'warning') => found.counts().reduce((total, { code, count }) => total + (CATALOGUE[code].severity === severity ? count : 0), 0);
  return {
    dialect: uncorrected ? '1.2' : '1.2.1',
    source: [manifest.systemName, manifest.systemCode].filter((part) => part !== null).map((part) => shown(part, false)).join(' · ') || null,
    rows: [...rows.values()].reduce((total, one) => total + one, 0),
    errors: ofSeverity('error'),
    warnings: ofSeverity('warning'),
    files: DATA_FILES.map((file) => ({ name: fileName(file), mode: manifest.modes.get(file) ?? null, present: present.has(fileName(file)), rows: rows.get(file) ?? 0, ...found.ofFile(fileName(file)) })),
    counts: found.counts(),
    findings: found.kept,
  };
}

/** What the package says of itself. Its version is settled before anything is reported. */
async function manifestOf(files: PackageFiles, present: ReadonlySet<string>, found: Findings): Promise<Manifest> {
  const rows: (readonly string[])[] = [];
  let fault: CsvFault | null = null;
  if (present.has(MANIFEST)) {
    try {
      for await (const row of readCsv(files.read(MANIFEST))) if (rows.push(row) > MOST_PROPERTIES) break;
    } catch (error) {
      if (!(error instanceof CsvFault)) throw error;
      fault = error;
    }
  }
  const version = rows.find(([name]) => name === 'oneroster.version')?.[1]?.trim();
  if (version === '1.0' || version === '1.1') throw refuse11();
  if (version !== undefined && version !== '' && !/^1\.2(\.\d+)?$/.test(version)) throw refuseVersion(shown(version, false));
  if (!version) for (const name of TELLTALES) if (present.has(name) && isHeaderOf11(name, await headerOf(files, name))) throw refuse11();

  if (!present.has(MANIFEST)) found.add('manifest-missing', { file: MANIFEST, row: null, column: null });
  else if (fault) found.add(fault.code, { file: MANIFEST, row: fault.row, column: null });
  else if (rows.length === 0) found.add('file-empty', { file: MANIFEST, row: null, column: null });
  return rows.length > 0 && !fault ? readManifest(rows, present, found) : NO_MANIFEST;
}

/** The manifest has 25 rows; anything far longer is something else. */
const MOST_PROPERTIES = 1000;

async function headerOf(files: PackageFiles, name: string): Promise<readonly string[]> {
  try {
    for await (const row of readCsv(files.read(name))) return row;
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
  }
  return [];
}

function reportOddFiles(names: readonly string[], found: Findings): void {
  const standard = [MANIFEST, ...DATA_FILES.map(fileName)];
  for (const name of names) {
    const place = { file: shown(name, false), row: null, column: null };
    if (standard.includes(name)) continue;
    const last = name.split('/').at(-1)!;
    if (standard.includes(last)) found.add('file-in-folder', place, { suggestion: last });
    else found.add('file-unknown', place, { suggestion: wordLike(last, standard) });
  }
}

async function checkFile(files: PackageFiles, file: DataFile, mode: Mode | undefined, found: Findings, compared: Relations): Promise<{ rows: number; uncorrected: boolean }> {
  const name = fileName(file);
  const whole = { file: name, row: null, column: null };
  const isThere = files.names.includes(name);
  if (!isThere) {
    if (mode === 'bulk' || mode === 'delta') found.add('file-missing', whole, { actual: mode });
    compared.end(file, mode === 'bulk' || mode === 'delta' ? 'some' : 'none');
    return { rows: 0, uncorrected: false };
  }
  if (mode === 'absent') found.add('file-undeclared', whole, { expected: 'bulk | delta', actual: 'absent' });
  const asMode = mode === 'delta' ? 'delta' : 'bulk';
  let row = 0;
  let uncorrected = false;
  let isWhole = asMode === 'bulk';
  try {
    let check: ReturnType<typeof recordReader> | null = null;
    for await (const cells of readCsv(files.read(name))) {
      if (row === 0 && cells.every((cell) => cell === '')) break;
      row += 1;
      if (check) {
        const record = check(cells, row);
        if (record === 'unreadable') isWhole = false;
        else if (record !== 'blank') compared.add(file, asMode, record);
      } else {
        const header = checkHeader(file, cells, found);
        uncorrected = header.uncorrected;
        isWhole &&= header.columns.has('sourcedId');
        check = recordReader(file, header, asMode === 'delta', found);
      }
    }
    if (row === 0) found.add('file-empty', whole);
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    found.add(error.code, { file: name, row: error.row, column: null });
    isWhole = false;
  }
  compared.end(file, isWhole ? 'all' : 'some');
  return { rows: Math.max(0, row - 1), uncorrected };
}

const notOneRoster = () =>
  new UnreadablePackage('not-oneroster', {
    lv: 'Arhīvā nav neviena OneRoster faila (manifest.csv, users.csv, …). Izvēlieties arhīvu, ko e-žurnāls izveido kā OneRoster 1.2 CSV paketi.',
    en: 'The archive holds no OneRoster file (manifest.csv, users.csv, …). Choose the archive that the e-journal makes as a OneRoster 1.2 CSV package.',
  });
