import * as openid from 'openid-client';
import { describe, expect, test } from 'vitest';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { manageUsers } from '../../src/modules/access/permissions.js';
import { besideAWebProgram, refusedWith } from '../../src/modules/apps/tests/beside-a-web-program.js';
import { browserOf } from '../../src/modules/apps/tests/browser.js';
import { webProgram } from '../../src/modules/apps/tests/web-program.js';
import { choosePassword } from '../../src/modules/authentication/actions/change-password.js';
import { resetMeans } from '../../src/modules/authentication/actions/means-of-user.js';
import { actorWith } from '../test-platform.js';

const here = besideAWebProgram();
const PASSWORD = 'zirgs skapis mākonis';

describe('refresh tokens', () => {
  const enterWithRefresh = async (login = 'lietvedis') => (await here.web.enter(browserOf(here.t), login, { scope: 'openid offline_access', prompt: 'consent' })).tokens;

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

  test('a reset of means, and a password chosen by a link, end them where no session was open any more', async () => {
    const user = await here.t.userId('operators');
    const administrator = { ...actorWith([manageUsers], EVERYWHERE), id: await here.t.userId('tiesibas') };
    const isRefused = async (token: string) => expect(openid.refreshTokenGrant(here.web.config, token)).rejects.toEqual(refusedWith('invalid_grant'));

    const lost = (await enterWithRefresh('operators')).refresh_token!;
    await here.t.database.pool.query(`update authentication.session set ended_at = now(), ended_why = 'signed-out' where user_id = $1 and ended_at is null`, [user]);
    await here.t.perform(resetMeans, { id: user, lost: 'nothing', how: 'klātienē pēc pases' }, administrator);
    await here.t.runDueJobs();
    await isRefused(lost);

    const { rows } = await here.t.database.pool.query<{ body_en: string }>(`select body_en from platform.notice where user_id = $1 and kind = 'authentication.password-link' order by told_at desc limit 1`, [user]);
    const token = /set-password\/([\w-]+)/.exec(rows[0]!.body_en)![1]!;
    const held = (await enterWithRefresh('operators')).refresh_token!;
    await here.t.database.pool.query(`update authentication.session set ended_at = now(), ended_why = 'signed-out' where user_id = $1 and ended_at is null`, [user]);
    await here.t.perform(choosePassword, { token, password: PASSWORD, again: PASSWORD });
    await here.t.runDueJobs();
    await isRefused(held);
  });

  test('whoever changes what they sign in with ends what programs were given to last, by whichever session, and stays in what they entered by the present one', async () => {
    const person = browserOf(here.t);
    const lasting = { scope: 'openid offline_access', prompt: 'consent' };
    const held = [(await enterWithRefresh('registrators')).refresh_token!, (await here.web.enter(person, 'registrators', lasting)).tokens.refresh_token!];
    const sister = await webProgram(here.t, { back: 'https://masa.example.lv/atpakal' });
    const { tokens: standing } = await sister.enter(person, 'registrators');
    const made = await person.send(await person.open('/my/sign-in/recovery-codes'), {});
    expect(made.body).toContain('secret-list');
    await here.t.runDueJobs();
    for (const token of held) await expect(openid.refreshTokenGrant(here.web.config, token)).rejects.toEqual(refusedWith('invalid_grant'));
    await openid.fetchUserInfo(sister.config, standing.access_token, openid.skipSubjectCheck);
    const { tokens: anew } = await here.web.enter(person, 'registrators', lasting);
    await here.t.runDueJobs();
    expect((await openid.refreshTokenGrant(here.web.config, anew.refresh_token!)).access_token).toBeTruthy();
    const { rows } = await here.t.database.pool.query(`select subject_en from platform.notice where user_id = $1 and kind = 'authentication.factor-changed'`, [await here.t.userId('registrators')]);
    expect(rows).toEqual([{ subject_en: 'Means of sign-in added: Recovery codes' }]);
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
