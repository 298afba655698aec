import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import { Forbidden } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { Installation } from '#platform/actions/installation.js';
import { type CountryTable, openCountryTable, OWN_COUNTRY_TABLE } from '#platform/countries/country-table.js';
import { openOn } from '../store/openings.js';
import { ELSEWHERE } from '../texts.js';
import { keptFor } from './kept-for.js';

/** Where a request came from, as `senderAddressOf` says. */
export const SenderInput = z.object({ address: z.string().nullable(), hidden: z.boolean() });
export type Sender = z.infer<typeof SenderInput>;

const tables = new WeakMap<Installation, CountryTable>();

/** The table of countries of an installation, read once. @throws Error where `COUNTRY_TABLE` names no such table */
export function countryTableOf(installation: Installation): CountryTable {
  const named = installation.outside['COUNTRY_TABLE'];
  const table = tables.get(installation) ?? (typeof named === 'string' ? namedTable(named) : openCountryTable(OWN_COUNTRY_TABLE));
  tables.set(installation, table);
  return table;
}

function namedTable(file: string): CountryTable {
  try {
    return openCountryTable(file);
  } catch (error) {
    throw new Error(`wrong settings:\n  COUNTRY_TABLE: ${file} cannot be read as a table of countries (MaxMind DB format, IPv4 and IPv6)`, { cause: error });
  }
}

/** What is open today; a change is in force everywhere within ten seconds. */
export const openingsNow = keptFor(10_000, async ({ tx, today }) => {
  const rows = await openOn(tx, today);
  const networks = new BlockList();
  for (const { network } of rows) {
    const [address = '', length = ''] = (network ?? '').split('/');
    if (isIP(address) !== 0) networks.addSubnet(address, Number(length), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return { countries: rows.flatMap(({ country }) => country ?? []), networks };
});

/** Whether personal pages open where a request came from, and by what. */
export type Standing = { readonly open: true; readonly by: 'country' | 'network'; readonly country: string | null } | { readonly open: false; readonly country: string | null };

/** This very machine. Where real people's data is, a sender from here is a proxy that the program was not told of. */
const THIS_MACHINE = new BlockList();
THIS_MACHINE.addSubnet('127.0.0.0', 8, 'ipv4');
THIS_MACHINE.addAddress('::1', 'ipv6');
const isWithin = (networks: BlockList, address: string): boolean => networks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whether an opening of this very machine counts: for trying things out alone. */
export const opensThisMachine = ({ production }: Installation): boolean => !production;
export const isThisMachine = (network: string): boolean => isWithin(THIS_MACHINE, network.split('/')[0]!);

/** Judges an address. What is not known is closed: an address of no country, one behind a proxy that the settings do not name, and in production this very machine. */
export async function standingOf(context: Pick<ActionContext, 'tx' | 'today' | 'now' | 'installation'>, { address, hidden }: Sender): Promise<Standing> {
  if (address === null || isIP(address) === 0) return { open: false, country: null };
  const { countries, networks } = await openingsNow(context);
  const country = countryTableOf(context.installation).countryOf(address);
  if (hidden || (isWithin(THIS_MACHINE, address) && !opensThisMachine(context.installation))) return { open: false, country };
  if (isWithin(networks, address)) return { open: true, by: 'network', country };
  return country !== null && countries.includes(country) ? { open: true, by: 'country', country } : { open: false, country };
}

/** Personal pages do not open from where this request came. */
export class OpenedElsewhere extends Forbidden {
  readonly whence: Whence;
  constructor(whence: Whence) {
    super('not-from-here', ELSEWHERE);
    this.whence = whence;
  }
}

/** What someone is told whom the portal does not open for. */
export interface Whence {
  /** By the table; null when it is not known. */
  readonly country: string | null;
  readonly openCountries: readonly string[];
  readonly tableOf: IsoDate;
}

/** @throws OpenedElsewhere */
export async function refuseElsewhere(context: Pick<ActionContext, 'tx' | 'today' | 'now' | 'installation'>, sender: Sender): Promise<void> {
  const standing = await standingOf(context, sender);
  if (standing.open) return;
  const { countries } = await openingsNow(context);
  throw new OpenedElsewhere({ country: standing.country, openCountries: countries, tableOf: countryTableOf(context.installation).asOf });
}
