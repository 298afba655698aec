import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asDelta, manifestOf, packageOf, school, type Sheet, type Sheets, withValue } from '../../tests/made-up-package.js';
import { openArchive } from '../package-archive.js';
import type { Code } from './catalogue/catalogue.js';
import { CODES } from './catalogue/catalogue.js';
import { checkPackage } from './check-package.js';

const codesOf = async (sheets: Sheets, manifest: Sheet | null = manifestOf(sheets)) => {
  const { findings } = await checkPackage(await openArchive(packageOf(sheets, { manifest })));
  return [...new Set(findings.map(({ code }) => code))];
};

/** Schools of any size that follow the standard: more pupils, classes and marks than the made-up one. */
const schools = fc
  .record({ pupils: fc.integer({ min: 1, max: 12 }), marks: fc.array(fc.record({ pupil: fc.nat(), item: fc.nat({ max: 1 }), score: fc.integer({ min: 10, max: 100 }) }), { maxLength: 20 }), title: fc.string({ unit: 'grapheme', maxLength: 12 }) })
  .map(({ pupils, marks, title }) => {
    const sheets = school();
    for (let nth = 0; nth < pupils; nth += 1) {
      sheets['users.csv']!.push([`p${nth}`, '', '', 'false', `lietotājs "${nth}", ${title}`, '', 'Vārds', `Uz,vārds ${title}`, ...Array.from({ length: 12 }, () => ''), 'skola', '']);
      sheets['roles.csv']!.push([`pr${nth}`, '', '', `p${nth}`, 'primary', 'student', '', '', 'skola', '']);
      sheets['enrollments.csv']!.push([`pe${nth}`, '', '', '5a-mat', 'skola', `p${nth}`, 'student', '', '', '']);
    }
    marks.forEach(({ pupil, item, score }, nth) => sheets['results.csv']!.push([`m${nth}`, '', '', item === 0 ? 'l1' : 'l2', `p${pupil % pupils}`, 'fully graded', String(score / 10), '2025-12-19', '', '', '', '', '', '', '']));
    return sheets;
  });

/** One change each, and the one code that it must give. */
type Mutation = readonly [name: string, code: Code, change: (sheets: Sheets) => Sheets];
const set = (file: string, row: number, column: string, value: string) => (sheets: Sheets) => withValue(sheets, file, row, column, value);
const header = (file: string, change: (names: string[]) => string[]) => (sheets: Sheets): Sheets => ({ ...sheets, [`${file}.csv`]: [change(sheets[`${file}.csv`]![0]!), ...sheets[`${file}.csv`]!.slice(1)] });
const everyRow = (file: string, change: (cells: string[], row: number) => string[]) => (sheets: Sheets): Sheets => ({ ...sheets, [`${file}.csv`]: sheets[`${file}.csv`]!.map((cells, at) => change(cells, at + 1)) });
const more = (file: string, cells: string[]) => (sheets: Sheets): Sheets => ({ ...sheets, [`${file}.csv`]: [...sheets[`${file}.csv`]!, cells] });

