import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextTurn, placesBefore, type Pace } from './turns.js';

const PACE: Pace = { perSecond: 10, atOnce: 3 };

/** The turns of those who come at these instants, in order. */
function turns(arrivals: readonly number[], pace: Pace): number[] {
  let nextFree = 0;
  return arrivals.map((now) => {
    const turn = nextTurn(nextFree, now, pace);
    nextFree = turn.nextFree;
    return turn.turnAt;
  });
}

test('as many as may come at once are let in, and then one each tenth of a second', () => {
  expect(turns([5000, 5000, 5000, 5000, 5000, 5001], PACE)).toEqual([5000, 5000, 5000, 5100, 5200, 5300]);
});

test('after a quiet while as many may come at once again', () => {
  expect(turns([5000, 5000, 5000, 5000, 9000, 9000, 9000, 9000], PACE).slice(4)).toEqual([9000, 9000, 9000, 9100]);
});

const arriving = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 }).map((pauses) => pauses.reduce<number[]>((all, pause) => [...all, (all.at(-1) ?? 0) + pause], []));
const anyPace = fc.record({ perSecond: fc.integer({ min: 1, max: 50 }), atOnce: fc.integer({ min: 1, max: 20 }) });

test('nobody is let in before they came, nor before someone who came earlier', () => {
  fc.assert(
    fc.property(arriving, anyPace, (arrivals, pace) => {
      const given = turns(arrivals, pace);
      expect(given.every((turn, at) => turn >= arrivals[at]! && turn >= (given[at - 1] ?? 0))).toBe(true);
    }),
  );
});

test('in no stretch of time more are let in than the pace allows', () => {
  fc.assert(
    fc.property(arriving, anyPace, (arrivals, pace) => {
      const given = turns(arrivals, pace);
      for (let from = 0; from < given.length; from += 1) {
        for (let to = from; to < given.length; to += 1) {
          const allowed = pace.atOnce + ((given[to]! - given[from]!) * pace.perSecond) / 1000;
          expect(to - from + 1).toBeLessThanOrEqual(allowed + 1e-6);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a place says how many stand before it', () => {
  expect([5000, 5050, 5100, 5101, 6000].map((turnAt) => placesBefore(turnAt, 5000, PACE))).toEqual([0, 0, 0, 1, 9]);
});
