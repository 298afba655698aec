import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { fillWithUsers, INSTITUTIONS, userIdOf } from '../../access/tests/made-up-country.js';
import { changeClient, closeClient, listOwnClients, readClient, registerClient, renewSecret } from '../actions/clients.js';
import { hashOf } from '../domain/secrets.js';
import { registerClients } from '../permissions.js';

let t: TestPlatform;
let units: readonly number[];
let here: ReturnType<typeof actorWith>;
let elsewhere: ReturnType<typeof actorWith>;
let everywhere: ReturnType<typeof actorWith>;

beforeAll(async () => {
  t = await testPlatform();
  ({ units } = await fillWithUsers(t));
  const as = async (login: string, scope?: Parameters<typeof actorWith>[1]) => ({ ...actorWith([registerClients], scope), id: await userIdOf(t, login) });
  here = await as('pasvaldibas.administrators', { unitIds: [units[0]!] });
  elsewhere = await as('iestades.administrators', { institutionIds: [INSTITUTIONS[2]] });
  everywhere = await as('administrators');
});
afterAll(() => t.close());

const WEB = { kind: 'web', titleLv: 'Skolas dienasgrāmata', titleEn: 'School diary', redirectUris: 'https://diena.example.lv/atpakal', scopes: ['profile'] };
const register = (more: Record<string, unknown> = {}, actor = here) => t.perform(registerClient, { ...WEB, place: `unit:${units[0]}`, ...more }, actor);

test('a program is registered for one’s own municipality or an institution of it; its secret is kept as a hash alone', async () => {
  const { id, secret } = await register();
  const { client } = await t.perform(readClient, { id }, here);
  expect(client).toMatchObject({ kind: 'web', owner: 'Ādažu novads', sector: 'diena.example.lv', leastLevel: 'low', firstParty: false, secretHash: hashOf(secret!) });
  const ofSchool = await register({ place: `institution:${INSTITUTIONS[0]}`, redirectUris: 'https://skola.example.lv/' });
  expect((await t.perform(readClient, { id: ofSchool.id }, here)).client.owner).toBe('Izdomātā 1. pamatskola');
  const { rows } = await t.database.pool.query<{ facts: unknown }>(`select * from audit.entry where action = 'apps.register-client'`);
  expect(rows.length).toBeGreaterThan(1);
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('nobody registers for others, nor a program that goes without the page about data', async () => {
  await expect(register({ place: `unit:${units[1]}` })).rejects.toMatchObject({ fields: [{ field: 'place' }] });
  await expect(register({ place: 'country' })).rejects.toMatchObject({ fields: [{ field: 'place' }] });
  await expect(register({ firstParty: 'yes' })).rejects.toMatchObject({ fields: [{ field: 'firstParty' }] });
  await expect(register({}, { ...here, scopes: new Map() })).rejects.toMatchObject({ code: 'no-right' });
  const { id } = await register({ place: 'country', firstParty: 'yes', redirectUris: 'https://valsts.example.lv/' }, everywhere);
  expect((await t.perform(readClient, { id }, everywhere)).client).toMatchObject({ owner: null, firstParty: true });
});

test('programs of others are not seen, read, changed, closed, nor given a new secret', async () => {
  const { id } = await register({ redirectUris: 'https://mana.example.lv/' });
  const seen = await t.perform(listOwnClients, { words: '' }, elsewhere);
  expect(seen).toEqual({ clients: [], total: 0, next: null });
  for (const attempt of [() => t.perform(readClient, { id }, elsewhere), () => t.perform(changeClient, { ...WEB, id }, elsewhere), () => t.perform(renewSecret, { id }, elsewhere), () => t.perform(closeClient, { id, why: 'Vairs nevajag' }, elsewhere)]) {
    await expect(attempt()).rejects.toMatchObject({ code: 'no-such-client' });
  }
});

test('nobody enters the sector of others, by which they know people', async () => {
  await register({ redirectUris: 'https://sektors.example.lv/' });
  const place = `institution:${INSTITUTIONS[2]}`;
  await expect(register({ place, kind: 'native', redirectUris: 'http://127.0.0.1/', sector: 'sektors.example.lv' }, elsewhere)).rejects.toMatchObject({ fields: [{ field: 'sector' }] });
  await expect(register({ place, redirectUris: 'https://sektors.example.lv/cits' }, elsewhere)).rejects.toMatchObject({ fields: [{ field: 'sector' }] });
  await register({ redirectUris: 'https://masa.example.lv/', sector: 'sektors.example.lv' });
});

test('each address that the kind cannot have is named', async () => {
  await expect(register({ redirectUris: 'http://diena.example.lv/ nekas', postLogoutUris: 'https://x.example.lv/#a', backChannelUri: 'ftp://x.example.lv/' })).rejects.toMatchObject({
    fields: [{ field: 'redirectUris' }, { field: 'redirectUris' }, { field: 'postLogoutUris' }, { field: 'backChannelUri' }],
  });
  await expect(register({ redirectUris: '' })).rejects.toMatchObject({ fields: [{ field: 'redirectUris' }] });
});

test('the list is paged by key and searched', async () => {
  for (let n = 0; n < 55; n += 1) await register({ titleLv: `Lapa ${String(n).padStart(2, '0')}`, redirectUris: `https://lapa${n}.example.lv/` });
  const first = await t.perform(listOwnClients, { words: 'lapa' }, here);
  expect([first.clients.length, first.total]).toEqual([50, 55]);
  const second = await t.perform(listOwnClients, { words: 'lapa', after: first.next }, here);
  expect(second.clients.map(({ titleLv }) => titleLv)).toEqual(['Lapa 50', 'Lapa 51', 'Lapa 52', 'Lapa 53', 'Lapa 54']);
  expect(second.next).toBeNull();
});

test('a closed program stays closed, and can be found among the closed', async () => {
  const { id } = await register({ titleLv: 'Slēdzamā', redirectUris: 'https://sledzama.example.lv/' });
  await t.perform(closeClient, { id, why: 'Vairs nevajag' }, here);
  await expect(t.perform(renewSecret, { id }, here)).rejects.toMatchObject({ code: 'no-such-client' });
  expect((await t.perform(listOwnClients, { words: 'slēdzamā' }, here)).total).toBe(0);
  expect((await t.perform(listOwnClients, { words: 'slēdzamā', state: 'closed' }, here)).total).toBe(1);
});
