import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isoDate } from '#kernel/iso-date.js';
import { FACTORS, OTHER_THAN_PASSWORD } from './factors.js';
import { decide, NO_POLICY, type Policy, type SignInCase, stageOn } from './policy.js';
import { strictest } from './strictest.js';

const DAY = isoDate('2027-07-01');
const NATIONAL = isoDate('2028-01-01');
const day = fc.option(fc.integer({ min: -200, max: 400 }).map((days) => addDays(DAY, days)));
const policy: fc.Arbitrary<Policy> = fc.record({
  allowed: fc.subarray([...FACTORS], { minLength: 1 }), administratorsFrom: day, secondFactorFrom: day, passwordsEndOn: fc.constant(null),
  innerNetworks: fc.constantFrom([], ['192.0.2.0/24'], ['198.51.100.0/24']), idleMinutes: fc.option(fc.integer({ min: 5, max: 720 })), absoluteMinutes: fc.constant(null),
});
const ORDER = ['open', 'second-factor', 'enrolment', 'second-not-allowed', 'factor-not-allowed', 'password-ended'] as const;

test('nobody gets in by it more easily than by any of the policies it was made of', () => {
  fc.assert(
    fc.property(
      fc.array(policy, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 300 }),
      fc.record({ factor: fc.constantFrom(...FACTORS), level: fc.constantFrom('low' as const, 'substantial' as const), administrator: fc.boolean(), secondFactors: fc.subarray(['code' as const, 'passkey' as const]), fromInnerNetwork: fc.boolean() }),
      (policies, later, who) => {
        const on = addDays(DAY, later);
        const decided = (one: Policy) => ORDER.indexOf(decide({ ...who, policy: one, stage: stageOn(one, NATIONAL, on, false), excepted: false } as SignInCase));
        const all = strictest(policies, DAY);
        const sharedNone = !FACTORS.some((factor) => policies.every(({ allowed }) => allowed.includes(factor)));
        for (const one of policies) if (!sharedNone) expect(decided(all)).toBeGreaterThanOrEqual(decided(one));
        expect(all.allowed.length).toBeGreaterThan(0);
        if (sharedNone) expect(all.allowed).toEqual(OTHER_THAN_PASSWORD);
      },
    ),
  );
});

test('of one policy it is that policy, and the shortest session holds', () => {
  expect(strictest([NO_POLICY], DAY)).toEqual(NO_POLICY);
  expect(strictest([{ ...NO_POLICY, idleMinutes: 60 }, { ...NO_POLICY, idleMinutes: 20, absoluteMinutes: 300 }], DAY)).toMatchObject({ idleMinutes: 20, absoluteMinutes: 300 });
});
