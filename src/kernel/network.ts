import { BlockList, isIP } from 'node:net';
import type { Text } from './text.js';

/** Whether words are a network in CIDR form (`192.0.2.0/24`, `2001:db8::/48`); the host part must be empty, as PostgreSQL's `cidr` wants it. IPv4 within IPv6, and a zone, are none. */
export function isNetwork(words: string): boolean {
  const [address = '', length = '', more] = words.split('/');
  if (more !== undefined || !/^\d{1,3}$/.test(length)) return false;
  const kind = isIP(address);
  if (kind === 0 || Number(length) > (kind === 6 ? 128 : 32)) return false;
  if (kind === 6 && (/[.%]/.test(address) || bitsOf(address) >> 32n === 0xffffn)) return false;
  return bitsOf(address) % (1n << BigInt((kind === 6 ? 128 : 32) - Number(length))) === 0n;
}

function bitsOf(address: string): bigint {
  if (!address.includes(':')) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const [left = [], right = []] = address.split('::').map((side) => side.split(':').filter(Boolean));
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

/** Whether an address lies in one of the networks; of none nobody is inside. An IPv4 address may come mapped into IPv6. */
export function isInside(address: string, networks: readonly string[]): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  const kind = isIP(plain);
  if (kind === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [start = '', length = ''] = network.split('/');
    list.addSubnet(start, Number(length), isIP(start) === 6 ? 'ipv6' : 'ipv4');
  }
  return list.check(plain, kind === 6 ? 'ipv6' : 'ipv4');
}

/** What stands for one household or office: an IPv4 address itself, of IPv6 the first 64 bits (RFC 6177 gives no one less). */
export function householdOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIP(plain) === 6 && !plain.includes('.') ? `${(bitsOf(plain) >> 64n).toString(16)}/64` : plain;
}

export const BAD_NETWORK: Text = {
  lv: 'Katru tīklu rakstiet ar tā pirmo adresi un prefiksa garumu: 192.0.2.0/24, nevis 192.0.2.7/24; vai 2001:db8::/48.',
  en: 'Write each network by its first address and the length of its prefix: 192.0.2.0/24, not 192.0.2.7/24; or 2001:db8::/48.',
};