const MUTATIONS: readonly Mutation[] = [
  ['a required value is emptied', 'required-blank', set('classes', 2, 'title', '')],
  ['a required reference is emptied', 'required-blank', set('results', 2, 'studentSourcedId', '')],
  ['status in a bulk file', 'blank-in-bulk', set('orgs', 3, 'status', 'active')],
  ['a time in a bulk file', 'blank-in-bulk', set('orgs', 3, 'dateLastModified', '2026-01-01T00:00:00.000Z')],
  ['a word of no vocabulary', 'value-not-allowed', set('roles', 2, 'role', 'pupil')],
  ['an extension where there may be none', 'value-not-allowed', set('roles', 2, 'roleType', 'ext:main')],
  ['an extension without a name', 'value-not-allowed', set('enrollments', 4, 'role', 'ext:')],
  ['30 February', 'not-a-date', set('results', 2, 'scoreDate', '2026-02-30')],
  ['a year of two digits', 'not-a-year', set('academicSessions', 2, 'schoolYear', '26')],
  ['a decimal comma', 'not-a-number', set('results', 2, 'score', '7,5')],
  ['a weight with decimals', 'not-an-integer', set('categories', 2, 'weight', '0.5')],
  ['a Latvian yes', 'not-a-boolean', set('users', 2, 'enabledUser', 'jā')],
  ['an identifier with a space', 'bad-identifier', set('roles', 2, 'sourcedId', 'r 1')],
  ['a comma too many', 'empty-list-item', set('classes', 2, 'periods', '1,,3')],
  ['a scale without its other side', 'score-scale-syntax', set('scoreScales', 2, 'scoreScaleValue', '{10:},{9:b}')],
  ['a password', 'data-not-wanted', set('users', 2, 'password', 'x')],
  ['a personal code as identifier', 'personal-code-as-id', set('enrollments', 4, 'sourcedId', '170311-20001')],
  ['an end before its beginning', 'dates-reversed', set('academicSessions', 3, 'endDate', '2025-01-01')],
  ['one subject code too many', 'subjects-and-codes-differ', set('courses', 2, 'subjectCodes', '101,102')],
  ['limits turned round', 'range-reversed', set('lineItems', 2, 'resultValueMin', '20')],
  ['an identifier used twice', 'duplicate-id', set('roles', 3, 'sourcedId', 'r1')],
  ['a record that is not there', 'target-missing', set('classes', 2, 'courseSourcedId', 'fiz')],
  ['one of a list that is not there', 'target-missing', set('classes', 2, 'termSourcedIds', '2026-1,2026-2')],
  ['a parent that is not there', 'target-missing', set('orgs', 2, 'parentSourcedId', 'cits')],
  ['a district as school', 'school-not-a-school', set('enrollments', 4, 'schoolSourcedId', 'novads')],
  ['a semester as school year', 'course-session-not-school-year', set('courses', 2, 'schoolYearSourcedId', '2026-1')],
  ['a line item on a school year', 'line-item-in-school-year', set('lineItems', 3, 'academicSessionSourcedId', '2026')],
  ['a score over the limit', 'score-out-of-range', set('results', 2, 'score', '11')],
  ['a result of another class', 'result-class-differs', (sheets) => set('results', 3, 'classSourcedId', '5b-mat')(more('classes', ['5b-mat', '', '', '5.b', '', 'mat', '', 'scheduled', '', 'skola', '2026-1', '', '', ''])(sheets))],
  ['a mark of someone not in the class', 'student-not-enrolled', set('results', 2, 'studentSourcedId', 'u3')],
  ['a second main role', 'second-primary-role', set('roles', 5, 'roleType', 'primary')],
  ['a main organisation without a role', 'primary-org-without-role', set('users', 4, 'primaryOrgSourcedId', 'novads')],
  ['a row too short', 'row-width', more('categories', ['īsa'])],
  ['a row too long', 'row-width', more('categories', ['c9', '', '', 'Cita', '1', ''])],
  ['an empty row', 'row-blank', more('categories', [''])],
  ['a column without a name', 'header-empty', everyRow('orgs', (cells) => [...cells, ''])],
  ['a column twice', 'header-duplicate', everyRow('orgs', (cells, row) => [...cells, row === 1 ? 'name' : ''])],
  ['a column in capitals', 'header-spelling', header('orgs', (names) => names.map((name) => (name === 'identifier' ? 'Identifier' : name)))],
  ['an unknown column', 'header-unknown', everyRow('orgs', (cells, row) => [...cells, row === 1 ? 'regNr' : ''])],
  ['a column left out', 'header-missing', everyRow('orgs', (cells) => cells.toSpliced(5, 1))],
  ['two columns exchanged', 'header-order', everyRow('orgs', (cells) => cells.with(3, cells[4]!).with(4, cells[3]!))],
  ['a column of one’s own in the middle', 'metadata-too-early', everyRow('orgs', (cells, row) => cells.toSpliced(3, 0, row === 1 ? 'metadata.x' : 'x'))],
  ['a file without a header', 'file-empty', (sheets) => ({ ...sheets, 'demographics.csv': [] })],
  ['a file in a folder', 'file-in-folder', (sheets) => ({ ...sheets, 'dati/userProfiles.csv': [['sourcedId']] })],
  ['a file of another name', 'file-unknown', (sheets) => ({ ...sheets, 'Demographics.csv': [['sourcedId']] })],
];

