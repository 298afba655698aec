import { expect, test } from 'vitest';
import { periodOf, schoolYearOf } from './period-of.js';

const session = (type: string, from: string, to: string, title = '') => ({ type, from, to, title });

test.each([
  ['a semester until Christmas', session('semester', '2026-09-01', '2026-12-18'), 2026, 'S1'],
  ['a semester from January', session('semester', '2027-01-04', '2027-05-31'), 2026, 'S2'],
  ['a term over the year', session('term', '2026-09-01', '2027-05-31'), 2026, 'YEAR'],
  ['a type of one’s own over the year', session('ext:gads', '2026-09-01', '2027-06-18'), 2026, 'YEAR'],
  ['a short term that is called the year', session('term', '2027-05-01', '2027-05-31', 'Gads'), 2026, 'YEAR'],
])('%s', (_what, its, year, period) => expect(periodOf(its, '', '')).toMatchObject({ year, period, isNamed: false }));

test.each([
  ['the school year itself, which the standard forbids', session('schoolYear', '2026-09-01', '2027-08-31')],
  ['a month', session('gradingPeriod', '2026-10-01', '2026-10-31')],
  ['a semester that spans the year', session('semester', '2026-09-01', '2027-05-31')],
  ['a span over the turn of the semesters', session('term', '2026-11-01', '2027-03-01')],
  ['days in a wrong order', session('term', '2027-05-31', '2026-09-01')],
  ['no days', session('term', '', '')],
])('%s is no period', (_what, its) => expect(periodOf(its, '', '')).toEqual({ unclear: 'session' }));

test.each([
  ['Pēcpārbaudījums', '', 'POST'], ['', 'Pēcpārbaudījums matemātikā', 'POST'], ['Valsts pārbaudījums', '', 'EXAM'], ['Gala vērtējums', '', 'FINAL'], ['Semestra vērtējums', '', 'S1'], ['', 'Pusgads', 'S1'],
])('the category “%s” or the title “%s” tell it by name', (category, title, period) => {
  const its = period === 'S1' ? session('semester', '2026-09-01', '2026-12-18') : session('term', '2026-09-01', '2027-05-31');
  expect(periodOf(its, category, title)).toMatchObject({ period, isNamed: true });
});

test('a school year is called by the year in which it starts', () => {
  expect(['2026-09-01', '2027-01-10', '2027-06-30', '2027-07-01', 'nav'].map(schoolYearOf)).toEqual([2026, 2026, 2026, 2027, null]);
});
