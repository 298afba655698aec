import { expect, test } from 'vitest';
import { nextTitle } from './class-title.js';
import { proposeFor } from './rollover.js';

const pupil = { membershipId: 'm', personId: 'p', classId: 'c', title: '5.b', grade: 5, lastGrade: 9, blocks: [] };
const BLOCK = { rule: 'MK 11 25.2', words: { lv: '', en: '' }, subjects: [] };

test('who passed goes to the next class of the same letter', () => {
  expect(proposeFor(pupil)).toMatchObject({ fate: 'promote', toTitle: '6.b', toGrade: 6 });
});

test('who is blocked repeats the grade', () => {
  expect(proposeFor({ ...pupil, blocks: [BLOCK] })).toMatchObject({ fate: 'repeat', toTitle: '5.b', toGrade: 5 });
});

test('after the last grade of the programme a pupil leaves', () => {
  expect(proposeFor({ ...pupil, title: '9.a', grade: 9 })).toMatchObject({ fate: 'leave', toTitle: null });
  expect(proposeFor({ ...pupil, title: '12', grade: 12, lastGrade: 12 })).toMatchObject({ fate: 'leave' });
  expect(proposeFor({ ...pupil, title: '9.a', grade: 9, blocks: [BLOCK] })).toMatchObject({ fate: 'repeat' });
});

test.each([['5.b', 5, '6.b'], ['5B', 5, '6B'], ['9. a', 9, '10. a'], ['12', 1, null], ['Zvaniņš', 3, null]] as const)('after %s of grade %i comes %s', (title, grade, next) => {
  expect(nextTitle(title, grade)).toBe(next);
});
