import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { BareClient } from './bare-program.js';

export interface BareProvider {
  readonly issuer: string;
  /** Signs a person in by the library's own development pages and gives the browser's cookies. */
  cookiesOf(person: string): Promise<string>;
  /** What its process has taken of the processor so far. */
  cpuMs(): Promise<number>;
  close(): Promise<void>;
}

/** The library by itself in a process of its own, so that neither its work nor what it keeps in memory is counted as ours. */
export async function startBareProvider(client: BareClient): Promise<BareProvider> {
  const child = fork(new URL('bare-program.ts', import.meta.url));
  const asked = async <Answer>(question: unknown): Promise<Answer> => {
    child.send(question as object);
    const [answer] = await once(child, 'message');
    return answer as Answer;
  };
  const { issuer } = await asked<{ issuer: string }>(client);
  return {
    issuer,
    cookiesOf: (person) => signInOnce(issuer, client, person),
    cpuMs: () => asked<number>('cpu'),
    async close() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

/** Walks through the development pages as a browser does: asked, signed in, sent on. */
async function signInOnce(issuer: string, { id, redirectUri }: BareClient, person: string): Promise<string> {
  const jar = new Map<string, string>();
  const go = async (url: string, body?: URLSearchParams): Promise<Response> => {
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie: written(jar) }, ...(body && { method: 'POST', body }) });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  };
  const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
  const query = new URLSearchParams({ client_id: id, response_type: 'code', scope: 'openid', redirect_uri: redirectUri, code_challenge: challenge, code_challenge_method: 'S256' });
  const asked = await go(`${issuer}/auth?${query}`);
  const page = new URL(asked.headers.get('location')!, issuer).href;
  await go(page);
  const resumed = await go(page, new URLSearchParams({ prompt: 'login', login: person, password: 'any' }));
  const back = await go(new URL(resumed.headers.get('location')!, issuer).href);
  if (!back.headers.get('location')?.startsWith(redirectUri)) throw new Error(`the bare provider did not sign in: ${back.status} ${back.headers.get('location')}`);
  return written(jar);
}

const written = (jar: ReadonlyMap<string, string>) => [...jar].filter(([, value]) => value).map(([name, value]) => `${name}=${value}`).join('; ');
