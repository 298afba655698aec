import { expect, test } from 'vitest';
import { gradedValue, markValueOf } from './mark-value.js';

const of = (row: Record<string, string>, scale = '') => markValueOf((column) => row[column] ?? '', scale);

test.each([
  [{ scoreStatus: 'exempt', score: '5' }, { value: 'atb' }],
  [{ scoreStatus: 'not submitted' }, { value: 'nv' }],
  [{ scoreStatus: 'submitted', score: '5' }, { none: 'not-graded' }],
  [{ scoreStatus: 'partially graded' }, { none: 'not-graded' }],
  [{ scoreStatus: 'fully graded', score: '9.0' }, { value: '9' }],
  [{ scoreStatus: 'fully graded', score: '8.5' }, { value: '8.5' }],
  [{ scoreStatus: 'fully graded', textScore: 'a' }, { value: 'A' }],
  [{ scoreStatus: 'fully graded', textScore: 'NI' }, { value: 'ni' }],
  [{ scoreStatus: 'fully graded', score: '9', textScore: 'izcili' }, { value: '9' }],
  [{ scoreStatus: 'fully graded' }, { none: 'no-value' }],
])('%o', (row, expected) => expect(of(row)).toEqual(expected));

test('a number is a letter where its scale says so, whichever side the letter stands on', () => {
  expect(gradedValue('3', '', '{S:1},{T:2},{A:3},{P:4}')).toEqual({ value: 'A' });
  expect(gradedValue('4.0', '', '{1:S},{2:T},{3:A},{4:P}')).toEqual({ value: 'P' });
  expect(gradedValue('9', '', '{10:izcili},{9:teicami}')).toEqual({ value: '9' });
});
