import { expect, test } from 'vitest';
import { decide, type Held, type Typed } from './grid-decision.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));
const held = (more: Partial<Held> = {}): Held => ({ value: '8', state: 'confirmed', enteredAt: at(0), enteredBy: 'other', sourceRecord: '', ...more });
const typed = (value: string, more: Partial<Typed> = {}): Typed => ({ value, seenAt: at(5), overrule: false, sourceRecord: 'grid:1', ...more });
const teacher = { id: 'me', mayCorrect: false, hasReason: false };
const secretary = { id: 'me', mayCorrect: true, hasReason: false };

test('an empty cell is written, and nothing into nothing is nothing', () => {
  expect(decide(undefined, typed('7'), teacher)).toBe('write');
  expect(decide(undefined, typed(''), teacher)).toBe('nothing');
  expect(decide(held({ state: 'withdrawn' }), typed('8'), teacher)).toBe('write');
});

test('the same value again and the same change again do nothing', () => {
  expect(decide(held(), typed('8'), teacher)).toBe('nothing');
  expect(decide(held({ value: '9', sourceRecord: 'grid:1' }), typed('7'), teacher)).toBe('nothing');
});

test('what somebody else entered since is not overwritten', () => {
  expect(decide(held({ enteredAt: at(6) }), typed('7'), { ...secretary, hasReason: true })).toBe('clash');
  expect(decide(held({ enteredAt: at(6) }), typed('7', { overrule: true }), { ...secretary, hasReason: true })).toBe('write');
});

test('another’s value that was seen is corrected with the right and a reason', () => {
  expect(decide(held(), typed('7'), teacher)).toBe('not-yours');
  expect(decide(held(), typed('7'), secretary)).toBe('needs-reason');
  expect(decide(held(), typed('7'), { ...secretary, hasReason: true })).toBe('write');
  expect(decide(held(), typed(''), { ...secretary, hasReason: true })).toBe('withdraw');
});

test('one’s own slip needs no reason, and a draft is nobody’s', () => {
  expect(decide(held({ enteredBy: 'me', enteredAt: at(9) }), typed('7'), teacher)).toBe('write');
  expect(decide(held({ enteredBy: 'me' }), typed(''), teacher)).toBe('withdraw');
  expect(decide(held({ state: 'draft' }), typed('7'), teacher)).toBe('write');
});
