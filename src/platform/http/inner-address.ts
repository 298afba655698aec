import { BlockList, isIP } from 'node:net';
import { plainAddress } from './plain-address.js';

/**
 * How far inside an outward call may lead: `public` addresses alone; also `private` networks, as a municipality's own servers are in;
 * or `anywhere`, for addresses that the operator of the installation sets, never users.
 */
export type Reach = 'public' | 'private' | 'anywhere';

export interface OutwardBounds {
  readonly reach: Reach;
  /** Whether it may lead to this very machine: outside production, where simulators are. */
  readonly loopback?: boolean;
}

const listOf = (v4: readonly string[], v6: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const [nets, family] of [[v4, 'ipv4'], [v6, 'ipv6']] as const) {
    for (const net of nets) {
      const [address = '', length = ''] = net.split('/');
      list.addSubnet(address, Number(length), family);
    }
  }
  return list;
};

const LOOPBACK = listOf(['127.0.0.0/8'], ['::1/128']);

/** Networks of organisations and carriers (RFC 1918, RFC 6598, RFC 4193). */
const PRIVATE = listOf(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'], ['fc00::/7']);

/**
 * What is nobody's server: unspecified, link-local, multicast, reserved, documentation; services that clouds give their machines, which
 * hand out keys; and IPv6 that holds an IPv4 address to be reached through a translator (RFC 6890).
 */
const NEVER = listOf(
  [
    '0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '192.88.99.0/24', '224.0.0.0/4', '240.0.0.0/4', '100.100.100.200/32', '168.63.129.16/32',
  ],
  ['::/128', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', 'fd00:ec2::254/128', 'fe80::/10', 'fec0::/10', 'ff00::/8', '::/96'],
);

/** Whether a call may connect to an IP address; what is no address is refused. */
export function mayConnectTo(address: string, { reach, loopback = false }: OutwardBounds): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  if (reach === 'anywhere') return true;
  const plain = plainAddress(address) ?? address;
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
  if (LOOPBACK.check(plain, family)) return loopback;
  return !NEVER.check(plain, family) && (reach === 'private' || !PRIVATE.check(plain, family));
}

/** Names that stand for a machine within a network, whatever they resolve to (RFC 6761, RFC 6762, RFC 8375). */
const INNER_NAME = /(^|\.)(local|internal|intranet|lan|home|corp|home\.arpa)$/;
const OWN_NAME = /(^|\.)localhost$/;

/**
 * Whether an address that somebody enters may be called as far as it can be told without asking for the name: what the name leads to is
 * judged at each call.
 */
export function mayEnter(address: string, bounds: OutwardBounds): boolean {
  const url = URL.parse(address);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return false;
  const host = url.hostname.replace(/\.$/, '');
  const literal = host.replace(/^\[(.*)\]$/, '$1');
  if (isIP(literal) !== 0) return mayConnectTo(literal, bounds);
  if (OWN_NAME.test(host)) return bounds.loopback === true || bounds.reach === 'anywhere';
  return bounds.reach !== 'public' || (host.includes('.') && !INNER_NAME.test(host));
}
