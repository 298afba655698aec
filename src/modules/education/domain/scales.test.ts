import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { type Assessed, checkValue, ruleFor, type ScaleRule, type ScaleValue, valueWords } from './scales.js';

const rule = (changes: Partial<ScaleRule>): ScaleRule => ({ fromYear: 2020, toYear: null, fromGrade: 4, toGrade: 12, subjectId: null, record: 'mark', period: 'any', scale: 'TEN', ...changes });
const RULES = [rule({}), rule({ fromGrade: 1, toGrade: 3, record: 'outcome', scale: 'STAP' }), rule({ fromGrade: 9, period: 'EXAM', scale: 'PERCENT' })];

const value = (scale: string, written: string, position: number, isAssessment = true): ScaleValue => ({ scale, value: written, position, points: null, passes: null, isAssessment, nameLv: '', nameEn: '' });
const scaleOf = (scale: string, written: readonly string[]) => [...written.map((one, at) => value(scale, one, at)), value(scale, 'nv', 900, false), value(scale, 'atb', 901, false)];
const VALUES = [...scaleOf('TEN', Array.from({ length: 10 }, (_, at) => `${at + 1}`)), ...scaleOf('STAP', [...'STAP']), ...scaleOf('PERCENT', Array.from({ length: 101 }, (_, at) => `${at}`))];

const assessed = (changes: Partial<Assessed>): Assessed => ({ year: 2025, grade: 5, subjectId: 1, period: 'YEAR', record: 'mark', ...changes });
const may = (written: string, changes: Partial<Assessed>) => checkValue(RULES, VALUES, assessed(changes), written).ok;

describe('what may be written', () => {
  test('a mark in grade 3 is refused, and the words tell that outcomes are assessed', () => {
    expect(checkValue(RULES, VALUES, assessed({ grade: 3 }), '7')).toEqual({ ok: false, why: expect.objectContaining({ lv: expect.stringContaining('vērtē katru sasniedzamo rezultātu') }) });
    expect(may('A', { grade: 3, record: 'outcome' })).toBe(true);
    expect(may('7', { grade: 3, record: 'outcome' })).toBe(false);
  });

  test.each(['S', 'T', 'A', 'P', '0', '11', '7.5', '7.', 'atb..', '-1', '', 'i'])('"%s" in grade 7 is refused and the possible values are told', (written) => {
    expect(checkValue(RULES, VALUES, assessed({ grade: 7 }), written)).toEqual({ ok: false, why: expect.objectContaining({ lv: expect.stringContaining('1–10, nv, atb') }) });
  });

  test('marks 1 to 10 in grades 4 to 12, and only those', () => {
    fc.assert(fc.property(fc.integer({ min: -20, max: 200 }), fc.integer({ min: 4, max: 12 }), (n, grade) => {
      expect(may(`${n}`, { grade })).toBe(n >= 1 && n <= 10);
    }));
  });

  test('nv and atb stand on every scale and are no assessments', () => {
    for (const place of [assessed({}), assessed({ grade: 2, record: 'outcome' }), assessed({ grade: 9, period: 'EXAM' })]) {
      for (const written of ['nv', 'atb', 'NV', 'atb.', ' Nv. ']) expect(checkValue(RULES, VALUES, place, written)).toMatchObject({ ok: true, value: { isAssessment: false } });
    }
  });

  test('an examination of grade 9 is in per cent', () => {
    expect([may('100', { grade: 9, period: 'EXAM' }), may('101', { grade: 9, period: 'EXAM' }), may('100', { grade: 9 })]).toEqual([true, false, false]);
  });

  test('a year without a rule has no scale', () => {
    expect(may('7', { year: 2019 })).toBe(false);
  });
});

test('a rule of the subject goes before one of the period, and both before a general one', () => {
  const rules = [rule({}), rule({ period: 'EXAM', scale: 'PERCENT' }), rule({ subjectId: 1, scale: 'PASS' })];
  expect([ruleFor(rules, assessed({ period: 'EXAM' }))?.scale, ruleFor(rules, assessed({ period: 'EXAM', subjectId: 2 }))?.scale, ruleFor(rules, assessed({ subjectId: 2 }))?.scale]).toEqual(['PASS', 'PERCENT', 'TEN']);
});

test('values are told as a range and what stands beside it', () => {
  expect(valueWords(VALUES.filter(({ scale }) => scale === 'PERCENT'))).toBe('0–100, nv, atb');
  expect(valueWords(VALUES.filter(({ scale }) => scale === 'STAP'))).toBe('S, T, A, P, nv, atb');
});
