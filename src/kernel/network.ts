import { BlockList, isIP } from 'node:net';
import type { Text } from './text.js';

/** Whether words are a network in CIDR form (`192.0.2.0/24`, `2001:db8::/48`); of IPv4 the host part must be empty, as PostgreSQL's `cidr` wants it. */
export function isNetwork(words: string): boolean {
  const [address = '', length = '', more] = words.split('/');
  if (more !== undefined || !/^\d{1,3}$/.test(length)) return false;
  if (isIP(address) === 6) return Number(length) <= 128;
  if (isIP(address) !== 4 || Number(length) > 32) return false;
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return number % 2 ** (32 - Number(length)) === 0;
}

/** Whether an address lies in one of the networks; of none nobody is inside. An IPv4 address may come mapped into IPv6. */
export function isInside(address: string, networks: readonly string[]): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const kind = isIP(plain);
  if (kind === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [start = '', length = ''] = network.split('/');
    list.addSubnet(start, Number(length), isIP(start) === 6 ? 'ipv6' : 'ipv4');
  }
  return list.check(plain, kind === 6 ? 'ipv6' : 'ipv4');
}

export const BAD_NETWORK: Text = {
  lv: 'Katru tīklu rakstiet ar tā pirmo adresi un prefiksa garumu: 192.0.2.0/24, nevis 192.0.2.7/24; vai 2001:db8::/48.',
  en: 'Write each network by its first address and the length of its prefix: 192.0.2.0/24, not 192.0.2.7/24; or 2001:db8::/48.',
};
