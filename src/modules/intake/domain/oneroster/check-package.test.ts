import { describe, expect, it } from 'vitest';
import { asDelta, csvOf, type Dialect, entriesOf, everything, manifestOf, packageOf, school, type Sheets, withValue } from '../../tests/made-up-package.js';
import { zipOf } from '../../tests/zip-writer.js';
import { openArchive } from '../package-archive.js';
import { UnreadablePackage } from '../unreadable-package.js';
import { checkPackage } from './check-package.js';
import type { Finding } from './finding.js';

const check = async (archive: Buffer, kept?: number) => checkPackage(await openArchive(archive), kept);
const findingsOf = async (archive: Buffer) => (await check(archive)).findings;
const only = async (archive: Buffer): Promise<Finding> => {
  const all = await findingsOf(archive);
  expect(all.map(({ code, file, row, column }) => `${code} ${file}:${row} ${column}`)).toHaveLength(1);
  return all[0]!;
};
const refusalOf = async (archive: Buffer) => {
  const refusal = await check(archive).then(() => null, (error: unknown) => error);
  if (!(refusal instanceof UnreadablePackage)) throw new Error(`not refused: ${String(refusal)}`);
  return refusal;
};

describe('a package that follows the standard', () => {
  it.each<[string, Dialect]>([
    ['plain', {}],
    ['with a byte order mark and CRLF, as spreadsheet programs write', { bom: true, lineEnd: '\r\n' }],
    ['with everything in quotes and no line end at the end', { quoteAll: true, lineEnd: '\r\n', lastLineEnd: false }],
    ['with old Macintosh line ends', { lineEnd: '\r' }],
  ])('%s has no findings', async (_, dialect) => {
    const report = await check(packageOf(school(), { dialect }));
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ errors: 0, warnings: 0, rows: 24, dialect: '1.2.1', source: 'Izdomātais žurnāls' });
    expect(report.files.find((file) => file.name === 'results.csv')).toMatchObject({ mode: 'bulk', present: true, rows: 3 });
    expect(report.files).toHaveLength(21);
  });

  it('may hold all 21 files', async () => {
    const report = await check(packageOf(everything()));
    expect(report.findings).toEqual([]);
    expect(report.files.filter((file) => file.present && file.mode === 'bulk' && file.rows > 0)).toHaveLength(21);
  });

  it('may be stored without compression, hold line ends within quotes, and have columns of its own behind the standard ones', async () => {
    const sheets = Object.fromEntries(Object.entries(school()).map(([name, [header, ...rows]]) => [name, [[...header!, 'metadata.avots'], ...rows.map((row) => [...row, 'e-žurnāls,\n"jauns"'])]]));
    const entries = entriesOf({ 'manifest.csv': manifestOf(sheets), ...sheets }).map((entry) => ({ ...entry, stored: true }));
    expect(await findingsOf(zipOf(entries))).toEqual([]);
  });

  it('may follow the text of 1.2 before its corrections, which the report tells', async () => {
    const sheets = school();
    const at = sheets['users.csv']![0]!.indexOf('userMasterIdentifier') + 1;
    const uncorrected = { ...sheets, 'users.csv': sheets['users.csv']!.map((row, index) => row.toSpliced(at, 0, index === 0 ? 'resourceSourcedIds' : '')) };
    expect(await check(packageOf(uncorrected))).toMatchObject({ findings: [], dialect: '1.2' });
  });

  it('may hold changes only, naming records it does not repeat', async () => {
    const { 'results.csv': results, 'roles.csv': roles } = asDelta(school());
    const sheets: Sheets = { 'results.csv': results!, 'roles.csv': [...roles!, ['r9', 'tobedeleted', '2026-05-30T08:15:00.000Z', '', '', '', '', '', '', '']] };
    expect(await findingsOf(packageOf(sheets, { manifest: manifestOf(sheets, 'delta') }))).toEqual([]);
  });
});

describe('a line item and its results (acceptance scenario 10)', () => {
  it('a line item on a school year is refused with file, row and column; on a semester it is taken', async () => {
    const finding = await only(packageOf(withValue(school(), 'lineItems', 2, 'academicSessionSourcedId', '2026')));
    expect(finding).toMatchObject({ code: 'line-item-in-school-year', file: 'lineItems.csv', row: 2, column: 'academicSessionSourcedId', expected: 'academicSessions.csv: type ≠ schoolYear', actual: '2026 (type = schoolYear)' });
    expect(await findingsOf(packageOf(withValue(school(), 'lineItems', 3, 'academicSessionSourcedId', '2026-1')))).toEqual([]);
  });

  it('a score of 11 where 10 is the greatest is refused, as is 0', async () => {
    for (const score of ['11', '0', '10.01']) {
      expect(await only(packageOf(withValue(school(), 'results', 2, 'score', score)))).toMatchObject({ code: 'score-out-of-range', file: 'results.csv', row: 2, column: 'score', expected: '1 … 10', actual: score });
    }
    expect(await findingsOf(packageOf(withValue(school(), 'results', 2, 'score', '10')))).toEqual([]);
  });

  it('“nv” as “not submitted” is taken', async () => {
    expect(school()['results.csv']![2]).toEqual(expect.arrayContaining(['not submitted', 'nv']));
    expect(await findingsOf(packageOf(school()))).toEqual([]);
  });
});

