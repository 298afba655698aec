import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isoDate } from '#kernel/iso-date.js';
import { same } from '#kernel/text.js';
import type { ParameterFamily } from '#kernel/parameter.js';
import { afterChange, afterTakingBack, firstContradiction, type Held, holdsOn, valuesOn } from './timeline.js';

type Name = 'small' | 'great';
const FAMILY: ParameterFamily<Name> = {
  of: { small: { ...same('small'), unit: 'days', least: 0, most: 100 }, great: { ...same('great'), unit: 'days', least: 0, most: 100 } },
  law: false,
  contradiction: (_, { small, great }) => (small[0]! > great[0]! ? same('small is greater') : undefined),
};
const START = isoDate('2026-01-01');
const FIRST: Held<Name>[] = [{ name: 'small', numbers: [10], validFrom: START, validTo: null }, { name: 'great', numbers: [90], validFrom: START, validTo: null }];
const changes = fc.array(fc.record({ name: fc.constantFrom<Name>('small', 'great'), numbers: fc.tuple(fc.integer({ min: 0, max: 100 })), day: fc.integer({ min: 1, max: 60 }) }), { maxLength: 8 });
const made = (all: readonly { name: Name; numbers: [number]; day: number }[]) => all.reduce<Held<Name>[]>((held, { day, ...one }) => afterChange(held, { ...one, validFrom: addDays(START, day) }), FIRST);

test('whatever is changed, each parameter has one value on each day, and the last change holds from its day for good', () => {
  fc.assert(
    fc.property(changes, (all) => {
      const held = made(all);
      const days = Array.from({ length: 62 }, (_, n) => addDays(START, n));
      expect(days.filter((on) => ['small', 'great'].some((name) => held.filter((one) => one.name === name && holdsOn(one, on)).length !== 1))).toEqual([]);
      const last = all.at(-1);
      if (last) expect(valuesOn(FAMILY, held, addDays(START, last.day + 500))[last.name]).toEqual(last.numbers);
    }),
  );
});

test('a change that is taken back leaves all days as they were, where nothing was planned after it', () => {
  fc.assert(
    fc.property(changes, fc.integer({ min: 61, max: 90 }), (all, day) => {
      const before = made(all);
      const after = afterChange(before, { name: 'small', numbers: [55], validFrom: addDays(START, day) });
      const back = afterTakingBack(after, after.at(-1)!);
      const all100 = (held: readonly Held<Name>[]) => Array.from({ length: 101 }, (_, n) => valuesOn(FAMILY, held, addDays(START, n)));
      expect(all100(back)).toEqual(all100(before));
    }),
  );
});

test('a contradiction is found on any day to come, not on the change’s own alone', () => {
  const planned = afterChange(FIRST, { name: 'great', numbers: [20], validFrom: isoDate('2026-03-01') });
  const wanted = afterChange(planned, { name: 'small', numbers: [30], validFrom: isoDate('2026-02-01') });
  expect(firstContradiction(FAMILY, wanted, 'small', isoDate('2026-02-01'))).toEqual({ day: '2026-03-01', why: same('small is greater') });
  expect(firstContradiction(FAMILY, planned, 'great', isoDate('2026-03-01'))).toBeUndefined();
});

test('a stored number out of its range counts as the nearest in it', () => {
  expect(valuesOn(FAMILY, [{ ...FIRST[0]!, numbers: [5_000] }], START)).toEqual({ small: [100], great: [] });
});
