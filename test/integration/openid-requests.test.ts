import * as openid from 'openid-client';
import { describe, expect, test } from 'vitest';
import { besideAWebProgram, refusedWith } from '../../src/modules/apps/tests/beside-a-web-program.js';
import { browserOf } from '../../src/modules/apps/tests/browser.js';

const here = besideAWebProgram();

describe('what a request may have, need not have and may not lack (OpenID Connect Core 1.0, 3.1.2.1)', () => {
  test('a request may come by a form of the program’s own (Core 1.0, 3.1.2.1)', async () => {
    const asked = await here.web.ask();
    const person = browserOf(here.t);
    const first = await person.once(new URL(asked.url.pathname, here.t.address), Object.fromEntries(asked.url.searchParams));
    expect(first.status).toBe(303);
    await asked.finish((await person.signIn(await person.open(first.headers.get('location')!), 'lietvedis')).url);
    const long = await fetch(new URL(asked.url.pathname, here.t.address), { method: 'POST', body: new URLSearchParams({ state: 'x'.repeat(9_000) }) });
    expect(long.status).toBe(413);
  });

  test.each<Record<string, string>>([{ display: 'page' }, { display: 'popup' }, { ui_locales: 'se lv' }, { claims_locales: 'se' }, { login_hint: 'kads@skola.example' }, { extra: 'foobar' }, { scope: 'openid address phone profile email' }])(
    'what a request has that need not be understood keeps nobody out: %j',
    async (wishes) => {
      const { tokens } = await here.web.enter(browserOf(here.t), 'lietvedis', wishes);
      const about = await openid.fetchUserInfo(here.web.config, tokens.access_token, tokens.claims()!.sub);
      expect(Object.keys(about).toSorted()).toEqual(['email', 'name', 'sub']);
    },
  );

  test('pages on the way are in the first language that the program names and we speak, unless the person chose one', async () => {
    const asked = await here.web.ask({ ui_locales: 'se en-GB lv' });
    expect((await browserOf(here.t).open(asked.url)).body).toContain('<html lang="en"');
    const chosen = browserOf(here.t);
    await chosen.open('/sign-in?lang=lv');
    expect((await chosen.open(asked.url)).body).toContain('<html lang="lv"');
    // So are those that the provider itself shows, and what was chosen on one is kept.
    expect((await browserOf(here.t).open('/oidc/auth?client_id=x&ui_locales=se+en-GB')).body).toContain('<html lang="en"');
    await chosen.open('/oidc/auth?client_id=x&lang=en');
    expect((await chosen.open('/oidc/auth?client_id=x')).body).toContain('<html lang="en"');
  });

  test('without nonce, state or the kind of answer: the first two are the program’s own matter, the last is refused', async () => {
    const person = browserOf(here.t);
    await here.web.enter(person, 'lietvedis');
    const asked = await here.web.ask();
    asked.url.searchParams.delete('nonce');
    const back = (await person.open(asked.url)).url;
    const tokens = await openid.authorizationCodeGrant(here.web.config, back, { pkceCodeVerifier: asked.verifier, expectedState: asked.state });
    expect(tokens.claims()).not.toHaveProperty('nonce');
    const none = await here.web.ask();
    none.url.searchParams.delete('response_type');
    await expect(none.finish((await person.open(none.url)).url)).rejects.toEqual(refusedWith('invalid_request'));
  });

  test.each(['state', 'nonce', 'login_hint', 'acr_values'])('%s with a sign that cannot be kept is refused, and is no fault of ours', async (name) => {
    const asked = await here.web.ask({ [name]: 'a\0b' });
    const back = (await browserOf(here.t).open(asked.url)).url;
    expect([back.origin, back.searchParams.get('error')]).toEqual([new URL(here.web.back).origin, 'invalid_request']);
  });

  test('a secret may come in the form as well (client_secret_post)', async () => {
    const config = await here.t.discover(here.web.id, openid.ClientSecretPost(here.web.secret));
    const asked = await here.web.ask();
    const person = browserOf(here.t);
    const { url } = await person.signIn(await person.open(asked.url), 'lietvedis');
    const tokens = await openid.authorizationCodeGrant(config, url, { pkceCodeVerifier: asked.verifier, expectedNonce: asked.nonce, expectedState: asked.state });
    expect(tokens.claims()!.aud).toBe(here.web.id);
  });
});
