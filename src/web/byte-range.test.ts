import { expect, test } from 'vitest';
import { rangeOf } from './byte-range.js';

test.each([
  ['bytes=0-499', { start: 0, end: 499 }],
  ['bytes=500-', { start: 500, end: 999 }],
  ['bytes=500-5000', { start: 500, end: 999 }],
  ['bytes=-200', { start: 800, end: 999 }],
  ['bytes=-5000', { start: 0, end: 999 }],
  ['bytes=1000-', 'beyond'],
  ['bytes=-0', 'beyond'],
  ['bytes=500-400', null],
  ['bytes=0-1,5-6', null],
  ['lines=0-1', null],
  ['bytes=-', null],
  [undefined, null],
])('of a thousand bytes %s is %j', (header, range) => expect(rangeOf(header, 1_000)).toEqual(range));

test('of an empty file no part can be had', () => expect([rangeOf('bytes=0-', 0), rangeOf('bytes=-5', 0)]).toEqual(['beyond', 'beyond']));
