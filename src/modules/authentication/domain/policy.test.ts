import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isoDate } from '#kernel/iso-date.js';
import { FACTORS } from './factors.js';
import { decide, NO_POLICY, type Policy, secondFactorFrom, type SignInCase, STAGES, stageOn } from './policy.js';

const FIRST = isoDate('2026-01-01');
const LATER = isoDate('2030-01-01');
const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays(FIRST, n));
const policy = fc
  .tuple(fc.option(day), fc.option(day), fc.option(day), fc.subarray([...FACTORS], { minLength: 1 }))
  .map(([a, b, c, allowed]): Policy => {
    const [administratorsFrom = null, secondFactorFrom = null, passwordsEndOn = null] = [a, b, c].filter((one) => one !== null).sort();
    return { ...NO_POLICY, administratorsFrom, secondFactorFrom, passwordsEndOn, allowed };
  });
const level = fc.constantFrom('low' as const, 'substantial' as const, 'high' as const);
const signInCase = fc.record({ factor: fc.constantFrom(...FACTORS), level, policy, stage: fc.constantFrom(...STAGES), excepted: fc.boolean(), administrator: fc.boolean(), secondFactors: fc.subarray(['code' as const, 'passkey' as const]), fromInnerNetwork: fc.boolean() });

test('a municipality never goes back as days go by', () => {
  fc.assert(fc.property(policy, day, day, day, (one, national, a, b) => {
    const [early, late] = [a, b].sort() as [typeof a, typeof b];
    expect(STAGES.indexOf(stageOn(one, national, late, false))).toBeGreaterThanOrEqual(STAGES.indexOf(stageOn(one, national, early, false)));
  }));
});

test('passwords never end by the calendar alone: only when the gate has let them', () => {
  fc.assert(fc.property(policy, day, day, (one, national, on) => {
    expect(stageOn(one, national, on, false)).not.toBe('password-off');
    expect(stageOn(one, national, on, true)).toBe('password-off');
  }));
});

test('from the country’s day on two factors are needed everywhere, whatever a municipality has set or not', () => {
  fc.assert(fc.property(policy, day, fc.nat(700), (one, national, days) => {
    expect(secondFactorFrom(one, national) <= national).toBe(true);
    expect(stageOn(one, national, addDays(national, days), false)).toBe('required');
    expect(stageOn(NO_POLICY, national, addDays(national, -1 - days), false)).toBe('optional');
  }));
});

test('on the day from which a second factor is needed it is, and on the eve it is not', () => {
  fc.assert(fc.property(day, (on) => {
    const one = { ...NO_POLICY, secondFactorFrom: on };
    expect([stageOn(one, LATER, addDays(on, -1), false), stageOn(one, LATER, on, false)]).toEqual(['encouraged', 'required']);
  }));
});

test('where passwords have ended nobody enters by one who is not excepted', () => {
  fc.assert(fc.property(signInCase, (one) => {
    fc.pre(!one.excepted);
    expect(decide({ ...one, factor: 'password', level: 'low', stage: 'password-off' })).toBe('password-ended');
  }));
});

test('what is not allowed does not open, whatever else is true, but for the excepted', () => {
  fc.assert(fc.property(signInCase, (one) => {
    fc.pre(!one.excepted && !one.policy.allowed.includes(one.factor));
    expect(['factor-not-allowed', 'password-ended']).toContain(decide(one));
  }));
});

test('a single factor opens only where two are not demanded, and whoever has a second one is asked for it', () => {
  const demands = (one: SignInCase) => ['required', 'password-off'].includes(one.stage) || (one.stage === 'required-for-administrators' && one.administrator) || (one.policy.innerNetworks.length > 0 && !one.fromInnerNetwork);
  fc.assert(fc.property(signInCase, (one) => {
    fc.pre(one.level === 'low');
    const decision = decide(one);
    if (decision === 'open') expect(one.secondFactors.length > 0 || (demands(one) && !one.excepted)).toBe(false);
    if (decision === 'enrolment') expect(demands(one) && one.secondFactors.length === 0 && !one.excepted).toBe(true);
    if (decision === 'second-factor') expect(one.secondFactors.some((second) => one.excepted || one.policy.allowed.includes(second))).toBe(true);
    if (decision === 'second-not-allowed') expect(one.secondFactors.some((second) => one.policy.allowed.includes(second))).toBe(false);
  }));
});

test('two factors are never asked for a third', () => {
  fc.assert(fc.property(signInCase, (one) => {
    fc.pre(one.level !== 'low');
    expect(['open', 'factor-not-allowed', 'password-ended']).toContain(decide(one));
  }));
});
