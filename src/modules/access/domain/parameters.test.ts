import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contradicted, isInRange, PARAMETER_NAMES, type Parameters, PARAMETERS, withinRange } from './parameters.js';

const most = Object.fromEntries(PARAMETER_NAMES.map((name) => [name, PARAMETERS[name].most])) as Parameters;

test('no limit can be set so that nobody gets in: a session lasts minutes, attempts are several', () => {
  expect(isInRange('session-idle-minutes', 0)).toBe(false);
  expect(isInRange('session-idle-minutes', 5)).toBe(true);
  expect(PARAMETER_NAMES.filter((name) => isInRange(name, 0))).toEqual(['directory-check-seconds', 'confirmation-grace-days']);
});

test('whatever is stored, the program follows a value in range, and one in range as it is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PARAMETER_NAMES), fc.integer({ min: 0, max: 100_000 }), (name, value) => {
      expect(isInRange(name, withinRange(name, value))).toBe(true);
      if (isInRange(name, value)) expect(withinRange(name, value)).toBe(value);
    }),
  );
});

test('a session cannot last longer unused than in any case', () => {
  expect(contradicted('session-idle-minutes', 60, { ...most, 'session-absolute-minutes': 45 })).toEqual({ other: 'session-absolute-minutes', atMost: true });
  expect(contradicted('session-absolute-minutes', 45, { ...most, 'session-idle-minutes': 60 })).toEqual({ other: 'session-idle-minutes', atMost: false });
  expect(contradicted('session-idle-minutes', 30, most)).toBeUndefined();
});
