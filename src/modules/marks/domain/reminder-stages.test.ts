import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isoDate, weekday } from '#kernel/iso-date.js';
import { type AddWorkingDays, isWorkingDay, stageOn, stagesOf } from './reminder-stages.js';

/** Weekends alone are free. */
const add: AddWorkingDays = (start, days) => {
  let day = start;
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, Math.sign(days));
    if (weekday(day) < 6) left -= 1;
  }
  return { day };
};
const DUE = isoDate('2026-12-22');
const stages = stagesOf(DUE, { before: [2, 5], after: [1, 5] }, add);

test('reminders come on their working days before and after the deadline, in order', () => {
  expect(stages).toEqual([{ stage: -5, day: '2026-12-15' }, { stage: -2, day: '2026-12-18' }, { stage: 1, day: '2026-12-23' }, { stage: 5, day: '2026-12-29' }]);
});

test('a day calls for the last reminder whose day has come, so that a missed one is made good', () => {
  expect(stageOn(stages, isoDate('2026-12-14'))).toBeUndefined();
  expect(stageOn(stages, isoDate('2026-12-17'))?.stage).toBe(-5);
  expect(stageOn(stages, isoDate('2026-12-22'))?.stage).toBe(-2);
  expect(stageOn(stages, isoDate('2027-01-10'))?.stage).toBe(5);
});

test('whatever the numbers, stages rise with their days and no day has two', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 5 });
  fc.assert(
    fc.property(numbers, numbers, fc.integer({ min: 0, max: 700 }), (before, after, offset) => {
      const all = stagesOf(addDays(DUE, offset), { before, after }, add);
      expect(all.every((one, at) => at === 0 || (all[at - 1]!.stage < one.stage && all[at - 1]!.day < one.day))).toBe(true);
    }),
  );
});

test('only working days remind', () => {
  expect([isoDate('2026-12-18'), isoDate('2026-12-19'), isoDate('2026-12-20'), isoDate('2026-12-21')].map((day) => isWorkingDay(day, add))).toEqual([true, false, false, true]);
});
