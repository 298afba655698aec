import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isoDate } from '#kernel/iso-date.js';
import { READINESS } from './readiness.js';
import { openUntil, waitingRequest } from './reopening.js';
import { passwordsEndFor, stepsFor, subjectOf, untilWhen } from './steps.js';

const TODAY = isoDate('2026-11-22');
const days = fc.integer({ min: -400, max: 400 }).map((n) => addDays(TODAY, n));
const here = fc.record({ today: fc.constant(TODAY), ended: fc.boolean(), passwordsEndOn: fc.option(days), twoFactorsFrom: days });
const person = fc.record({ readiness: fc.constantFrom(...READINESS), login: fc.constant('janis'), exceptedUntil: fc.option(days.filter((day) => day > TODAY)) });
const ADVICE = { advised: ['passkey'], recoveryCodes: false } as const;

test('nobody is told to do before a day that has come, nor to sign in by a password that opens nothing', () => {
  fc.assert(fc.property(here, person, (passwords, who) => {
    const end = passwordsEndFor(passwords, who);
    const excepted = who.readiness === 'excepted' || who.readiness === 'exception-ends';
    if (end.kind === 'on') expect(end.day > TODAY).toBe(true);
    if (passwords.ended && !excepted) expect(end.kind).toBe('ended');
    const steps = stepsFor(who, 'https://vienkopus.lv', ADVICE, end).map(({ lv }) => lv).join(' ');
    expect(steps.includes('un paroli') || steps.includes('parole un kods')).toBe(end.kind !== 'ended');
    expect([untilWhen(end).lv.includes('te vairs nevar'), subjectOf(end).lv.startsWith('Ar paroli vairs nevar')]).toEqual([end.kind === 'ended', end.kind === 'ended']);
  }));
});

test('what was opened for a time ends by itself or by a later end, and a request is good for a day', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  const event = (kind: 'ended' | 'reopening-asked' | 'reopened', hours: number, until: Date | null = null) => ({ kind, at: at(hours), reopenedUntil: until });
  const opened = [event('reopened', -1, at(1)), event('reopening-asked', -2), event('ended', -9)];
  expect(openUntil(opened, now)).toEqual(at(1));
  expect([openUntil(opened, at(1)), openUntil([event('ended', 0), ...opened], now), openUntil([], now)]).toEqual([null, null, null]);
  const asked = [event('reopening-asked', -24), event('ended', -30)];
  expect(waitingRequest(asked, now)).toBe(asked[0]);
  expect([waitingRequest(asked, at(0.1)), waitingRequest(opened, now)]).toEqual([undefined, undefined]);
});
