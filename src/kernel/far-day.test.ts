import { expect, test } from 'vitest';
import { refuseBirthLongAgo, refuseFarAhead } from './far-day.js';
import { isoDate } from './iso-date.js';

const TODAY = isoDate('2028-02-29');
const refusal = (work: () => void) => {
  try {
    work();
    return 'taken';
  } catch (error) {
    return (error as { fields: { field: string; message: { lv: string } }[] }).fields.map(({ field, message }) => `${field}: ${message.lv}`).join();
  }
};

test.each([
  ['2038-12-31', 'taken'],
  ['2039-01-01', 'from: Vēlākā diena, ko var ierakstīt, ir 31.12.2038. Pārbaudiet gadu.'],
  ['1800-01-01', 'taken'],
])('a day to come, %s, is %s', (day, expected) => expect(refusal(() => refuseFarAhead('from', isoDate(day), TODAY))).toBe(expected));

test('where no day is given none is too far', () => expect([refusal(() => refuseFarAhead('to', null, TODAY)), refusal(() => refuseFarAhead('to', undefined, TODAY))]).toEqual(['taken', 'taken']));

test.each([
  ['1903-01-01', 'taken'],
  ['1902-12-31', 'bornOn: Diena ir vairāk nekā 125 gadus sena. Pārbaudiet gadu.'],
])('a birth on %s is %s', (day, expected) => expect(refusal(() => refuseBirthLongAgo('bornOn', isoDate(day), TODAY))).toBe(expected));
