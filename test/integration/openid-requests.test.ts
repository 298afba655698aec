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

describe('what a request may have, need not have and may not lack (OpenID Connect Core 1.0, 3.1.2.1)', () => {
  test('a request may come by a form of the program’s own (Core 1.0, 3.1.2.1)', async () => {
    const asked = await web.ask();
    const person = browserOf(t);
    const first = await person.once(new URL(asked.url.pathname, t.address), Object.fromEntries(asked.url.searchParams));
    expect(first.status).toBe(303);
    await asked.finish((await person.signIn(await person.open(first.headers.get('location')!), 'lietvedis')).url);
    const long = await fetch(new URL(asked.url.pathname, t.address), { method: 'POST', body: new URLSearchParams({ state: 'x'.repeat(9_000) }) });
    expect(long.status).toBe(413);
  });

  test.each<Record<string, string>>([{ display: 'page' }, { display: 'popup' }, { ui_locales: 'se lv' }, { claims_locales: 'se' }, { login_hint: 'kads@skola.example' }, { extra: 'foobar' }, { scope: 'openid address phone profile email' }])(
    'what a request has that need not be understood keeps nobody out: %j',
    async (wishes) => {
      const { tokens } = await web.enter(browserOf(t), 'lietvedis', wishes);
      const about = await openid.fetchUserInfo(web.config, tokens.access_token, tokens.claims()!.sub);
      expect(Object.keys(about).toSorted()).toEqual(['email', 'name', 'sub']);
    },
  );

  test('pages on the way are in the first language that the program names and we speak, unless the person chose one', async () => {
    const asked = await web.ask({ ui_locales: 'se en-GB lv' });
    expect((await browserOf(t).open(asked.url)).body).toContain('<html lang="en"');
    const chosen = browserOf(t);
    await chosen.open('/sign-in?lang=lv');
    expect((await chosen.open(asked.url)).body).toContain('<html lang="lv"');
  });

  test('without nonce, state or the kind of answer: the first two are the program’s own matter, the last is refused', async () => {
    const person = browserOf(t);
    await web.enter(person, 'lietvedis');
    const asked = await web.ask();
    asked.url.searchParams.delete('nonce');
    const back = (await person.open(asked.url)).url;
    const tokens = await openid.authorizationCodeGrant(web.config, back, { pkceCodeVerifier: asked.verifier, expectedState: asked.state });
    expect(tokens.claims()).not.toHaveProperty('nonce');
    const none = await web.ask();
    none.url.searchParams.delete('response_type');
    await expect(none.finish((await person.open(none.url)).url)).rejects.toEqual(refusedWith('invalid_request'));
  });

  test('a secret may come in the form as well (client_secret_post)', async () => {
    const config = await t.discover(web.id, openid.ClientSecretPost(web.secret));
    const asked = await web.ask();
    const person = browserOf(t);
    const { url } = await person.signIn(await person.open(asked.url), 'lietvedis');
    const tokens = await openid.authorizationCodeGrant(config, url, { pkceCodeVerifier: asked.verifier, expectedNonce: asked.nonce, expectedState: asked.state });
    expect(tokens.claims()!.aud).toBe(web.id);
  });
});
