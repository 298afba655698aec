import { AndFilter, type Entry, EqualityFilter, ExtensibleFilter, type Filter, OrFilter } from 'ldapts';
import { type PersonCode, parsePersonCode } from '#kernel/person-code.js';
import type { DirectoryConnection } from './connection.js';
import { DirectoryUnavailable, type OpenDirectory } from './directory.js';
import { guidBytes, guidText } from './guid.js';

/** A person's account as the directory has it. */
export interface DirectoryAccount {
  /** `objectGUID`: stays when the person is renamed or moved. */
  readonly id: string;
  readonly dn: string;
  readonly name: string | null;
  readonly personCode: PersonCode | null;
  readonly disabled: boolean;
  /** From when the account is of no use; null: never. */
  readonly endsAt: Date | null;
  readonly primaryGroup: Buffer;
}

export interface DirectoryGroup {
  readonly id: string;
  readonly dn: string;
  /** `sAMAccountName`, unique in the domain. */
  readonly account: string;
}

/** Accounts with exactly this user name: `janis.berzins`, `janis.berzins@pasv.lv` or `PASV\janis.berzins`. */
export function findByLogin(directory: OpenDirectory, login: string): Promise<DirectoryAccount[]> {
  const { upnSuffixes } = directory.connection;
  const name = login.slice(login.indexOf('\\') + 1).trim();
  const [local = '', suffix] = name.split('@');
  if (local === '' || name.length > 256 || name.split('@').length > 2) return Promise.resolve([]);
  if (suffix === undefined) return accounts(directory, new OrFilter({ filters: [accountNamed(local), ...upnSuffixes.map((ending) => equal('userPrincipalName', `${local}@${ending}`))] }));
  if (upnSuffixes.length > 0 && !upnSuffixes.some((ending) => same(ending, suffix))) return Promise.resolve([]);
  return findByUserName(directory, local, suffix);
}

/**
 * Accounts to which `local@suffix` may point: by their user name, or by their short name where the suffix is the domain's own.
 * A ticket can carry either, so whoever gets two must refuse (CVE-2020-25719).
 */
export function findByUserName(directory: OpenDirectory, local: string, suffix: string): Promise<DirectoryAccount[]> {
  const byName = equal('userPrincipalName', `${local}@${suffix}`);
  return accounts(directory, same(suffix, domainOf(directory.connection)) ? new OrFilter({ filters: [byName, accountNamed(local)] }) : byName);
}

export async function findById(directory: OpenDirectory, id: string): Promise<DirectoryAccount | undefined> {
  const bytes = guidBytes(id);
  return bytes ? (await accounts(directory, equal('objectGUID', bytes)))[0] : undefined;
}

/** Groups of which the account is a member, itself or through other groups (LDAP_MATCHING_RULE_IN_CHAIN), and its primary group. */
export async function listGroups({ client, connection }: OpenDirectory, { dn, primaryGroup }: DirectoryAccount): Promise<DirectoryGroup[]> {
  const inChain = new ExtensibleFilter({ matchType: 'member', rule: '1.2.840.113556.1.4.1941', value: dn });
  const filter = new AndFilter({ filters: [equal('objectCategory', 'group'), new OrFilter({ filters: [inChain, equal('objectSid', primaryGroup)] })] });
  const { searchEntries } = await client.search(connection.baseDn, { filter, scope: 'sub', paged: true, attributes: ['objectGUID', 'sAMAccountName'], explicitBufferAttributes: ['objectGUID'] });
  if (!client.isBound) throw new DirectoryUnavailable('unreachable');
  return searchEntries
    .map((entry) => ({ id: guidText(bytesOf(entry, 'objectGUID')), dn: entry.dn, account: wordsOf(entry, 'sAMAccountName') ?? '' }))
    .sort((one, other) => (one.dn < other.dn ? -1 : 1));
}

