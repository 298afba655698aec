import { expect, test } from 'vitest';
import { isInside, isNetwork } from './network.js';

test.each(['192.0.2.0/24', '10.0.0.0/8', '192.0.2.7/32', '0.0.0.0/0', '2001:db8::/48', '2001:db8:0:1::/64', '::1/128', 'fe80::/10', '::/0', '1:2:3:4:5:6:7:8/128'])('%s is a network', (words) => expect(isNetwork(words)).toBe(true));
test.each(['192.0.2.0', '192.0.2.7/24', '192.0.2.0/33', '300.0.2.0/24', '192.0.2/24', '2001:db8::/129', '2001:db8::1/48', '2001:db8::/16', 'fe80::%eth0/10', '::ffff:192.0.2.0/120', '::ffff:c000:200/120', 'skola/24', '192.0.2.0/24/8', ''])('“%s” is none', (words) => expect(isNetwork(words)).toBe(false));

test.each([
  ['192.0.2.9', true],
  ['::ffff:192.0.2.9', true],
  ['192.0.3.9', false],
  ['2001:db8:0:1::5', true],
  ['2001:db8:1::5', false],
  ['unknown', false],
])('%s is inside: %s', (address, inside) => expect(isInside(address, ['192.0.2.0/24', '2001:db8::/48'])).toBe(inside));
test('nobody is inside of no network', () => expect(isInside('192.0.2.9', [])).toBe(false));
