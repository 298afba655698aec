import { expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { unitChoices } from './unit-choices.js';
import type { UnitVersion } from './unit.js';

const version = (atvk: string, unitId: number, name: string, from: string, to: string | null): UnitVersion => ({
  atvk, unitId, name, kind: 'municipality', iso: `LV-${unitId}`, validFrom: isoDate(from), validTo: to === null ? null : isoDate(to),
});

const UNITS = [
  version('0010000', 1, 'Aizkraukles novads', '2009-07-01', '2021-07-01'),
  version('0020000', 1, 'Aizkraukles novads', '2021-07-01', null),
  version('0030000', 2, 'Kokneses novads', '2009-07-01', '2021-07-01'),
  version('0040000', 3, 'Talsu novads', '2009-07-01', null),
];

test('each municipality is offered once, those of today before those that have ended, and the latter with their days', () => {
  expect(unitChoices(UNITS, '', 'lv').options).toEqual([
    { value: '0020000', label: 'Aizkraukles novads' },
    { value: '0040000', label: 'Talsu novads' },
    { value: '0030000', label: 'Kokneses novads (01.07.2009.–30.06.2021.)' },
  ]);
});

test('a recorded code of an earlier version chooses the municipality that bore it', () => {
  expect(unitChoices(UNITS, '0010000', 'lv').value).toBe('0020000');
  expect(unitChoices(UNITS, '9999999', 'lv').value).toBe('9999999');
});

test('the hint says what is meant before the first map', () => {
  expect(unitChoices(UNITS, '', 'lv').hint.lv).toContain('par laiku pirms 01.07.2009. – tā, kurā vieta ir no 01.07.2009.');
});
