import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePoints, type Part, pointsInWords, reachesThreshold, scorePercent } from './scoring.js';

/** The paper of mathematics in grade 9, 2023/24: 60 and 20 points, every point of the same weight. */
const MATHS: readonly Part[] = [
  { number: 1, maxHalfPoints: 120, weight: 75 },
  { number: 2, maxHalfPoints: 40, weight: 25 },
];

/**
 * The 46 rows of the report in the source deck: half-points of both parts as they were recovered, then the per cent of both parts and the total as the
 * deck shows them. The last row is printed with 0 % in part 1 where a digit is cut off: 6.5 points are 10 %.
 */
const DECK: readonly (readonly [number, number, number, number, number])[] = [
  [24, 3, 20, 7, 16],
  [24, 2, 20, 5, 16],
  [66, 4, 55, 10, 43],
  [86, 6, 71, 15, 57],
  [46, 3, 38, 7, 30],
  [38, 4, 31, 10, 26],
  [0, 0, 0, 0, 0],
  [28, 2, 23, 5, 18],
  [38, 2, 31, 5, 25],
  [56, 2, 46, 5, 36],
  [34, 4, 28, 10, 23],
  [52, 4, 43, 10, 35],
  [76, 5, 63, 12, 50],
  [80, 9, 66, 22, 55],
  [84, 2, 70, 5, 53],
  [78, 7, 65, 17, 53],
  [46, 2, 38, 5, 30],
  [48, 4, 40, 10, 32],
  [32, 2, 26, 5, 21],
  [32, 0, 26, 0, 20],
  [80, 3, 66, 7, 51],
  [40, 2, 33, 5, 26],
  [68, 4, 56, 10, 45],
  [18, 2, 15, 5, 12],
  [14, 2, 11, 5, 10],
  [28, 0, 23, 0, 17],
  [32, 2, 26, 5, 21],
  [52, 7, 43, 17, 36],
  [22, 0, 18, 0, 13],
  [20, 0, 16, 0, 12],
  [60, 9, 50, 22, 43],
  [54, 2, 45, 5, 35],
  [48, 0, 40, 0, 30],
  [70, 6, 58, 15, 47],
  [32, 0, 26, 0, 20],
  [64, 3, 53, 7, 41],
  [24, 2, 20, 5, 16],
  [60, 6, 50, 15, 41],
  [30, 1, 25, 2, 19],
  [26, 2, 21, 5, 17],
  [34, 3, 28, 7, 23],
  [56, 5, 46, 12, 38],
  [24, 2, 20, 5, 16],
  [80, 10, 66, 25, 56],
  [50, 3, 41, 7, 33],
  [13, 2, 10, 5, 9],
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
