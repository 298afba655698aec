import * as openid from 'openid-client';
import { describe, expect, test } from 'vitest';
import { endMySession } from '../../src/modules/authentication/actions/my-sessions.js';
import { besideAWebProgram, refusedWith } from '../../src/modules/apps/tests/beside-a-web-program.js';
import { browserOf } from '../../src/modules/apps/tests/browser.js';
import { webProgram } from '../../src/modules/apps/tests/web-program.js';

const here = besideAWebProgram();

describe('discovery (OpenID Connect Discovery 1.0, 3; config profile)', () => {
  test('names every place and what it can, and nothing that was given up', () => {
    const meta = here.web.config.serverMetadata();
    expect(meta.issuer).toBe(here.t.issuer.href);
    for (const place of ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri', 'end_session_endpoint', 'revocation_endpoint', 'device_authorization_endpoint'] as const) {
      expect(String(meta[place])).toMatch(new RegExp(`^${here.t.issuer.href}/`));
    }
    expect(meta).toMatchObject({
      response_types_supported: ['code'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      backchannel_logout_supported: true,
      authorization_response_iss_parameter_supported: true,
    });
    expect(meta.grant_types_supported).toEqual(expect.not.arrayContaining(['implicit', 'password']));
    expect(meta.scopes_supported).toEqual(expect.arrayContaining(['openid', 'profile', 'email']));
  });

  test('publishes public keys only', async () => {
    const { keys } = (await (await fetch(here.web.config.serverMetadata().jwks_uri!)).json()) as { keys: Record<string, string>[] };
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      expect(key).toMatchObject({ kty: 'RSA', use: 'sig', alg: 'RS256' });
      expect(Object.keys(key)).toEqual(expect.not.arrayContaining(['d', 'p', 'q', 'dp', 'dq', 'qi']));
    }
  });
});

