import { createHash, randomBytes } from 'node:crypto';
import { answerTask } from '../measuring/child.js';
import { cookieLines, headerOf, type Jar, keepCookies, parted, type PlainClient, plainClient } from '../measuring/plain-client.js';
import { repeatFor } from '../measuring/timings.js';

export interface FederatedTask {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  /** A browser's cookies for each person at once; each is signed in at the provider already. */
  readonly cookies: readonly string[];
  readonly seconds: number;
  /** Browsers come with what they were given at first each time, as after a new sign-in, in place of keeping what they are given. */
  readonly asNew?: boolean;
}

export interface FederatedAnswer {
  readonly perSecond: number;
  readonly timings: { readonly p50: number; readonly p95: number; readonly p99: number };
  /** What this process took of the processor. */
  readonly cpuMs: number;
}

/** Signs people in to a program by the authorization code with PKCE, as often as the provider lets it: two requests a sign-in. */
answerTask<FederatedTask>(async (task): Promise<FederatedAnswer> => {
  const idle = task.cookies.map((cookies): Browser => ({ jar: new Map(cookies.split('; ').map(parted)), client: plainClient(task.issuer) }));
  const before = process.cpuUsage();
  const measured = await repeatFor(task.seconds, task.cookies.length, async () => {
    const browser = idle.pop()!;
    await signIn(task, browser);
    idle.push(browser);
  });
  const { user, system } = process.cpuUsage(before);
  for (const { client } of idle) client.close();
  return { ...measured, cpuMs: (user + system) / 1_000 };
});

/** A person's browser; the program asks for its token over the same connection, as one does that keeps its own. */
interface Browser {
  readonly jar: Jar;
  readonly client: PlainClient;
}

async function signIn({ issuer, clientId, clientSecret, redirectUri, asNew = false }: FederatedTask, { jar, client }: Browser): Promise<void> {
  const { pathname: root } = new URL(issuer);
  const base = root === '/' ? '' : root;
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: redirectUri,
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const sent = await client.ask(`${base}/auth?${query}`, { headers: cookieLines(jar) });
  if (!asNew) keepCookies(jar, sent);
  const code = new URL(headerOf(sent, 'location') ?? '', redirectUri).searchParams.get('code');
  if (!code) throw new Error(`no code but ${sent.status} ${sent.headers} ${sent.body.toString('utf8').slice(0, 300)}`);
  const answer = await client.ask(`${base}/token`, {
    method: 'POST',
    headers: [`authorization: Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`, 'content-type: application/x-www-form-urlencoded'],
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier }).toString(),
  });
  if (answer.status !== 200 || !answer.body.includes('"id_token"')) throw new Error(`no token of ${issuer} but ${answer.status} ${answer.body.toString('utf8').slice(0, 300)}`);
}
