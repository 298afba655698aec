import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type IsoDate, isoDate } from '#kernel/iso-date.js';
import { addUp, type Counted, entryState, monthsCovered, periodInFocus, placeOfMonth, shareOf, type TermDays, termsOf } from './completeness.js';
import { ABSENCE_PERIODS, monthStart } from './periods.js';

const day = (words: string): IsoDate => isoDate(words);
const DAYS: TermDays = {
  startsOn: day('2026-09-01'), firstSemesterEndsOn: day('2026-12-18'), secondSemesterStartsOn: day('2027-01-04'),
  endsOn: ({ grade, classEndsOn }) => classEndsOn ?? day(grade === 9 ? '2027-06-11' : '2027-05-28'),
  due: (matter, { grade }) => ({ day: matter === 'ABSENCE' ? day('2027-08-31') : matter === 'S1' ? day('2026-12-22') : day(grade === 9 ? '2027-06-15' : '2027-06-01') }),
};
const terms = (today: string, more: object = {}) => termsOf([{ id: 'c', grade: 5, endsOn: null, record: 'mark', ...more }], DAYS, day(today), 5);
const of = (today: string, period: string, record: string, more: object = {}) => terms(today, more).find((one) => one.period === period && one.record === record)!;

test('members are those of the period’s last day, or of today while it goes on; a class may end on its own day', () => {
  expect(of('2026-11-21', 'S1', 'mark')).toMatchObject({ day: '2026-11-21', dueOn: '2026-12-22', semester: 'first' });
  expect(of('2027-07-01', 'S1', 'mark').day).toBe('2026-12-18');
  expect(of('2027-07-01', 'YEAR', 'mark')).toMatchObject({ day: '2027-05-28', dueOn: '2027-06-01', semester: null });
  expect(of('2027-07-01', 'YEAR', 'mark', { grade: 9 })).toMatchObject({ day: '2027-06-11', dueOn: '2027-06-15' });
  expect(of('2027-07-01', 'S2', 'mark', { endsOn: day('2027-06-04') }).day).toBe('2027-06-04');
});

test('in a preschool group absences alone are awaited, of the children old enough, until the first grade’s year ends', () => {
  const group = terms('2027-07-01', { grade: null, record: null });
  expect(group.map(({ record, period, fromAge }) => [record, period, fromAge])).toEqual([['absence', 'S1', 5], ['absence', 'S2', 5], ['absence', 'YEAR', 5]]);
  expect(group[2]).toMatchObject({ day: '2027-05-28', dueOn: '2027-08-31', lastMonth: 9 });
  expect(of('2026-11-21', 'S1', 'absence').fromAge).toBeNull();
});

test('of absences only months that are over are awaited', () => {
  expect(of('2026-09-20', 'S1', 'absence')).toMatchObject({ firstMonth: 1, lastMonth: 0 });
  expect(of('2026-11-21', 'S1', 'absence')).toMatchObject({ firstMonth: 1, lastMonth: 2 });
  expect(of('2026-12-18', 'S1', 'absence')).toMatchObject({ firstMonth: 1, lastMonth: 4 });
  expect(of('2027-07-01', 'S2', 'absence')).toMatchObject({ firstMonth: 5, lastMonth: 9 });
});

test('each month has its place in the school year, and semesters cover theirs', () => {
  const months = ABSENCE_PERIODS.filter((period) => period.startsWith('M'));
  expect(months.map((month) => monthsCovered(month)[0])).toEqual(months.map((_, at) => at + 1));
  expect(months.map((month) => placeOfMonth(monthStart(2026, month)))).toEqual(months.map((_, at) => at + 1));
  expect([monthsCovered('S1'), monthsCovered('S2'), monthsCovered('YEAR')]).toEqual([[1, 4], [5, 10], [1, 12]]);
});

test('who names no period asks about the first semester until a month into the second', () => {
  expect([day('2026-09-01'), day('2027-02-03'), day('2027-02-04'), day('2027-08-01')].map((today) => periodInFocus(DAYS, today))).toEqual(['S1', 'S1', 'YEAR', 'YEAR']);
});

/** Numbers that can be: what is there is at most what is expected, and only what is out can be missing. */
const numbers = fc.record({ expected: fc.nat(50), in: fc.nat(50), late: fc.nat(50), nil: fc.nat(50), overdue: fc.boolean() }).map(({ expected, in: came, late, nil, overdue }): Counted => {
  const received = Math.min(expected, came);
  return { expected, received, late: Math.min(received, late), byNil: Math.min(received, nil), missing: overdue ? expected - received : 0 };
});

test('nothing entered, nil report, late and missing are never taken for each other', () => {
  fc.assert(
    fc.property(numbers, (one) => {
      const state = entryState(one);
      if (state === 'nothing entered') expect([one.received, one.missing]).toEqual([0, one.expected]);
      if (state === 'nil report') expect(one.byNil).toBe(one.expected);
      if (state === 'missing') expect(one.missing > 0 && one.received > 0).toBe(true);
      if (state === 'awaited') expect(one.missing === 0 && one.received < one.expected).toBe(true);
      if (state === 'late' || state === 'complete') expect(one.received).toBe(one.expected);
      expect(state === 'nothing expected').toBe(one.expected === 0);
    }),
  );
});

test('numbers of parts add up to the whole, which is whole only when every part is', () => {
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 8 }), (parts) => {
      const whole = addUp(parts);
      expect(whole.expected).toBe(parts.reduce((all, one) => all + one.expected, 0));
      expect(shareOf(whole) === 1).toBe(parts.every((one) => one.received === one.expected));
    }),
  );
});
