import { expect, test } from 'vitest';
import { nextTitle } from './class-title.js';
import { classesFor, nextYearClasses, proposeFor } from './rollover.js';

const pupil = { membershipId: 'm', personId: 'p', classId: 'c', title: '5.b', grade: 5, lastGrade: 9, blocks: [] };
const BLOCK = { rule: 'MK 11 25.2', words: { lv: '', en: '' }, subjects: [], waits: false };

test('who passed goes to the next class of the same letter', () => {
  expect(proposeFor(pupil)).toMatchObject({ fate: 'promote', toTitle: '6.b', toGrade: 6 });
});

test('who is blocked repeats the grade', () => {
  expect(proposeFor({ ...pupil, blocks: [BLOCK] })).toMatchObject({ fate: 'repeat', toTitle: '5.b', toGrade: 5 });
});

test('who cannot be decided about yet stays undecided, in the last grade too', () => {
  expect(proposeFor({ ...pupil, blocks: [BLOCK, { ...BLOCK, waits: true }] })).toMatchObject({ fate: 'stay', toTitle: null });
  expect(proposeFor({ ...pupil, title: '9.a', grade: 9, blocks: [{ ...BLOCK, waits: true }] })).toMatchObject({ fate: 'stay' });
});

test('after the last grade of the programme a pupil leaves', () => {
  expect(proposeFor({ ...pupil, title: '9.a', grade: 9 })).toMatchObject({ fate: 'leave', toTitle: null });
  expect(proposeFor({ ...pupil, title: '12', grade: 12, lastGrade: 12 })).toMatchObject({ fate: 'leave' });
  expect(proposeFor({ ...pupil, title: '9.a', grade: 9, blocks: [BLOCK] })).toMatchObject({ fate: 'repeat' });
});

test.each([['5.b', 5, '6.b'], ['5B', 5, '6B'], ['9. a', 9, '10. a'], ['12', 1, null], ['Zvaniņš', 3, null]] as const)('after %s of grade %i comes %s', (title, grade, next) => {
  expect(nextTitle(title, grade)).toBe(next);
});

const of = (title: string, kind: 'class' | 'special' = 'class') => ({ title, grade: Number.parseInt(title, 10), kind });
const titles = (fate: 'promote' | 'repeat' | 'leave', from: ReturnType<typeof of>, made: ReturnType<typeof of>[], now: ReturnType<typeof of>[]) => classesFor(fate, from, nextYearClasses(made, now)).map(({ title }) => title);

test('who goes on may go to a class of the next grade alone, who repeats to one of the same, who leaves to none', () => {
  const now = [of('1.a'), of('1.b'), of('2.a'), of('9.a')];
  expect(titles('promote', of('1.a'), [], now)).toEqual(['2.a', '2.b']);
  expect(titles('repeat', of('1.a'), [], now)).toEqual(['1.a', '1.b']);
  expect(titles('leave', of('1.a'), [], now)).toEqual([]);
});

test('a class already made for next year is possible too, and its spelling and kind hold', () => {
  expect(titles('promote', of('1.a'), [of('2. A'), of('2.c'), of('2.b', 'special')], [of('1.a'), of('1.b')])).toEqual(['2. A', '2.c']);
  expect(titles('promote', of('1.x', 'special'), [of('2.b', 'special')], [of('1.a')])).toEqual(['2.b']);
});
