import { expect, test } from 'vitest';
import { type IsoDate, isoDate } from '#kernel/iso-date.js';
import { fitInto, rowOn } from './history.js';

const row = (from: string, to: string | null) => ({ validFrom: isoDate(from), validTo: to as IsoDate | null });
const rows = [row('2010-09-01', '2015-09-01'), row('2015-09-01', null)];

test('a row holds on its first day and no longer on its last bound', () => {
  expect(rowOn(rows, isoDate('2015-08-31'))).toBe(rows[0]);
  expect(rowOn(rows, isoDate('2015-09-01'))).toBe(rows[1]);
  expect(rowOn(rows, isoDate('2010-08-31'))).toBeUndefined();
});

test('a new row ends the open one and stays open', () => {
  expect(fitInto(rows, isoDate('2020-01-01'))).toEqual({ ends: rows[1], validTo: null });
});

test('a new row within an earlier one lasts until that one ended', () => {
  expect(fitInto(rows, isoDate('2012-01-01'))).toEqual({ ends: rows[0], validTo: '2015-09-01' });
});

test('a new row before all others lasts until the first begins', () => {
  expect(fitInto(rows, isoDate('2009-07-01'))).toEqual({ ends: null, validTo: '2010-09-01' });
});

test('nothing fits where a row begins on the same day', () => {
  expect(fitInto(rows, isoDate('2015-09-01'))).toBeNull();
});
