import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DECK } from '../tests/deck.js';
import { parsePoints, type Part, pointsInWords, reachesThreshold, scorePercent } from './scoring.js';

/** The paper of mathematics in grade 9, 2023/24: 60 and 20 points, every point of the same weight. */
const MATHS: readonly Part[] = [
  { number: 1, maxHalfPoints: 120, weight: 75 },
  { number: 2, maxHalfPoints: 40, weight: 25 },
];

const earned = (...halfPoints: number[]) => new Map(halfPoints.map((points, at) => [at + 1, points]));

test('the rows of the deck reproduce from the recovered points', () => {
  expect(DECK).toHaveLength(46);
  const counted = DECK.map(([first, second]) => scorePercent(MATHS, earned(first, second)));
  expect(counted.map(({ parts, total }) => [...parts, total])).toEqual(DECK.map(([, , ...shown]) => shown));
});

test('per cents of parts that were rounded down already give other totals', () => {
  const fromShown = (first: number, second: number) => Math.floor((75 * first + 25 * second) / 100);
  const wrong = DECK.filter(([, , first, second, total]) => fromShown(first, second) !== total);
  expect(wrong.length).toBeGreaterThan(5);
});

test('culture and art of the certificate in the deck: 27 % and 42 % are 33 %', () => {
  const culture: readonly Part[] = [{ number: 1, maxHalfPoints: 200, weight: 60 }, { number: 2, maxHalfPoints: 200, weight: 40 }];
  expect(scorePercent(culture, earned(54, 84))).toMatchObject({ parts: [27, 42], total: 33 });
});

test('the threshold is inclusive and looks at the total that was rounded down: 10 passes ten, 9.375 does not', () => {
  const [nine, ten] = [scorePercent(MATHS, earned(13, 2)), scorePercent(MATHS, earned(14, 2))];
  expect([nine.total, ten.total]).toEqual([9, 10]);
  expect([reachesThreshold(nine.total, 10), reachesThreshold(ten.total, 10), reachesThreshold(0, null)]).toEqual([false, true, true]);
});

describe('for exams of two to five parts', () => {
  const exams = fc
    .array(fc.record({ max: fc.integer({ min: 1, max: 400 }), weight: fc.integer({ min: 1, max: 40 }) }), { minLength: 2, maxLength: 5 })
    .map((drawn) => {
      const rest = 100 - drawn.slice(1).reduce((sum, { weight }) => sum + Math.min(weight, 20), 0);
      return drawn.map(({ max, weight }, at): Part => ({ number: at + 1, maxHalfPoints: max, weight: at === 0 ? rest : Math.min(weight, 20) }));
    });
  const withPoints = exams.chain((parts) => fc.record({ parts: fc.constant(parts), points: fc.tuple(...parts.map(({ maxHalfPoints }) => fc.integer({ min: 0, max: maxHalfPoints }))) }));

  test('nothing is zero, everything a hundred, and the total lies between', () => {
    fc.assert(
      fc.property(withPoints, ({ parts, points }) => {
        expect(scorePercent(parts, new Map()).total).toBe(0);
        expect(scorePercent(parts, earned(...parts.map(({ maxHalfPoints }) => maxHalfPoints))).total).toBe(100);
        const { total } = scorePercent(parts, earned(...points));
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total === 100).toBe(parts.every(({ maxHalfPoints }, at) => points[at] === maxHalfPoints));
      }),
    );
  });

  test('the total never falls when a part gains half a point', () => {
    fc.assert(
      fc.property(withPoints, fc.nat(), ({ parts, points }, seed) => {
        const at = seed % parts.length;
        const more = points.map((one, place) => (place === at ? Math.min(one + 1, parts[at]!.maxHalfPoints) : one));
        expect(scorePercent(parts, earned(...more)).total).toBeGreaterThanOrEqual(scorePercent(parts, earned(...points)).total);
      }),
    );
  });

  test('the total is the exact weighted share, whatever a double would make of it', () => {
    fc.assert(
      fc.property(withPoints, ({ parts, points }) => {
        const { total } = scorePercent(parts, earned(...points));
        const over = parts.reduce((product, { maxHalfPoints }) => product * BigInt(maxHalfPoints), 1n);
        const exact = parts.reduce((sum, { weight, maxHalfPoints }, at) => sum + (BigInt(weight) * BigInt(points[at]!) * over) / BigInt(maxHalfPoints), 0n);
        expect(BigInt(total) * over <= exact && exact < BigInt(total + 1) * over).toBe(true);
      }),
    );
  });
});

test('points outside a part, halves of halves, and parts that do not weigh a hundred are refused', () => {
  expect(() => scorePercent(MATHS, earned(121, 0))).toThrow(RangeError);
  expect(() => scorePercent(MATHS, earned(-1, 0))).toThrow(RangeError);
  expect(() => scorePercent(MATHS, earned(1.5, 0))).toThrow(RangeError);
  expect(() => scorePercent([{ number: 1, maxHalfPoints: 10, weight: 99 }], new Map())).toThrow(RangeError);
  expect(() => scorePercent([], new Map())).toThrow(RangeError);
});

test('points are read with a comma or a point, by halves alone', () => {
  expect(['6,5', '6.5', '6', '6,0', ' 12 ', '6,25', '-1', '', 'x'].map(parsePoints)).toEqual([13, 13, 12, 12, 24, undefined, undefined, undefined, undefined]);
  expect([pointsInWords(13, 'lv'), pointsInWords(13, 'en'), pointsInWords(12, 'lv')]).toEqual(['6,5', '6.5', '6']);
});
