import { describe, expect, test } from 'vitest';
import { isoDate } from './iso-date.js';
import { fitCorrection, fitWithdrawal } from './correction.js';

const row = (id: string, from: string, to: string | null) => ({ id, validFrom: isoDate(from), validTo: to === null ? null : isoDate(to) });
const first = row('first', '2010-09-01', '2015-09-01');
const second = row('second', '2015-09-01', '2020-09-01');
const third = row('third', '2020-09-01', null);

describe('in an unbroken history', () => {
  const correct = (wrong: typeof first, from: string, to?: string | null) =>
    fitCorrection({ wrong, rivals: [first, second, third].filter((one) => one !== wrong), from: isoDate(from), to: to ? isoDate(to) : (to as null | undefined), unbroken: true });

  test('the row before ends where the right one begins, earlier or later', () => {
    expect(correct(second, '2014-01-01')).toMatchObject({ validFrom: '2014-01-01', validTo: '2020-09-01', previous: { id: 'first', validTo: '2014-01-01' } });
    expect(correct(second, '2016-01-01')).toMatchObject({ previous: { id: 'first', validTo: '2016-01-01' } });
    expect(correct(second, '2015-09-01')).toMatchObject({ previous: null });
  });

  test('the right day lies between the beginnings of the rows beside it', () => {
    expect(correct(second, '2010-09-01')).toEqual({ field: 'from', problem: 'overlap' });
    expect(correct(second, '2020-09-01')).toEqual({ field: 'from', problem: 'reversed' });
  });

  test('the first row cannot begin later, and no row ends but by the next one', () => {
    expect(correct(first, '2011-01-01')).toEqual({ field: 'from', problem: 'first-day' });
    expect(correct(third, '2020-09-01', '2022-01-01')).toEqual({ field: 'to', problem: 'end-follows' });
  });

  test('what is taken back leaves its days to the row before; the first cannot be taken back', () => {
    expect(fitWithdrawal(second, [first, third], true)).toEqual({ ...first, validTo: '2020-09-01' });
    expect(fitWithdrawal(first, [second, third], true)).toBeUndefined();
  });
});

describe('in any other history', () => {
  const correct = (from: string, to?: string | null) => fitCorrection({ wrong: second, rivals: [first, third], from: isoDate(from), to: to ? isoDate(to) : (to as null | undefined), unbroken: false });

  test('days may be left empty between rows, but not taken twice', () => {
    expect(correct('2016-01-01', '2017-01-01')).toEqual({ validFrom: '2016-01-01', validTo: '2017-01-01', previous: null });
    expect(correct('2015-08-31')).toEqual({ field: 'from', problem: 'overlap' });
    expect(correct('2016-01-01', null)).toEqual({ field: 'from', problem: 'overlap' });
    expect(correct('2016-01-01', '2016-01-01')).toEqual({ field: 'to', problem: 'reversed' });
  });

  test('nothing takes the place of what is taken back', () => {
    expect(fitWithdrawal(second, [first, third], false)).toBeNull();
  });
});
