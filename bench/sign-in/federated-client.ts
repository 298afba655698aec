import { createHash, randomBytes } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { answerTask } from '../measuring/child.js';
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
}

/** Signs people in to a program by the authorization code with PKCE, as often as the provider lets it: two requests a sign-in. */
answerTask<FederatedTask>(async (task): Promise<FederatedAnswer> => {
  const agent = new Agent({ keepAlive: true, maxSockets: task.cookies.length });
  const idle = task.cookies.map(jarOf);
  const measured = await repeatFor(task.seconds, task.cookies.length, async () => {
    const jar = idle.pop()!;
    await signIn(task, agent, jar);
    idle.push(jar);
  });
  agent.destroy();
  return measured;
});

type Jar = Map<string, string>;

const jarOf = (cookies: string): Jar => new Map(cookies.split('; ').map(parted));
const written = (jar: Jar) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
const parted = (pair: string): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];

async function signIn({ issuer, clientId, clientSecret, redirectUri, asNew = false }: FederatedTask, agent: Agent, jar: Jar): Promise<void> {
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
  const sent = await ask(agent, `${issuer}/auth?${query}`, { headers: { cookie: written(jar) } });
  if (!asNew) for (const line of sent.cookies) jar.set(...parted(line.split(';')[0]!));
  const code = new URL(sent.location, redirectUri).searchParams.get('code');
  if (!code) throw new Error(`no code but ${sent.status} ${sent.location} ${sent.body.slice(0, 300)}`);
  const answer = await ask(agent, `${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier }).toString(),
  });
  if (answer.status !== 200 || !answer.body.includes('"id_token"')) throw new Error(`no token of ${issuer} but ${answer.status} ${answer.body.slice(0, 300)}`);
}

interface Sent {
  readonly method?: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const ask = (agent: Agent, url: string, { method = 'GET', headers, body }: Sent) =>
  new Promise<{ status: number; location: string; cookies: readonly string[]; body: string }>((resolve, reject) => {
    const outgoing = httpRequest(url, { agent, method, headers }, (answer) => {
      let words = '';
      answer.setEncoding('utf8').on('data', (part: string) => (words += part)).on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '', cookies: answer.headers['set-cookie'] ?? [], body: words }));
    });
    outgoing.on('error', reject).end(body);
  });