describe('version 1.1', () => {
  const of11 = (): Sheets => ({ ...school(), 'users.csv': [['sourcedId', 'status', 'dateLastModified', 'enabledUser', 'orgSourcedIds', 'role', 'username'], ['u1', '', '', 'true', 'skola', 'student', 'anna']] });

  it('is recognised by its manifest and refused with what to change', async () => {
    const refusal = await refusalOf(packageOf(of11(), { manifest: manifestOf(of11(), 'bulk', { 'oneroster.version': '1.1' }) }));
    expect(refusal.code).toBe('oneroster-1-1');
    expect(refusal.fields.map(({ message }) => message.lv).join(' ')).toMatch(/oneroster\.version,1\.2.*roles\.csv.*academicSessionSourcedId/);
  });

  it('is recognised by its headers where there is no manifest', async () => {
    expect((await refusalOf(packageOf(of11(), { manifest: null }))).code).toBe('oneroster-1-1');
  });

  it('another version is refused by name', async () => {
    expect((await refusalOf(packageOf(school(), { manifest: manifestOf(school(), 'bulk', { 'oneroster.version': '2.0' }) }))).text.en).toContain('2.0');
  });

  it('a column of 1.1 in a package of 1.2 is reported with its new name', async () => {
    const sheets = school();
    sheets['lineItems.csv']![0] = sheets['lineItems.csv']![0]!.map((name) => (name === 'academicSessionSourcedId' ? 'gradingPeriodSourcedId' : name));
    expect(await only(packageOf(sheets))).toMatchObject({ code: 'header-unknown', actual: 'gradingPeriodSourcedId', suggestion: 'academicSessionSourcedId' });
  });
});

describe('what cannot be read', () => {
  it('an archive without any file of the standard is refused', async () => {
    expect((await refusalOf(zipOf([{ name: 'lasi-mani.txt', content: 'sveiki' }]))).code).toBe('not-oneroster');
  });

  it('a file in another encoding is reported with its row, and what comes after it is not missed', async () => {
    const sheets = school();
    const entries = entriesOf({ 'manifest.csv': manifestOf(sheets), ...sheets }).map((entry) => (entry.name === 'users.csv' ? { ...entry, content: Buffer.from(String(entry.content).replace('Jānis', 'J\u00e2nis'), 'latin1') } : entry));
    expect(await only(zipOf(entries))).toMatchObject({ code: 'not-utf-8', file: 'users.csv', row: 3 });
  });

  it('an empty manifest is told, and an empty row hides nothing after it', async () => {
    expect(await only(zipOf([{ name: 'manifest.csv', content: '' }, ...entriesOf(school())]))).toMatchObject({ code: 'file-empty', file: 'manifest.csv' });
    const sheets = withValue(school(), 'classes', 2, 'courseSourcedId', 'fiz');
    sheets['courses.csv']!.push(['']);
    expect((await findingsOf(packageOf(sheets))).map(({ code }) => code)).toEqual(['row-blank', 'target-missing']);
  });

  it('a row that cannot be told apart keeps what may stand in it from being called missing', async () => {
    const sheets = withValue(school(), 'classes', 2, 'courseSourcedId', 'fiz');
    sheets['courses.csv']!.push(['fiz', '', '', '', 'Fizika']);
    expect(await only(packageOf(sheets))).toMatchObject({ code: 'row-width', file: 'courses.csv', row: 3, expected: '10', actual: '5' });
  });

  it('UTF-16 and quotes out of place are reported', async () => {
    const sheets = school();
    const changed = (name: string, content: (words: string) => Buffer | string) =>
      zipOf(entriesOf({ 'manifest.csv': manifestOf(sheets), ...sheets }).map((entry) => (entry.name === name ? { ...entry, content: content(String(entry.content)) } : entry)));
    expect(await only(changed('categories.csv', (words) => Buffer.from(words, 'utf16le')))).toMatchObject({ code: 'not-utf-8', file: 'categories.csv', row: 1 });
    expect(await only(changed('scoreScales.csv', (words) => words.replace('10 balles', '10 "balles')))).toMatchObject({ code: 'csv-syntax', file: 'scoreScales.csv', row: 2 });
    expect(await only(changed('scoreScales.csv', (words) => words.replace('10 balles', '"10 balles')))).toMatchObject({ code: 'csv-syntax', file: 'scoreScales.csv' });
  });
});

