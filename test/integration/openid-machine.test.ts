import * as openid from 'openid-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ListeningProgram, listeningProgram } from '../../src/modules/apps/tests/program.js';

let t: ListeningProgram;
let client: { id: string; secret: string | null };
let config: openid.Configuration;

const owner = (statement: string, values: unknown[] = []) => t.database.pool.query(statement, values);

beforeAll(async () => {
  t = await listeningProgram();
  await technicalUser('sistema.kopija');
  await owner(`insert into access.role_grant (user_id, role_code, everywhere, valid_from, basis, confirmed_on, recorded_at, recorded_by)
    select id, 'event-reader', true, '2026-01-01', 'Līgums 1', '2026-01-01', now(), 'test' from access.app_user where login = 'sistema.kopija'`);
  client = await t.client({ kind: 'machine', user: 'sistema.kopija' });
  config = await t.discover(client.id, openid.ClientSecretBasic(client.secret!));
});
afterAll(() => t.close());

const technicalUser = (login: string) =>
  owner(`insert into access.app_user (login, name, unit_id, recorded_at, recorded_by) values ($1, 'Sistēma: kopija', $2, now(), 'test')`, [login, t.units[0]]);

const feed = (token: string) => fetch(`${t.address}/api/events`, { headers: { authorization: `Bearer ${token}` } });

test('a machine gets a token by its secret and reads the feed of events with it', async () => {
  const { access_token: token, refresh_token: refresh } = await openid.clientCredentialsGrant(config);
  expect(refresh).toBeUndefined();
  const answer = await feed(token);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toHaveProperty('items');
});

test('what it may ends with its rights, with its user and with its program, at the next request', async () => {
  const { access_token: token } = await openid.clientCredentialsGrant(config);
  await owner(`update access.role_grant set valid_to = '2026-06-01', ended_at = now(), ended_by = 'test', ended_reason = 'Līgums beidzies' where role_code = 'event-reader'`);
  expect((await feed(token)).status).toBe(403);
  await owner(`update access.role_grant set valid_to = null, ended_at = null, ended_by = null, ended_reason = '' where role_code = 'event-reader'`);
  expect((await feed(token)).status).toBe(200);
  await owner(`update access.app_user set state = 'suspended' where login = 'sistema.kopija'`);
  expect((await feed(token)).status).toBe(401);
  await owner(`update access.app_user set state = 'active' where login = 'sistema.kopija'`);
  await owner(`update apps.client set state = 'closed' where id = $1`, [client.id]);
  expect((await feed(token)).status).toBe(401);
  await expect(openid.clientCredentialsGrant(config)).rejects.toMatchObject({ status: 401 });
  await owner(`update apps.client set state = 'active' where id = $1`, [client.id]);
});

test('a made-up token, an outdated one and a wrong secret are nobody', async () => {
  expect((await feed('x'.repeat(43))).status).toBe(401);
  const { access_token: token } = await openid.clientCredentialsGrant(config);
  await owner(`update apps.artifact set payload = payload || '{"exp": 1000}' where model = 'ClientCredentials'`);
  expect((await feed(token)).status).toBe(401);
  await expect(openid.clientCredentialsGrant(await t.discover(client.id, openid.ClientSecretBasic('wrong')))).rejects.toMatchObject({ status: 401 });
});

test('nobody comes by a person’s rights by calling them a machine', async () => {
  await expect(t.client({ kind: 'machine', user: 'nobody.here' })).rejects.toMatchObject({ fields: [{ field: 'user' }] });
  await owner(`update access.app_user set last_sign_in_at = now() where login = 'vaditajs'`);
  await expect(t.client({ kind: 'machine', user: 'vaditajs' })).rejects.toMatchObject({ fields: [{ field: 'user' }] });
  await expect(t.client({ kind: 'machine', user: 'sistema.kopija' })).rejects.toMatchObject({ code: 'user-acts-for-one-machine' });
});

test('a machine enters by its secret only, and a person’s program cannot act as a machine', async () => {
  const url = openid.buildAuthorizationUrl(config, { redirect_uri: 'https://x.example.lv/', scope: 'openid' });
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(400);
  const web = await t.client({ kind: 'web', redirectUris: 'https://x.example.lv/' });
  await expect(openid.clientCredentialsGrant(await t.discover(web.id, openid.ClientSecretBasic(web.secret!)))).rejects.toMatchObject({ error: 'invalid_request', error_description: 'requested grant type is not allowed for this client' });
});
