import * as openid from 'openid-client';
import type { Browser, Seen } from './browser.js';
import type { ListeningProgram } from './program.js';

export interface WebProgramWishes {
  readonly back?: string;
  readonly [field: string]: unknown;
}

/** An independent web program (openid-client) that is entered by code and PKCE. */
export async function webProgram(t: ListeningProgram, { back = 'https://portals.example.lv/atpakal', ...fields }: WebProgramWishes = {}) {
  const { id, secret } = await t.client({ kind: 'web', redirectUris: back, postLogoutUris: `${new URL(back).origin}/izrakstijies`, ...fields });
  const config = await t.discover(id, openid.ClientSecretBasic(secret!));

  /** One request of the program, with all that it must remember. */
  async function ask(wishes: Readonly<Record<string, string>> = {}) {
    const verifier = openid.randomPKCECodeVerifier();
    const nonce = openid.randomNonce();
    const state = openid.randomState();
    const url = openid.buildAuthorizationUrl(config, { redirect_uri: back, scope: 'openid profile email', code_challenge: await openid.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', nonce, state, ...wishes });
    const finish = (at: URL) =>
      openid.authorizationCodeGrant(config, at, { pkceCodeVerifier: verifier, expectedNonce: nonce, expectedState: state, idTokenExpected: true, ...('max_age' in wishes && { maxAge: Number(wishes['max_age']) }) });
    return { url, finish, verifier, nonce, state };
  }

  /** A person enters the program; whoever is not signed in does it on the way. */
  async function enter(person: Browser, login: string, wishes: Readonly<Record<string, string>> = {}) {
    const asked = await ask(wishes);
    let page: Seen = await person.open(asked.url);
    if (page.url.pathname === '/sign-in') page = await person.signIn(page, login);
    return { ...asked, page, tokens: await asked.finish(page.url) };
  }

  return { id, secret: secret!, config, back, ask, enter };
}
