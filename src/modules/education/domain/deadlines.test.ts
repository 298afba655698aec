import { describe, expect, test } from 'vitest';
import { type IsoDate, isoDate } from '#kernel/iso-date.js';
import { businessCalendar } from '#platform/calendar/business-calendar.js';
import { howCounted } from '#platform/calendar/how-counted.js';
import { type CountWorkingDays, type DeadlineRule, dueOf, isLate } from './deadlines.js';

const calendar = businessCalendar([]);
const count: CountWorkingDays = (start, n) => {
  const counted = calendar.addWorkingDays(start, n);
  return { day: counted.day, why: howCounted(counted) };
};

const LAW = 'MK 25.06.2019. noteikumu Nr. 276 50. punkts';
const marks: DeadlineRule = { year: 2025, matter: 'YEAR', rule: 'working days after the year ends', dueOn: null, workingDays: 2, opensOn: null, correctionsUntil: null, legalBasis: LAW, verified: true };
const documents: DeadlineRule = { ...marks, matter: 'DOCUMENT', rule: 'working days after the decision', workingDays: 3 };
const [grade5, grade9, grade12] = ['2026-05-29', '2026-06-12', '2026-06-19'].map(isoDate) as [IsoDate, IsoDate, IsoDate];
const day = isoDate;

describe('marks of the school year 2025/26: two working days after the year ends', () => {
  test('a mark of grade 12 on 25.06.2026. is on time and on 26.06.2026. late, since 23 and 24 June are holidays', () => {
    const due = dueOf(marks, { gradeEndsOn: grade12 }, count)!;
    expect(due.day).toBe('2026-06-25');
    expect([isLate(due, day('2026-06-25')), isLate(due, day('2026-06-26'))]).toEqual([false, true]);
    expect(due.why.lv).toMatch(/beidzas 19\.06\.2026\..*23\.06\.2026\..*24\.06\.2026\..*276 50\. punkts/);
  });

  test('a mark of grade 9 is late from 17.06.2026.', () => {
    const due = dueOf(marks, { gradeEndsOn: grade9 }, count)!;
    expect([isLate(due, day('2026-06-16')), isLate(due, day('2026-06-17'))]).toEqual([false, true]);
  });

  test('other grades have until 02.06.2026.', () => {
    expect(dueOf(marks, { gradeEndsOn: grade5 }, count)!.day).toBe('2026-06-02');
  });

  test('a class that ends on a day of its own is counted from that day', () => {
    const due = dueOf(marks, { gradeEndsOn: grade5, classEndsOn: day('2026-06-05') }, count)!;
    expect(due).toMatchObject({ day: '2026-06-09', countedFrom: '2026-06-05' });
    expect(due.why.en).toMatch(/of this class ends on 05\.06\.2026\./);
  });

  test('without a grade there is no day to count from', () => {
    expect(dueOf(marks, {}, count)).toBeUndefined();
  });
});

describe('education documents: three working days after the decision', () => {
  test.each([
    ['2026-06-12', '2026-06-17'],
    ['2026-06-22', '2026-06-29'],
  ])('decided on %s, entered by %s', (decided, due) => {
    expect(dueOf(documents, { decidedOn: day(decided) }, count)!.day).toBe(due);
  });

  test('the year of the grade does not matter, and before the decision nothing is due', () => {
    expect(dueOf(documents, { gradeEndsOn: grade9 }, count)).toBeUndefined();
  });
});

test('a fixed day is what it says, and names its law', () => {
  const due = dueOf({ ...marks, matter: 'CHILDREN', rule: 'on a day', dueOn: day('2025-09-05'), workingDays: null, legalBasis: 'MK 871' }, {}, count)!;
  expect(due).toMatchObject({ day: '2025-09-05', countedFrom: null });
  expect(due.why).toEqual({ lv: 'Noteikta diena 05.09.2025. Pamats: MK 871.', en: 'A fixed day, 05.09.2025. Basis: MK 871.' });
});

test('marks of the first semester are counted from its end', () => {
  const rule: DeadlineRule = { ...marks, matter: 'S1', rule: 'working days after the first semester ends' };
  expect(dueOf(rule, { firstSemesterEndsOn: day('2025-12-19') }, count)!.day).toBe('2025-12-23');
});
