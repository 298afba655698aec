import { Agent, request as httpRequest } from 'node:http';
import { answerTask } from '../measuring/child.js';
import { repeatFor, type Timings } from '../measuring/timings.js';

export interface JourneyTask {
  readonly address: string;
  /** Codes of pupils, each taken in turn; none where the other side knows nobody and the same requests are sent to it all the same. */
  readonly codes: readonly string[];
  readonly seconds: number;
  readonly atOnce: number;
}

export interface JourneyAnswer {
  readonly perSecond: number;
  readonly timings: Timings;
  readonly failed: number;
  readonly firstFailure: string;
  /** What came back: the first page, the ways in, one's results, a certificate. */
  readonly bodies: readonly string[];
}

interface Answer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}

answerTask<JourneyTask>(async ({ address, codes, seconds, atOnce }): Promise<JourneyAnswer> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 * atOnce });
  let [next, failed, firstFailure] = [0, 0, ''];
  let bodies: readonly string[] = [];
  const measured = await repeatFor(seconds, atOnce, async () => {
    try {
      bodies = await journey(agent, address, codes[next++ % Math.max(1, codes.length)]);
    } catch (error) {
      failed += 1;
      firstFailure ||= String(error);
    }
  });
  agent.destroy();
  return { ...measured, failed, firstFailure, bodies };
});

/** One pupil from the first page to a certificate, as a browser goes; what the e-journal does itself is part of the time. */
async function journey(agent: Agent, address: string, code: string | undefined): Promise<string[]> {
  const jar = new Map<string, string>();
  const go = (url: string, form?: Record<string, string>) => ask(agent, url, jar, form);
  const front = need(200, await go(`${address}/results`));
  const ways = need(200, await go(`${address}/results/sign-in`));
  const away = await go(`${address}/sign-in/outside/e-klase`, { to: '/results/mine' });
  let back = `${address}/sign-in/outside/e-klase/back`;
  if (code !== undefined) {
    const asked = new URL(need(303, away).location);
    const chosen = await ask(agent, `${asked.origin}/authorize`, new Map(), { ...Object.fromEntries(asked.searchParams), person: code, role: 'pupil' });
    back = chosen.location;
  }
  const inside = await go(back);
  if (code !== undefined) need(303, inside);
  const mine = need(200, await go(`${address}/results/mine`));
  if (!mine.body.includes('57')) throw new Error('no results were shown');
  const id = /name="id" value="([^"]+)"/.exec(mine.body)?.[1] ?? '';
  const csrf = /name="_csrf" value="([^"]+)"/.exec(mine.body)?.[1] ?? '';
  const certificate = need(200, await go(`${address}/results/certificate`, { id, _csrf: csrf }));
  return [front.body, ways.body, mine.body, certificate.body];
}

function need(status: number, answer: Answer): Answer {
  if (answer.status !== status) throw new Error(`${answer.status} in place of ${status}: ${answer.body.slice(0, 200)}`);
  return answer;
}

const ask = (agent: Agent, url: string, jar: Map<string, string>, form?: Record<string, string>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), accept: 'text/html', ...(form && { 'content-type': 'application/x-www-form-urlencoded' }) };
    const outgoing = httpRequest(url, { agent, method: form ? 'POST' : 'GET', headers }, (answer) => {
      const parts: Buffer[] = [];
      for (const line of answer.headers['set-cookie'] ?? []) {
        const [pair = ''] = line.split(';');
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '', body: Buffer.concat(parts).toString('latin1') }));
    });
    outgoing.on('error', reject).end(form && new URLSearchParams(form).toString());
  });
