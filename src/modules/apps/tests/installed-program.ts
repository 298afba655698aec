import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as openid from 'openid-client';
import { browserOf } from './browser.js';
import type { ListeningProgram } from './program.js';

const BACK = 'http://127.0.0.1:4711/atpakal';

/** An installed program after a person has entered it: with its tokens, bound to a key where one is given. */
export async function enterInstalled(t: ListeningProgram, id: string, login: string, bindTo?: CryptoKeyPair) {
  const config = await t.discover(id, openid.None());
  const DPoP = bindTo && openid.getDPoPHandle(config, bindTo);
  const verifier = openid.randomPKCECodeVerifier();
  const url = openid.buildAuthorizationUrl(config, { redirect_uri: BACK, scope: 'openid', code_challenge: await openid.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' });
  const person = browserOf(t);
  const { url: back } = await person.send(await person.signIn(await person.open(url), login), { decision: 'yes' });
  const tokens = await openid.authorizationCodeGrant(config, back, { pkceCodeVerifier: verifier, idTokenExpected: true }, undefined, DPoP && { DPoP });
  return { config, tokens, DPoP };
}

const SAMPLES = new URL('../../../../simulators/installed-app/', import.meta.url);
export const samplePath = (name: string): string => fileURLToPath(new URL(name, SAMPLES));

/** A sample as a process of its own; gives the rest of each line that begins with a word. */
export function startSample(name: string, environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [samplePath(name)], { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let fault = '';
  child.stderr.on('data', (part: Buffer) => (fault += part.toString()));
  const lines = createInterface({ input: child.stdout });
  const said = new Map<string, (rest: string) => void>();
  const kept = new Map<string, string>();
  lines.on('line', (line) => {
    const [word = '', rest = ''] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)];
    kept.set(word, rest);
    said.get(word)?.(rest);
  });
  return {
    says: (word: string) =>
      new Promise<string>((resolve, reject) => {
        if (kept.has(word)) return resolve(kept.get(word)!);
        said.set(word, resolve);
        child.once('exit', () => setTimeout(() => (kept.has(word) ? resolve(kept.get(word)!) : reject(new Error(`it ended: ${fault}`))), 50));
      }),
    stop: () => child.kill(),
  };
}
