import * as openid from 'openid-client';
import { describe, expect, test } from 'vitest';
import { besideAWebProgram, refusedWith } from '../../src/modules/apps/tests/beside-a-web-program.js';
import { browserOf } from '../../src/modules/apps/tests/browser.js';
import { webProgram } from '../../src/modules/apps/tests/web-program.js';

const here = besideAWebProgram();

describe('refresh tokens', () => {
  const enterWithRefresh = async () => (await here.web.enter(browserOf(here.t), 'lietvedis', { scope: 'openid offline_access', prompt: 'consent' })).tokens;

  test('each is good once; the old one used again ends the new one too', async () => {
    const first = await enterWithRefresh();
    const second = await openid.refreshTokenGrant(here.web.config, first.refresh_token!);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    await openid.fetchUserInfo(here.web.config, second.access_token, openid.skipSubjectCheck);
    await expect(openid.refreshTokenGrant(here.web.config, first.refresh_token!)).rejects.toEqual(refusedWith('invalid_grant'));
    await expect(openid.refreshTokenGrant(here.web.config, second.refresh_token!)).rejects.toEqual(refusedWith('invalid_grant'));
    await expect(openid.fetchUserInfo(here.web.config, second.access_token, openid.skipSubjectCheck)).rejects.toMatchObject({ status: 401 });
  });

  test('one that was revoked is refused', async () => {
    const { refresh_token: token } = await enterWithRefresh();
    await openid.tokenRevocation(here.web.config, token!);
    await expect(openid.refreshTokenGrant(here.web.config, token!)).rejects.toEqual(refusedWith('invalid_grant'));
  });

  test('another program cannot use it', async () => {
    const { refresh_token: token } = await enterWithRefresh();
    const other = await webProgram(here.t, { back: 'https://zaglis.example.lv/atpakal' });
    await expect(openid.refreshTokenGrant(other.config, token!)).rejects.toEqual(refusedWith('invalid_grant'));
  });
});

test('nothing that lets anyone in stands readable in the database', async () => {
  const { tokens } = await here.web.enter(browserOf(here.t), 'lietvedis', { scope: 'openid offline_access', prompt: 'consent' });
  const { rows } = await here.t.database.pool.query<{ all: string }>(`select coalesce(string_agg(a::text, ' '), '') as all from apps.artifact a`);
  const keys = (await here.t.database.pool.query<{ all: string }>(`select string_agg(k::text, ' ') as all from apps.signing_key k`)).rows[0]!.all;
  for (const secret of [tokens.access_token, tokens.refresh_token!, here.web.secret]) expect(rows[0]!.all).not.toContain(secret);
  expect(rows[0]!.all).not.toContain(Buffer.from(tokens.access_token).toString('hex'));
  expect(keys).not.toMatch(/"d":/);
});