/** Of the groups that settings name (DN or sAMAccountName) those that the directory does not have below its base. */
export async function listUnknownGroups({ client, connection }: OpenDirectory, named: readonly string[]): Promise<string[]> {
  const unknown: string[] = [];
  for (const name of named) {
    const meant = new OrFilter({ filters: [accountNamed(name), ...(name.includes('=') ? [equal('distinguishedName', name)] : [])] });
    const { searchEntries } = await client.search(connection.baseDn, { filter: new AndFilter({ filters: [equal('objectCategory', 'group'), meant] }), scope: 'sub', attributes: ['1.1'] });
    if (searchEntries.length === 0) unknown.push(name);
  }
  return unknown;
}

/** Whether a setting (DN or sAMAccountName) means this group. */
export const isGroup = ({ dn, account }: DirectoryGroup, setting: string): boolean => same(account, setting) || same(plainDn(dn), plainDn(setting));

const plainDn = (dn: string): string => dn.replace(/\s*([,=])\s*/g, '$1');
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const domainOf = ({ baseDn }: DirectoryConnection): string => [...baseDn.matchAll(/DC=([^,]+)/gi)].map((part) => part[1]!.trim()).join('.');

/** Filters are built, not written: what a person typed is sent as a value and cannot become a condition. */
const equal = (attribute: string, value: string | Buffer): Filter => new EqualityFilter({ attribute, value });
const accountNamed = (name: string): Filter => equal('sAMAccountName', name);

const ATTRIBUTES = ['objectGUID', 'objectSid', 'primaryGroupID', 'displayName', 'userAccountControl', 'accountExpires'];

async function accounts({ client, connection }: OpenDirectory, filter: Filter): Promise<DirectoryAccount[]> {
  const { personCodeAttribute, baseDn } = connection;
  const people = new AndFilter({ filters: [equal('objectCategory', 'person'), equal('objectClass', 'user'), filter] });
  const attributes = personCodeAttribute ? [...ATTRIBUTES, personCodeAttribute] : ATTRIBUTES;
  const { searchEntries } = await client.search(baseDn, { filter: people, scope: 'sub', attributes, explicitBufferAttributes: ['objectGUID', 'objectSid'] });
  // A connection that broke is opened anew by the library, but without the service account: what is not seen then is not gone.
  if (!client.isBound) throw new DirectoryUnavailable('unreachable');
  return searchEntries.map((entry) => accountOf(entry, personCodeAttribute));
}

const DISABLED = 0x2;

function accountOf(entry: Entry, personCodeAttribute: string | null): DirectoryAccount {
  const control = Number(wordsOf(entry, 'userAccountControl') ?? Number.NaN);
  const group = Number(wordsOf(entry, 'primaryGroupID') ?? Number.NaN);
  if (!Number.isInteger(control) || !Number.isInteger(group)) throw new DirectoryUnavailable('cannot-read');
  const primaryGroup = Buffer.from(bytesOf(entry, 'objectSid'));
  primaryGroup.writeUInt32LE(group, primaryGroup.length - 4);
  const code = personCodeAttribute ? wordsOf(entry, personCodeAttribute) : null;
  return {
    id: guidText(bytesOf(entry, 'objectGUID')),
    dn: entry.dn,
    name: wordsOf(entry, 'displayName'),
    personCode: code === null ? null : parsePersonCode(code),
    disabled: (control & DISABLED) !== 0,
    endsAt: endOf(wordsOf(entry, 'accountExpires')),
    primaryGroup,
  };
}

const NEVER = ['0', '9223372036854775807'];
const MS_FROM_1601_TO_1970 = 11_644_473_600_000n;

/** `accountExpires` counts tenths of microseconds since 1601 (MS-ADTS 2.2.6). */
const endOf = (ticks: string | null): Date | null => (ticks === null || NEVER.includes(ticks) ? null : new Date(Number(BigInt(ticks) / 10_000n - MS_FROM_1601_TO_1970)));

/** One value as words; several are as good as none, since nobody says which is meant. */
function wordsOf(entry: Entry, attribute: string): string | null {
  const value = entry[Object.keys(entry).find((key) => same(key, attribute)) ?? attribute];
  return typeof value === 'string' && value !== '' ? value : null;
}

function bytesOf(entry: Entry, attribute: string): Buffer {
  const value = entry[attribute];
  if (!Buffer.isBuffer(value)) throw new DirectoryUnavailable('cannot-read');
  return value;
}
