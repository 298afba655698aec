import { expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { exemptionOf, type FactAbout, type MarkOfPart, mayCertify, participationOf, takes, whyNotReplaced } from './entry-facts.js';

const PARTS = [1, 2, 3];
const exempt = (parts: number[] | null): FactAbout => ({ kind: 'exempt', parts });
const marks = (...all: MarkOfPart['mark'][]): MarkOfPart[] => all.map((mark, at) => ({ part: at + 1, mark, hasWork: mark !== 'absent' }));
const REPLACED: FactAbout = { kind: 'replaced', parts: null };

test('an exemption is from all, from some, or from nothing', () => {
  expect([exemptionOf(PARTS, []), exemptionOf(PARTS, [exempt([2])]), exemptionOf(PARTS, [exempt(null)]), exemptionOf(PARTS, [exempt([1, 2, 3])])]).toEqual(['none', 'some', 'all', 'all']);
});

test('taking part is judged by the parts that were due: who is exempt from one and took the others took all', () => {
  expect(participationOf(PARTS, [], marks('present', 'present', 'present'))).toBe('all');
  expect(participationOf(PARTS, [exempt([3])], marks('present', 'present'))).toBe('all');
  expect(participationOf(PARTS, [], marks('present', 'present'))).toBe('some');
  expect(participationOf(PARTS, [], marks('present', 'absent', 'absent'))).toBe('some');
  expect(participationOf(PARTS, [], marks('present', 'partial', 'present'))).toBe('some');
  expect(participationOf(PARTS, [], marks('absent', 'absent', 'absent'))).toBe('none');
  expect(participationOf(PARTS, [], marks('present', 'expelled'))).toBe('expelled');
  expect(participationOf(PARTS, [], [])).toBe('unknown');
});

test('who is wholly exempt or has an international document does not take the exam; who is annulled gets no certificate', () => {
  expect([takes(PARTS, []), takes(PARTS, [exempt([1])]), takes(PARTS, [exempt(null)]), takes(PARTS, [REPLACED])]).toEqual([true, true, false, false]);
  expect([mayCertify([]), mayCertify([REPLACED]), mayCertify([{ kind: 'annulled', parts: null }])]).toEqual([true, false, false]);
});

test('an international document replaces a foreign language alone, from B2 or C1 on, issued by the day and valid on it', () => {
  const day = isoDate('2026-05-20');
  const why = (code: string, level: 'optimal' | 'highest' | 'basic', cefrLevel: 'B1' | 'B2' | 'C1', more: { documentDate?: string; validTo?: string } = {}) =>
    whyNotReplaced({
      exam: { code, level, isLanguage: !code.startsWith('MAT') }, heldOn: day, cefrLevel, documentDate: isoDate(more.documentDate ?? '2025-10-01'), validTo: more.validTo ? isoDate(more.validTo) : null,
    })?.field ?? null;
  expect([why('ANGOL', 'optimal', 'B2'), why('ANGAL', 'highest', 'C1')]).toEqual([null, null]);
  expect([why('ANGOL', 'optimal', 'B1'), why('ANGAL', 'highest', 'B2')]).toEqual(['cefrLevel', 'cefrLevel']);
  expect([why('LATOL', 'optimal', 'C1'), why('MATOL', 'optimal', 'C1'), why('ANG09', 'basic', 'C1')]).toEqual(['ground', 'ground', 'ground']);
  expect(why('ANGOL', 'optimal', 'B2', { documentDate: '2026-05-21' })).toBe('documentDate');
  expect([why('ANGOL', 'optimal', 'B2', { validTo: '2026-05-20' }), why('ANGOL', 'optimal', 'B2', { validTo: '2026-05-21' })]).toEqual(['validTo', null]);
});
