import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserOf } from '../../src/modules/apps/tests/browser.js';
import { type ListeningProgram, listeningProgram } from '../../src/modules/apps/tests/program.js';
import { webProgram } from '../../src/modules/apps/tests/web-program.js';

let t: ListeningProgram;
let web: Awaited<ReturnType<typeof webProgram>>;

beforeAll(async () => {
  t = await listeningProgram();
  web = await webProgram(t);
});
afterAll(() => t.close());

const refusedWith = (code: string) => expect.objectContaining({ error: code });

describe('refresh tokens', () => {
  const enterWithRefresh = async () => (await web.enter(browserOf(t), 'lietvedis', { scope: 'openid offline_access', prompt: 'consent' })).tokens;

  test('each is good once; the old one used again ends the new one too', async () => {
    const first = await enterWithRefresh();
    const second = await openid.refreshTokenGrant(web.config, first.refresh_token!);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    await openid.fetchUserInfo(web.config, second.access_token, openid.skipSubjectCheck);
    await expect(openid.refreshTokenGrant(web.config, first.refresh_token!)).rejects.toEqual(refusedWith('invalid_grant'));
    await expect(openid.refreshTokenGrant(web.config, second.refresh_token!)).rejects.toEqual(refusedWith('invalid_grant'));
    await expect(openid.fetchUserInfo(web.config, second.access_token, openid.skipSubjectCheck)).rejects.toMatchObject({ status: 401 });
  });

  test('one that was revoked is refused', async () => {
    const { refresh_token: token } = await enterWithRefresh();
    await openid.tokenRevocation(web.config, token!);
    await expect(openid.refreshTokenGrant(web.config, token!)).rejects.toEqual(refusedWith('invalid_grant'));
  });

  test('another program cannot use it', async () => {
    const { refresh_token: token } = await enterWithRefresh();
    const other = await webProgram(t, { back: 'https://zaglis.example.lv/atpakal' });
    await expect(openid.refreshTokenGrant(other.config, token!)).rejects.toEqual(refusedWith('invalid_grant'));
  });
});

test('nothing that lets anyone in stands readable in the database', async () => {
  const { tokens } = await web.enter(browserOf(t), 'lietvedis', { scope: 'openid offline_access', prompt: 'consent' });
  const { rows } = await t.database.pool.query<{ all: string }>(`select coalesce(string_agg(a::text, ' '), '') as all from apps.artifact a`);
  const keys = (await t.database.pool.query<{ all: string }>(`select string_agg(k::text, ' ') as all from apps.signing_key k`)).rows[0]!.all;
  for (const secret of [tokens.access_token, tokens.refresh_token!, web.secret]) expect(rows[0]!.all).not.toContain(secret);
  expect(rows[0]!.all).not.toContain(Buffer.from(tokens.access_token).toString('hex'));
  expect(keys).not.toMatch(/"d":/);
});