describe('code flow with PKCE (basic profile)', () => {
  test('a person signs in on the way, and the program learns who they are to it, how surely, and since when', async () => {
    const person = browserOf(here.t);
    const { tokens } = await here.web.enter(person, 'lietvedis');
    const claims = tokens.claims()!;
    expect(claims).toMatchObject({ iss: here.t.issuer.href, aud: here.web.id, acr: 'urn:vienkopus:loa:low', amr: ['pwd'] });
    expect((await person.open('/my/sign-in/history')).body).toMatch(/Izdomāta lietotne[\s\S]*Pārlūkā[\s\S]*127\.0\.0\.0\/24/);
    expect(claims.sub).not.toBe(await here.t.userId('lietvedis'));
    expect(claims['auth_time']).toBeLessThanOrEqual(claims.iat);
    expect(claims).not.toHaveProperty('name');
    const about = await openid.fetchUserInfo(here.web.config, tokens.access_token, claims.sub);
    expect(about).toEqual({ sub: claims.sub, name: 'Dace Rakstvede', email: 'lietvedis@vienkopus.example' });
  });

  test('only what the scopes name is told', async () => {
    const { tokens } = await here.web.enter(browserOf(here.t), 'lietvedis', { scope: 'openid' });
    const about = await openid.fetchUserInfo(here.web.config, tokens.access_token, tokens.claims()!.sub);
    expect(Object.keys(about)).toEqual(['sub']);
  });

  test('who is signed in enters a second program without being asked, under another subject; programs of one sector share it', async () => {
    const person = browserOf(here.t);
    const first = await here.web.enter(person, 'lietvedis');
    const other = await webProgram(here.t, { back: 'https://cita.example.lv/atpakal' });
    const asked = await other.ask({ prompt: 'none' });
    const second = await asked.finish((await person.open(asked.url)).url);
    expect(second.claims()!.sub).not.toBe(first.tokens.claims()!.sub);
    const sister = await webProgram(here.t, { back: 'https://masa.example.lv/atpakal', sector: 'cita.example.lv' });
    const third = await sister.enter(person, 'lietvedis');
    expect(third.tokens.claims()!.sub).toBe(second.claims()!.sub);
  });

  test('prompt=none shows nothing: who is not signed in is refused', async () => {
    const asked = await here.web.ask({ prompt: 'none' });
    const { url } = await browserOf(here.t).open(asked.url);
    await expect(asked.finish(url)).rejects.toEqual(refusedWith('login_required'));
    expect(url.searchParams.get('iss')).toBe(here.t.issuer.href);
  });

  test('prompt=login asks anew who it is, and the time of sign-in moves on', async () => {
    const person = browserOf(here.t);
    await here.web.enter(person, 'lietvedis');
    await here.t.database.pool.query(`update authentication.session set proven_at = proven_at - interval '1 hour'`);
    const asked = await here.web.ask({ prompt: 'login' });
    const again = await person.open(asked.url);
    expect(again.url.pathname).toBe('/sign-in/again');
    const back = await person.send(again, { password: 'vienkopus-demo-2026' }, '/sign-in/again/password');
    const tokens = await asked.finish(back.url);
    expect(Number(tokens.claims()!['auth_time'])).toBeGreaterThan(Date.now() / 1_000 - 60);
  });

  test('max_age asks anew who signed in too long ago, and only them', async () => {
    const person = browserOf(here.t);
    await here.web.enter(person, 'lietvedis');
    const soon = await here.web.ask({ max_age: '10000' });
    await soon.finish((await person.open(soon.url)).url);
    await here.t.database.pool.query(`update authentication.session set proven_at = proven_at - interval '5 hours'`);
    const late = await here.web.ask({ max_age: '10000' });
    expect((await person.open(late.url)).url.pathname).toBe('/sign-in/again');
  });

  test('id_token_hint of another person is refused with prompt=none', async () => {
    const { tokens } = await here.web.enter(browserOf(here.t), 'lietvedis');
    const other = browserOf(here.t);
    await here.web.enter(other, 'vaditajs');
    const asked = await here.web.ask({ prompt: 'none', id_token_hint: tokens.id_token! });
    await expect(asked.finish((await other.open(asked.url)).url)).rejects.toEqual(refusedWith('login_required'));
  });

  test('a code is good once: used again, all that came of it ends', async () => {
    const { tokens, finish, page } = await here.web.enter(browserOf(here.t), 'lietvedis');
    await openid.fetchUserInfo(here.web.config, tokens.access_token, tokens.claims()!.sub);
    await expect(finish(page.url)).rejects.toEqual(refusedWith('invalid_grant'));
    await expect(openid.fetchUserInfo(here.web.config, tokens.access_token, tokens.claims()!.sub)).rejects.toMatchObject({ status: 401 });
  });

  test('of two who use a code at the same moment at most one gets in', async () => {
    const person = browserOf(here.t);
    const asked = await here.web.ask();
    const { url } = await person.signIn(await person.open(asked.url), 'lietvedis');
    const outcomes = await Promise.allSettled([asked.finish(url), asked.finish(url)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
  });

  test('without PKCE, with a plain challenge or with the wrong verifier there is no way in', async () => {
    const person = browserOf(here.t);
    await here.web.enter(person, 'lietvedis');
    const { url, finish } = await here.web.ask();
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');
    await expect(finish((await person.open(url)).url)).rejects.toEqual(refusedWith('invalid_request'));
    const plain = await here.web.ask({ code_challenge_method: 'plain' });
    await expect(plain.finish((await person.open(plain.url)).url)).rejects.toEqual(refusedWith('invalid_request'));
    const right = await here.web.ask();
    const checks = { pkceCodeVerifier: openid.randomPKCECodeVerifier(), expectedNonce: right.nonce, expectedState: right.state };
    await expect(openid.authorizationCodeGrant(here.web.config, (await person.open(right.url)).url, checks)).rejects.toEqual(refusedWith('invalid_grant'));
  });

  test.each(['https://portals.example.lv/atpakal/', 'https://portals.example.lv/atpakal?a=1', 'https://portals.example.lv.evil.example/atpakal', 'http://portals.example.lv/atpakal'])(
    'the address to return to must be the registered one to the letter, not %s',
    async (redirect_uri) => {
      const page = await browserOf(here.t).open((await here.web.ask({ redirect_uri })).url);
      expect(page.url.origin).toBe(here.t.address);
      expect(page.status).toBe(400);
      expect(page.body).toContain('invalid_redirect_uri');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  test.each(['token', 'id_token', 'code id_token', 'id_token token'])('the answer %s is not given', async (response_type) => {
    const person = browserOf(here.t);
    const { url } = await here.web.ask({ response_type });
    const page = await person.open(url);
    const error = page.url.searchParams.get('error') ?? new URLSearchParams(page.url.hash.slice(1)).get('error');
    expect(error).toMatch(/unsupported_response_type|unauthorized_client|invalid_request/);
  });

  test('a password is taken from nobody at the token endpoint', async () => {
    await expect(openid.genericGrantRequest(here.web.config, 'password', { username: 'lietvedis', password: 'vienkopus-demo-2026' })).rejects.toEqual(refusedWith('unsupported_grant_type'));
  });

  test('a wrong secret, none, and an unknown program are refused', async () => {
    for (const [id, secret] of [[here.web.id, 'wrong'], ['01900000-0000-7000-8000-00000000ffff', 'x'], ["' or 1=1", 'x']] as const) {
      const answer = await fetch(here.web.config.serverMetadata().token_endpoint!, { method: 'POST', headers: { authorization: `Basic ${btoa(`${encodeURIComponent(id)}:${secret}`)}` }, body: new URLSearchParams({ grant_type: 'authorization_code', code: 'x', redirect_uri: here.web.back }) });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ error: 'invalid_client' });
    }
  });

  test('an unsigned request object is refused', async () => {
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ client_id: here.web.id, response_type: 'code' })).toString('base64url')}.`;
    const asked = await here.web.ask({ request: none });
    await expect(asked.finish((await browserOf(here.t).open(asked.url)).url)).rejects.toEqual(refusedWith('request_not_supported'));
  });

  test('the access token is taken in the header and in a form, never in the address', async () => {
    const { tokens } = await here.web.enter(browserOf(here.t), 'lietvedis');
    const me = here.web.config.serverMetadata().userinfo_endpoint!;
    expect((await fetch(me, { method: 'POST', body: new URLSearchParams({ access_token: tokens.access_token }) })).status).toBe(200);
    expect((await fetch(`${me}?access_token=${tokens.access_token}`)).status).toBe(400);
    const nobody = await fetch(me, { headers: { authorization: 'Bearer x' } });
    expect(nobody.status).toBe(401);
    expect(nobody.headers.get('www-authenticate')).toContain('invalid_token');
  });

  test('answers to a form come by a page that may post to the program alone', async () => {
    const asked = await here.web.ask({ response_mode: 'form_post' });
    const person = browserOf(here.t);
    const page = await person.signIn(await person.open(asked.url), 'lietvedis');
    expect(page.body).toContain('action="https://portals.example.lv/atpakal"');
    expect(page.headers.get('content-security-policy')).toMatch(/form-action [^;]*https:\/\/portals\.example\.lv/);
  });
});

describe('who may, and how surely', () => {
  test('a level that the session does not reach leads to a surer sign-in; with prompt=none it is refused', async () => {
    const person = browserOf(here.t);
    await here.web.enter(person, 'lietvedis');
    const asked = await here.web.ask({ acr_values: 'urn:vienkopus:loa:substantial' });
    const page = await person.open(asked.url);
    expect(page.url.pathname).toBe('/sign-in/again');
    expect(page.url.searchParams.get('level')).toBe('substantial');
    const silent = await here.web.ask({ acr_values: 'urn:vienkopus:loa:high', prompt: 'none' });
    await expect(silent.finish((await person.open(silent.url)).url)).rejects.toEqual(refusedWith('unmet_authentication_requirements'));
  });

  test('after the surer sign-in the person goes on, and the program sees it', async () => {
    const person = browserOf(here.t);
    const strict = await webProgram(here.t, { back: 'https://stingra.example.lv/atpakal', leastLevel: 'substantial' });
    await here.web.enter(person, 'lietvedis');
    const asked = await strict.ask();
    const page = await person.open(asked.url);
    expect(page.url.pathname).toBe('/sign-in/again');
    const to = page.url.searchParams.get('to')!;
    const tooLow = await person.open(to);
    expect(tooLow.status).toBe(403);
    expect(tooLow.body).toContain('Vajag drošāku pierakstīšanos');
    await here.t.database.pool.query(`update authentication.session set level = 'substantial', amr = '{pwd,otp,mfa}'`);
    const tokens = await asked.finish((await person.open(to)).url);
    expect(tokens.claims()).toMatchObject({ acr: 'urn:vienkopus:loa:substantial', amr: ['pwd', 'otp', 'mfa'] });
  });

  test('who gives up because of the level goes back to the program with a refusal', async () => {
    const person = browserOf(here.t);
    await here.web.enter(person, 'vaditajs');
    const asked = await here.web.ask({ acr_values: 'urn:vienkopus:loa:high' });
    const tooLow = await person.open((await person.open(asked.url)).url.searchParams.get('to')!);
    const back = await person.send(tooLow, { decision: 'no' });
    await expect(asked.finish(back.url)).rejects.toEqual(refusedWith('access_denied'));
  });

  test('a program of others shows once which data goes to whom, and may be refused', async () => {
    const others = await webProgram(here.t, { back: 'https://svesa.example.lv/atpakal', firstParty: '', titleLv: 'Dienasgrāmata' });
    const person = browserOf(here.t);
    const asked = await others.ask();
    const page = await person.signIn(await person.open(asked.url), 'vaditajs');
    expect(page.body).toContain('Ieiet lietotnē “Dienasgrāmata”');
    expect(page.body).toContain('jūsu e-pasta adrese');
    await expect(asked.finish((await person.send(page, { decision: 'no' })).url)).rejects.toEqual(refusedWith('access_denied'));
    const second = await others.ask();
    await second.finish((await person.send(await person.open(second.url), { decision: 'yes' })).url);
    const third = await others.ask({ prompt: 'none' });
    await third.finish((await person.open(third.url)).url);
    const elsewhere = await others.enter(browserOf(here.t), 'vaditajs');
    expect(elsewhere.tokens.claims()!.sub).toBeTruthy();
  });

  test('a suspended user’s tokens end, and they cannot come back', async () => {
    const person = browserOf(here.t);
    const { tokens } = await here.web.enter(person, 'registrators', { scope: 'openid offline_access', prompt: 'consent' });
    expect(tokens.refresh_token).toBeTruthy();
    await here.t.database.pool.query(`update access.app_user set state = 'suspended' where login = 'registrators'`);
    await expect(openid.fetchUserInfo(here.web.config, tokens.access_token, tokens.claims()!.sub)).rejects.toMatchObject({ status: 401 });
    await expect(openid.refreshTokenGrant(here.web.config, tokens.refresh_token!)).rejects.toEqual(refusedWith('invalid_grant'));
    const asked = await here.web.ask({ prompt: 'none' });
    await expect(asked.finish((await person.open(asked.url)).url)).rejects.toEqual(refusedWith('login_required'));
  });

  test('a session ended by its owner ends the tokens that came of it', async () => {
    const person = browserOf(here.t);
    const { tokens } = await here.web.enter(person, 'operators');
    const { rows } = await here.t.database.pool.query<{ id: string }>(`select s.id from authentication.session s join access.app_user u on u.id = s.user_id where u.login = 'operators' and s.ended_at is null`);
    const actor = { kind: 'user' as const, id: await here.t.userId('operators'), personId: null, name: '', scopes: new Map() };
    await here.t.perform(endMySession, { session: rows[0]!.id }, actor);
    await here.t.runDueJobs();
    await expect(openid.fetchUserInfo(here.web.config, tokens.access_token, tokens.claims()!.sub)).rejects.toMatchObject({ status: 401 });
  });
});
