import { expect, test } from 'vitest';
import { columnCode, columnOf, type GridColumn, recordCode } from './grid-column.js';

const COLUMNS: readonly GridColumn[] = [
  { kind: 'mark', subjectId: 900018, period: 'S1' },
  { kind: 'outcome', outcomeId: 12, period: 'YEAR' },
  { kind: 'absence', part: 'unjustified', period: 'M09' },
];

test('a column’s code leads back to it', () => {
  for (const column of COLUMNS) expect(columnOf(columnCode(column))).toEqual(column);
});

test('anything else is no column', () => {
  for (const code of ['', 'mark', 'mark:x:S1', 'mark:1:M09', 'outcome:1:EXAM', 'absence:both:M09', 'absence:justified:S1', 'mark:1:S1:more', 'mark:-1:S1', '__proto__:1:S1']) expect(columnOf(code), code).toBeUndefined();
});

test('both numbers of an absence are one record', () => {
  expect(recordCode({ kind: 'absence', part: 'justified', period: 'M09' })).toBe(recordCode({ kind: 'absence', part: 'unjustified', period: 'M09' }));
});