describe('a report', () => {
  it('counts every finding but keeps the first of each kind', async () => {
    const sheets = school();
    sheets['categories.csv']!.push(...Array.from({ length: 250 }, (_, nth) => [`c${nth}`, '', '', '', '']));
    const report = await check(packageOf(sheets), 20);
    expect(report.counts).toEqual([{ code: 'required-blank', count: 250 }]);
    expect(report.findings).toHaveLength(20);
    expect(report.errors).toBe(250);
    expect(report.files.find((file) => file.name === 'categories.csv')).toMatchObject({ errors: 250, rows: 251 });
  });

  it('never shows a value that tells of a person, nor a personal code wherever it stands', async () => {
    let sheets = { ...school(), 'demographics.csv': csvRows('sourcedId|status|dateLastModified|birthDate|sex|americanIndianOrAlaskaNative|asian|blackOrAfricanAmerican|nativeHawaiianOrOtherPacificIslander|white|demographicRaceTwoOrMoreRaces|hispanicOrLatinoEthnicity|countryOfBirthCode|stateOfBirthAbbreviation|cityOfBirth|publicSchoolResidenceStatus', 'u1|||17.03.2011.|meitene|||||||||||') };
    sheets = withValue(sheets, 'users', 2, 'password', 'Noslepums1!') as typeof sheets;
    sheets = withValue(sheets, 'categories', 2, 'weight', '170311-20001') as typeof sheets;
    sheets = withValue(sheets, 'enrollments', 3, 'sourcedId', '17031120001') as typeof sheets;
    const report = await check(packageOf(sheets));
    expect(report.counts.map(({ code }) => code).toSorted()).toEqual(['data-not-wanted', 'not-a-date', 'not-an-integer', 'personal-code-as-id', 'value-not-allowed']);
    expect(JSON.stringify(report)).not.toMatch(/17\.03|2011|meitene|Noslepums|170311|17031120001/);
    expect(report.findings.find(({ code }) => code === 'not-a-date')).toMatchObject({ file: 'demographics.csv', actual: '1•••', suggestion: null });
  });

  const csvRows = (...lines: string[]) => lines.map((line) => line.split('|'));

  it('takes words that JavaScript knows for no more than words', async () => {
    const sheets = withValue(school(), 'users', 2, 'enabledUser', 'constructor');
    sheets['lineItems.csv'] = sheets['lineItems.csv']!.map((row, at) => [...row, at === 0 ? 'constructor' : '']);
    const { findings } = await check(packageOf(sheets, { manifest: [...manifestOf(sheets), ['constructor', 'toString']] }));
    expect(findings.map(({ code, suggestion }) => [code, suggestion])).toEqual([['manifest-property-unknown', null], ['not-a-boolean', null], ['header-unknown', null]]);
  });

  it('says what would be right where it is plain', async () => {
    const cases: [string, number, string, string, string][] = [
      ['results', 2, 'score', '8,5', '8.5'],
      ['results', 2, 'scoreDate', '19.12.2025.', '2025-12-19'],
      ['results', 2, 'scoreStatus', 'Fully_Graded', 'fully graded'],
      ['results', 2, 'late', 'Yes', 'true'],
      ['academicSessions', 3, 'schoolYear', '2025/2026', '2026'],
      ['classes', 2, 'termSourcedIds', '2026-1; 2026-gads', '2026-1,2026-gads'],
      ['users', 2, 'primaryOrgSourcedId', '{skola}', 'skola'],
    ];
    for (const [file, row, column, value, suggestion] of cases) expect(await only(packageOf(withValue(school(), file, row, column, value)))).toMatchObject({ row, column, suggestion });
  });
});

it('a large file is read row by row', async () => {
  const sheets = school();
  const rows = Array.from({ length: 60_000 }, (_, nth) => ['s1', 's2', 's3'].includes(`s${nth}`) ? [] : [`x${nth}`, '', '', 'l1', 'u1', 'fully graded', String((nth % 10) + 1), '2025-12-19', '', '', '', '', '', '', '']).filter((row) => row.length > 0);
  sheets['results.csv'] = [sheets['results.csv']![0]!, ...rows];
  const archive = zipOf(Object.entries({ 'manifest.csv': manifestOf(sheets), ...sheets }).map(([name, sheet]) => ({ name, content: csvOf(sheet) })));
  const report = await check(archive);
  expect(report.findings).toEqual([]);
  expect(report.rows).toBe(60_000 - 3 + 21);
}, 60_000);
