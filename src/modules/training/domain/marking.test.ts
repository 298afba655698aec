import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from './course-text.js';
import { isRight, mark } from './marking.js';

const question = (rights: readonly boolean[]): Question => ({ words: '?', hint: '', several: true, explanation: [], choices: rights.map((right, at) => ({ words: String(at), right })) });

test('an answer is right only with all right choices and no other', () => {
  const asked = question([true, false, true]);
  expect(isRight(asked, [0, 2])).toBe(true);
  for (const chosen of [[], [0], [2], [0, 1, 2], [1], [0, 2, 7]]) expect(isRight(asked, chosen)).toBe(false);
});

test('the share of right answers decides, and what was not answered is wrong', () => {
  const questions = [question([true, false]), question([true, false]), question([true, false]), question([true, false])];
  const answered = (n: number) => new Map(Array.from({ length: n }, (_, at) => [at, [0]]));
  expect(mark(questions, answered(3), 75)).toEqual({ right: 3, of: 4, passed: true });
  expect(mark(questions, answered(3), 76)).toEqual({ right: 3, of: 4, passed: false });
  expect(mark(questions, answered(0), 1).passed).toBe(false);
});

test('one more right answer never fails who passed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 100 }), fc.nat(29), (count, percent, right) => {
      const questions = Array.from({ length: count }, () => question([true, false]));
      const passes = (n: number) => mark(questions, new Map(Array.from({ length: Math.min(n, count) }, (_, at) => [at, [0]])), percent).passed;
      return !passes(right) || passes(right + 1);
    }),
  );
});
