import { expect, test } from 'vitest';
import { targetOf } from './old-address.js';

const ADDRESSES = [
  { host: 'visvaris.example.lv', path: '/portals', withAllBelow: true, target: '/', lasting: true },
  { host: '', path: '/portals/login', withAllBelow: false, target: '/sign-in', lasting: true },
  { host: '', path: '/iestades', withAllBelow: true, target: '/institutions', lasting: false },
];
const to = (host: string, path: string, search = '') => targetOf(ADDRESSES, host, path, search)?.to ?? null;

test('the longest path that fits leads on', () => {
  expect(to('visvaris.example.lv', '/portals/login')).toBe('/sign-in');
  expect(to('visvaris.example.lv', '/portals')).toBe('/');
  expect(to('other.example.lv', '/portals')).toBeNull();
});

test('what stands below an address goes along, and so does the query', () => {
  expect(to('x', '/iestades/9900000004', 'on=2021-06-30')).toBe('/institutions/9900000004?on=2021-06-30');
  expect(to('visvaris.example.lv', '/portals/me')).toBe('/me');
  expect(to('x', '/portals/login/deeper')).toBeNull();
});

test('an old address never leads to another host', () => {
  expect(to('visvaris.example.lv', '/portals//evil.example')).toBe('/evil.example');
});
