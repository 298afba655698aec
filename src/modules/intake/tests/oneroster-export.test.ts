import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeRecords } from '#modules/marks/public.js';
import { exportRoster } from '../actions/oneroster/export-roster.js';
import { openArchive } from '../domain/package-archive.js';
import { checkPackage } from '../domain/oneroster/check-package.js';
import { packageRecords, readRecords } from '../domain/oneroster/read-records.js';
import { translate, type TranslatedRow } from '../domain/oneroster/translate.js';
import { type OneRosterSchool, oneRosterSchool, YEAR } from './oneroster-school.js';

let s: OneRosterSchool;
beforeAll(async () => {
  s = await oneRosterSchool();
  const [anna, berta, cilda] = s.pupils;
  await s.mark(anna!, s.subjects[0]!.id, 'S1', '9');
  await s.mark(berta!, s.subjects[0]!.id, 'S1', 'nv');
  await s.mark(cilda!, s.subjects[1]!.id, 'S1', 'atb');
  await s.t.database.transaction((tx) =>
    takeRecords(
      tx,
      { kind: 'outcome', records: [{ row: 1, personId: s.small.id, membershipId: s.small.membershipId, classId: s.classes.outcomes, period: 'S1', scale: 'STAP', value: 'A', outcomeId: s.outcome.id }] },
      { institutionId: s.institutionId, year: YEAR, channel: 'manual', journalId: null, batchId: null, at: s.t.platform.clock.now(), by: 'test', reason: 'x' },
    ),
  );
});
afterAll(() => s.t.close());

const exported = async () => openArchive(await buffer((await s.t.perform(exportRoster, { regNr: s.regNr, year: String(YEAR) }, s.clerk, 'own-pupils')).content));

test('our own checker finds nothing wrong in what we export', async () => {
  const report = await checkPackage(await exported());
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({ dialect: '1.2.1', errors: 0, warnings: 0 });
  expect(Object.fromEntries(report.files.filter(({ present }) => present).map(({ name, rows }) => [name, rows]))).toMatchObject({ 'classes.csv': 5, 'results.csv': 4, 'resultLearningObjectiveIds.csv': 1, 'users.csv': 4 });
});

test('what we export comes back as the same marks', async () => {
  const rows: TranslatedRow[] = [];
  const { troubles } = await translate(packageRecords(await exported()), { regNr: s.regNr }, (row) => void rows.push(row));
  expect(troubles).toEqual([]);
  const told = rows.map(({ kind, year, row }) => [kind, year, row.pupil, row.class, row.subjectId ?? row.outcome, row.period, row.value]);
  const [anna, berta, cilda] = s.pupils;
  expect(told.toSorted()).toEqual(
    [
      ['mark', YEAR, anna!.code, '5.a', s.subjects[0]!.id, 'S1', '9'],
      ['mark', YEAR, berta!.code, '5.a', s.subjects[0]!.id, 'S1', 'nv'],
      ['mark', YEAR, cilda!.code, '5.a', s.subjects[1]!.id, 'S1', 'atb'],
      ['outcome', YEAR, s.small.code, '2.b', s.outcome.code, 'S1', 'A'],
    ].toSorted(),
  );
});

test('a personal code stands in userIds alone, and no column of origin is filled', async () => {
  const files = await exported();
  const codes = [...s.pupils, s.small].map(({ code }) => code);
  for (const name of files.names) {
    let text = '';
    for await (const chunk of files.read(name)) text += Buffer.from(chunk).toString();
    expect(codes.some((code) => text.includes(code))).toBe(name === 'users.csv');
  }
  for await (const { value } of readRecords(files, 'users')) expect(codes.some((code) => value('username').includes(code))).toBe(false);
  for await (const { value } of readRecords(files, 'demographics')) expect([value('white'), value('asian'), value('birthDate') !== '']).toEqual(['', '', true]);
});

test('an export needs a reason, tells whom it held, and is of one’s own institution alone', async () => {
  await expect(s.t.perform(exportRoster, { regNr: s.regNr, year: '' }, s.clerk)).rejects.toMatchObject({ fields: [{ field: 'reason' }] });
  await expect(s.t.perform(exportRoster, { regNr: s.regNrs[1], year: '' }, s.clerk, 'own-pupils')).rejects.toMatchObject({ status: 404 });
  const [entry] = await s.rows<{ subjects: string[]; reason: string }>(`select subjects, reason from audit.entry where action = 'intake.export-roster' and outcome = 'done' order by at desc limit 1`);
  expect(entry!.reason).toBe('own-pupils');
  expect(entry!.subjects.toSorted()).toEqual([...s.pupils, s.small].map(({ id }) => id).toSorted());
});
