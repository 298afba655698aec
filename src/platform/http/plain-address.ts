import { isIP } from 'node:net';

/**
 * An IP address as it is judged: without a zone, and an IPv4 address that is written as IPv6 (`::ffff:10.0.0.5`, also in figures) as what
 * it is. Null for what is no address.
 */
export function plainAddress(written: string): string | null {
  const address = written.trim().replace(/%.*$/, '');
  const version = isIP(address);
  if (version !== 6) return version === 4 ? address : null;
  const [, high, low] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(URL.parse(`http://[${address}]/`)?.hostname ?? '') ?? [];
  if (high === undefined || low === undefined) return address.toLowerCase();
  const bits = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16);
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
}
