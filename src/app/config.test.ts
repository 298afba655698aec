import { expect, test } from 'vitest';
import { readConfig, workerUrlOf } from './config.js';

const SAFE = { NODE_ENV: 'production', SESSION_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://vienkopus.example.lv' };

test('an empty environment gives a demonstration on port 3000', () => {
  expect(readConfig({})).toMatchObject({ PORT: 3000, DATA: 'demo', MODE: 'all', production: false, clockShiftMs: 0 });
});

test('a wrong setting is named', () => {
  expect(() => readConfig({ PORT: 'many', MODE: 'both' })).toThrow(/PORT[^]*MODE/);
});

test.each([['false', 0], ['true', 1], ['2', 2], ['9', 9]])('TRUST_PROXY=%s believes %i proxies in a row', (written, proxies) => {
  expect(readConfig({ TRUST_PROXY: written }).TRUST_PROXY).toBe(proxies);
});

test.each(['10', '-1', 'maybe', '1.5'])('TRUST_PROXY=%s is refused by name', (written) => {
  expect(() => readConfig({ TRUST_PROXY: written })).toThrow(/TRUST_PROXY/);
});

test('production starts without demonstration data', () => {
  expect(readConfig(SAFE)).toMatchObject({ DATA: 'none', production: true });
});

test.each([
  ['a missing secret', { SESSION_SECRET: '' }],
  ['a shifted clock', { NOW: '2021-06-30T23:59:00+03:00' }],
  ['made-up data', { DATA: 'demo' }],
  ['an address without encryption', { PUBLIC_URL: 'http://vienkopus.example.lv' }],
])('production refuses %s', (_, change) => {
  expect(() => readConfig({ ...SAFE, ...change })).toThrow(/not safe for production/);
});

test('the worker has its own password, the same in every process', () => {
  const one = workerUrlOf('postgres://owner:secret@localhost:5432/vienkopus', 'worker');
  expect(one).toEqual(workerUrlOf('postgres://owner:secret@localhost:5432/vienkopus', 'worker'));
  expect(one.url).toMatch(/^postgres:\/\/worker:[0-9a-f]{64}@localhost:5432\/vienkopus$/);
});
