import { expect, test } from 'vitest';
import { redirectFault } from './client.js';

test.each([
  ['web', 'https://portals.example.lv/atpakal', null],
  ['web', 'http://portals.example.lv/atpakal', 'https-needed'],
  ['web', 'http://127.0.0.1:8080/atpakal', 'https-needed'],
  ['web', 'https://portals.example.lv/#tur', 'no-fragment'],
  ['web', 'https://portals.example.lv/*', 'no-pattern'],
  ['web', 'https://user:pass@portals.example.lv/', 'not-an-address'],
  ['web', 'javascript:alert(1)', 'not-an-address'],
  ['web', '/atpakal', 'not-an-address'],
  ['native', 'http://127.0.0.1/atpakal', null],
  ['native', 'http://[::1]/atpakal', null],
  ['native', 'http://localhost/atpakal', 'not-loopback'],
  ['native', 'http://portals.example.lv/', 'not-loopback'],
  ['native', 'lv.example.nino:/atpakal', null],
  ['native', 'nino:/atpakal', 'not-an-address'],
] as const)('%s %s: %s', (kind, address, fault) => expect(redirectFault(kind, address, true)).toBe(fault));

test('in a demonstration a web program may live on the machine itself', () => {
  expect(redirectFault('web', 'http://127.0.0.1:8080/atpakal', false)).toBeNull();
  expect(redirectFault('web', 'http://portals.example.lv/', false)).toBe('https-needed');
});
