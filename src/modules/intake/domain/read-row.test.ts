import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KINDS } from './arriving.js';
import { readRow } from './read-row.js';

const MARK = { pupil: '450501-10001', subjectId: 1, period: 'S1', value: '7' };
const fieldOf = (kind: (typeof KINDS)[number], row: unknown) => {
  const read = readRow(kind, row);
  return 'unreadable' in read ? read.unreadable[0]!.field : null;
};

test('a row needs what its kind needs, in the form agreed', () => {
  expect(fieldOf('mark', MARK)).toBeNull();
  expect(fieldOf('mark', { ...MARK, value: 7, class: null })).toBeNull();
  expect(readRow('mark', { ...MARK, value: 7 })).toEqual({ row: { ...MARK, value: '7' } });
  expect(fieldOf('mark', { ...MARK, pupil: ' ' })).toBe('pupil');
  expect(fieldOf('mark', { ...MARK, period: 'M09' })).toBe('period');
  expect(fieldOf('outcome', { ...MARK, period: 'EXAM' })).toBe('period');
  expect(fieldOf('mark', { ...MARK, subjectId: undefined })).toBe('subject');
  expect(fieldOf('mark', { ...MARK, subjectId: '1' })).toBe('subjectId');
  expect(fieldOf('mark', { ...MARK, decidedOn: '2026-02-30' })).toBe('decidedOn');
  expect(fieldOf('outcome', { ...MARK, outcome: '' })).toBe('outcome');
  expect(fieldOf('mark', { ...MARK, class: 'x'.repeat(300) })).toBe('class');
  expect(fieldOf('absence', { ...MARK, period: 'M09', justifiedLessons: 1 })).toBe('unjustifiedLessons');
  expect(fieldOf('absence', { ...MARK, period: 'M09', justifiedLessons: -1, unjustifiedLessons: 0 })).toBe('justifiedLessons');
  expect(fieldOf('absence', { ...MARK, period: 'M09', justifiedLessons: 1, unjustifiedLessons: 0 })).toBeNull();
});

test('every field that cannot be read is told, each once', () => {
  const read = readRow('mark', { pupil: 5, class: 'x'.repeat(300), period: 'M09', decidedOn: 20260230, subjectId: '1', value: null });
  expect('unreadable' in read && read.unreadable.map(({ field, found }) => `${field} ${found.slice(0, 8)}`)).toEqual(['pupil 5', 'class xxxxxxxx', 'decidedOn 20260230', 'period M09', 'subjectId 1', 'value ']);
});

test('whatever is sent is either read or said to be unreadable', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), fc.oneof(fc.jsonValue(), fc.record({ pupil: fc.jsonValue(), period: fc.constantFrom('S1', 'M09', 'x'), value: fc.jsonValue(), subject: fc.jsonValue(), decidedOn: fc.jsonValue() })), (kind, sent) => {
      const read = readRow(kind, sent);
      if ('unreadable' in read) expect(read.unreadable.map((one) => one.expected.lv).filter(Boolean)).toHaveLength(new Set(read.unreadable.map(({ field }) => field)).size);
      else expect(typeof read.row.pupil).toBe('string');
    }),
  );
});
