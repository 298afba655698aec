import fc from 'fast-check';
import { expect, test } from 'vitest';
import { promotionBlocks, type YearResult } from './promotion.js';

const marks = (...points: (number | null)[]): YearResult[] => points.map((one, at) => ({ subject: `S${at}`, points: one }));
const rules = (grade: number, results: readonly YearResult[], more = {}) => promotionBlocks({ grade, results, ...more }).map((block) => block.rule);

test('grade 7 with two post-examinations below 4 is blocked by MK 11 25.2 (scenario 17.11)', () => {
  const results = [{ subject: 'Matemātika', points: 3, postPoints: 3 }, { subject: 'Fizika', points: 2, postPoints: 1 }, ...marks(7)];
  expect(promotionBlocks({ grade: 7, results })).toMatchObject([{ rule: 'MK 11 25.2', subjects: ['Matemātika', 'Fizika'] }]);
});

test('grades 4 to 8: one post-examination below 4 does not block', () => {
  expect(rules(5, [{ subject: 'A', points: 3, postPoints: 3 }, ...marks(4, 10)])).toEqual([]);
  expect(rules(5, [{ subject: 'A', points: 3, postPoints: 4 }, { subject: 'B', points: 1, postPoints: 3 }])).toEqual([]);
});

test('grades 4 to 8: a year mark below 4 without a post-examination blocks, even a single one', () => {
  expect(rules(6, marks(3, 8))).toEqual(['MK 11 25.2']);
  expect(rules(6, marks(null, 8))).toEqual(['MK 11 25.2']);
});

test('exempt subjects do not count', () => {
  expect(rules(8, [{ subject: 'Sports', points: null, exempt: true }, ...marks(4)])).toEqual([]);
  expect(rules(2, [{ subject: 'Sports', points: null, exempt: true }])).toEqual([]);
});

test('grades 1 to 3: outcomes that are not assessed, or advice to repeat, block', () => {
  const assessed = { subject: 'Latviešu valoda', points: null, outcomesAssessed: true };
  expect(rules(3, [assessed])).toEqual([]);
  expect(rules(3, [assessed, { subject: 'Matemātika', points: null }])).toEqual(['MK 11 25.1']);
  expect(rules(1, [assessed], { councilAdvisesRepeating: true })).toEqual(['MK 11 25.1']);
});

test('grades 10 and 11: anything below 4 blocks', () => {
  expect(rules(10, marks(4, 5))).toEqual([]);
  expect(rules(11, marks(4, 3))).toEqual(['MK 11 25.3']);
  expect(rules(11, [{ subject: 'A', points: 3, postPoints: 3 }])).toEqual(['MK 11 25.3']);
});

test('grades 9 and 12 end with a document, or are repeated', () => {
  expect(rules(9, marks(8), { hasDocument: true })).toEqual([]);
  expect(rules(9, marks(8))).toEqual(['MK 11 26']);
  expect(rules(12, marks(2), { hasDocument: false })).toEqual(['MK 11 26']);
});

test('a better mark never blocks who was not blocked', () => {
  fc.assert(
    fc.property(fc.constantFrom(4, 5, 6, 7, 8, 10, 11), fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 8 }), fc.nat(7), (grade, points, at) => {
      const better = points.map((one, n) => (n === at % points.length ? Math.min(10, one + 1) : one));
      if (rules(grade, marks(...points)).length === 0) expect(rules(grade, marks(...better))).toEqual([]);
    }),
  );
});