/** The same for what the manifest says of a package that is right. */
const MANIFESTS: readonly (readonly [name: string, code: Code, manifest: (sheets: Sheets) => Sheet | null])[] = [
  ['no manifest', 'manifest-missing', () => null],
  ['another header', 'manifest-header', (sheets) => manifestOf(sheets).with(0, ['property', 'value'])],
  ['a file not named', 'manifest-property-missing', (sheets) => manifestOf(sheets, 'bulk', { 'file.demographics': null })],
  ['no version', 'manifest-property-missing', (sheets) => manifestOf(sheets, 'bulk', { 'oneroster.version': null })],
  ['a corrected version', 'manifest-value', (sheets) => manifestOf(sheets, 'bulk', { 'oneroster.version': '1.2.1' })],
  ['an unknown row', 'manifest-property-unknown', (sheets) => manifestOf(sheets, 'bulk', { 'file.attendance': 'bulk' })],
  ['a row twice', 'manifest-property-duplicate', (sheets) => [...manifestOf(sheets), ['file.users', 'bulk']]],
  ['another word for bulk', 'manifest-value', (sheets) => manifestOf(sheets, 'bulk', { 'file.results': 'full' })],
  ['a file promised that is not there', 'file-missing', (sheets) => manifestOf(sheets, 'bulk', { 'file.demographics': 'delta' })],
  ['a file called absent that is there', 'file-undeclared', (sheets) => manifestOf(sheets, 'bulk', { 'file.results': 'absent' })],
];

it('a package made by the standard has no findings', async () => {
  await fc.assert(fc.asyncProperty(schools, async (sheets) => void expect(await codesOf(sheets)).toEqual([])), { numRuns: 20 });
});

it.each(MUTATIONS)('%s gives %s and nothing else', async (_, code, change) => {
  await fc.assert(fc.asyncProperty(schools, async (sheets) => void expect(await codesOf(change(sheets))).toEqual([code])), { numRuns: 4 });
});

it.each(MANIFESTS)('manifest with %s gives %s and nothing else', async (_, code, manifest) => {
  await fc.assert(fc.asyncProperty(schools, async (sheets) => void expect(await codesOf(sheets, manifest(sheets))).toEqual([code])), { numRuns: 4 });
});

it('a delta without its state or with a time of another form says so', async () => {
  const sheets = asDelta(school());
  const manifest = manifestOf(sheets, 'delta');
  expect(await codesOf(sheets, manifest)).toEqual([]);
  expect(await codesOf(withValue(sheets, 'roles', 2, 'status', ''), manifest)).toEqual(['required-in-delta']);
  expect(await codesOf(withValue(sheets, 'roles', 2, 'status', 'deleted'), manifest)).toEqual(['value-not-allowed']);
  expect(await codesOf(withValue(sheets, 'roles', 2, 'dateLastModified', '2026-05-30T08:15:00Z'), manifest)).toEqual(['not-an-instant']);
});

it('a file that all others need, left out, is told once a column', async () => {
  const { 'orgs.csv': _, ...sheets } = school();
  expect(await codesOf(sheets)).toEqual(['target-file-absent']);
});

/** Proven with their rows in `check-package.test.ts`. */
const ELSEWHERE: readonly Code[] = ['not-utf-8', 'csv-syntax', 'required-in-delta', 'not-an-instant', 'target-file-absent'];

it('no code is without its proof', () => {
  const proven = new Set([...MUTATIONS.map(([, code]) => code), ...MANIFESTS.map(([, code]) => code), ...ELSEWHERE]);
  expect(CODES.filter((code) => !proven.has(code))).toEqual([]);
});
