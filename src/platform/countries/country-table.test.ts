import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCountryTable, OWN_COUNTRY_TABLE } from './country-table.js';

const table = openCountryTable(OWN_COUNTRY_TABLE);

test.each([
  ['an IPv4 address', '85.254.196.1', 'LV'],
  ['one of Lithuania', '193.219.1.1', 'LT'],
  ['one of Estonia', '90.190.1.1', 'EE'],
  ['one beyond the Baltic states', '8.8.8.8', 'US'],
  ['an IPv6 address', '2a03:ec00::1', 'LV'],
  ['an IPv6 address in capitals', '2A03:EC00::1', 'LV'],
  ['an IPv4 address written as IPv6', '::ffff:85.254.196.1', 'LV'],
  ['the same in figures', '::ffff:55fe:c401', 'LV'],
  ['the same in full', '0:0:0:0:0:ffff:85.254.196.1', 'LV'],
  ['one from elsewhere written as IPv6', '::ffff:8.8.8.8', 'US'],
  ['a private network', '10.0.0.1', null],
  ['this machine', '127.0.0.1', null],
  ['this machine by IPv6', '::1', null],
  ['an address with a zone', 'fe80::1%eth0', null],
  ['what is no address', 'riga', null],
  ['nothing', '', null],
])('%s is of the country that the table says', (_, address, country) => {
  expect(table.countryOf(address)).toBe(country);
});

test('a table says of which day it is', () => {
  expect(table).toMatchObject({ asOf: '2026-06-17', kind: 'country ipvAll' });
});

test('a table without IPv6, and a file that is no table, are refused by name', () => {
  expect(() => openCountryTable(OWN_COUNTRY_TABLE.replace('country.mmdb', 'country-ipv4.mmdb'))).toThrow('iptoasn-country-ipv4.mmdb does not know IPv6 addresses');
  const folder = mkdtempSync(join(tmpdir(), 'vienkopus-countries-'));
  try {
    writeFileSync(join(folder, 'wrong.mmdb'), 'no table at all');
    expect(() => openCountryTable(join(folder, 'wrong.mmdb'))).toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
