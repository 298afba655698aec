import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { addOldAddress, readOldAddresses, removeOldAddress } from '../actions/old-addresses.js';
import { manageProvider } from '../permissions.js';

let t: TestPlatform;
const administrator = actorWith([manageProvider]);

beforeAll(async () => {
  t = await testPlatform();
  await t.perform(addOldAddress, { path: '/visvaris/login', target: '/sign-in', lasting: 'yes', sure: 'yes' }, administrator);
  await t.perform(addOldAddress, { host: 'Vecais.example.lv', path: '/reg', target: '/institutions', withAllBelow: 'yes', lasting: 'no' }, administrator);
});
afterAll(() => t.close());

const open = async (url: string, host = 'localhost') => {
  const { statusCode, headers } = await t.server.inject({ method: 'GET', url, headers: { host, accept: 'text/html' } });
  return [statusCode, headers.location];
};

test('an old address leads on, for good or for now', async () => {
  expect(await open('/visvaris/login')).toEqual([308, '/sign-in']);
  expect(await open('/reg/9900000004?on=2021-06-30', 'vecais.example.lv')).toEqual([302, '/institutions/9900000004?on=2021-06-30']);
});

test('another host’s address, an unknown one, and pages of our own are left alone', async () => {
  expect((await open('/reg/9900000004'))[0]).toBe(404);
  expect((await open('/visvaris/login/more'))[0]).toBe(404);
  await t.perform(addOldAddress, { path: '/calendar', target: '/' }, administrator);
  expect((await open('/calendar'))[0]).toBe(200);
});

test('only our own pages are led to, and the same address is not written twice', async () => {
  for (const target of ['https://evil.example/', '//evil.example/', 'institutions']) await expect(t.perform(addOldAddress, { path: '/x', target }, administrator)).rejects.toMatchObject({ fields: [{ field: 'target' }] });
  await expect(t.perform(addOldAddress, { path: '/visvaris/login', target: '/' }, administrator)).rejects.toMatchObject({ code: 'old-address-is-known-already' });
  await expect(t.perform(addOldAddress, { path: '/y', target: '/' }, actorWith([]))).rejects.toMatchObject({ code: 'no-right' });
});

test('an address becomes lasting only for whoever is sure, and a wrong path is told in words', async () => {
  await expect(t.perform(addOldAddress, { path: '/uz-visiem', target: '/', lasting: 'yes' }, administrator)).rejects.toMatchObject({ fields: [{ field: 'sure' }] });
  await expect(t.perform(addOldAddress, { path: 'bez-svitras', target: '/' }, administrator)).rejects.toMatchObject({ fields: [{ field: 'path', message: { lv: expect.stringContaining('“/”') } }] });
  await t.perform(addOldAddress, { path: '/pagaidu', target: '/' }, administrator);
  expect(await open('/pagaidu')).toEqual([302, '/']);
});

test('what is taken out leads nowhere', async () => {
  const [first] = (await t.perform(readOldAddresses, {}, administrator)).filter(({ path }) => path === '/visvaris/login');
  await t.perform(removeOldAddress, { id: first!.id }, administrator);
  expect((await open('/visvaris/login'))[0]).toBe(404);
});
