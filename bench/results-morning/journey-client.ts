import { setTimeout as sleep } from 'node:timers/promises';
import { answerTask } from '../measuring/child.js';
import { cookieLines, headerOf, type Jar, keepCookies, type PlainAnswer, type PlainClient, plainClient } from '../measuring/plain-client.js';
import { repeatFor, type Timings, timingsOf } from '../measuring/timings.js';

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
  /** How long single answers were waited for, queue pages too. */
  readonly ofAnswers: Timings;
  readonly done: number;
  /** How often somebody was shown their place in the queue. */
  readonly queued: number;
  readonly failed: number;
  readonly firstFailure: string;
  /** What this process took of the processor. */
  readonly cpuMs: number;
  /** What came back: the first page, the ways in, one's results, a certificate. */
  readonly bodies: readonly string[];
}

answerTask<JourneyTask>(async ({ address, codes, seconds, atOnce }): Promise<JourneyAnswer> => {
  const walkers = Array.from({ length: atOnce }, () => walkerTo(address));
  let [next, done, failed, firstFailure] = [0, 0, 0, ''];
  let bodies: readonly string[] = [];
  const before = process.cpuUsage();
  const measured = await repeatFor(seconds, atOnce, async () => {
    const walker = walkers.pop()!;
    try {
      bodies = await journey(walker, codes[next++ % Math.max(1, codes.length)]);
      done += 1;
    } catch (error) {
      failed += 1;
      firstFailure ||= String(error);
    }
    walkers.push(walker);
  });
  const { user, system } = process.cpuUsage(before);
  for (const walker of walkers) walker.close();
  return {
    ...measured, perSecond: measured.perSecond * (done / Math.max(1, done + failed)), ofAnswers: timingsOf(walkers.flatMap(({ waited }) => waited)), done, queued: walkers.reduce((sum, { queued }) => sum + queued, 0),
    failed, firstFailure, cpuMs: (user + system) / 1_000, bodies,
  };
});

interface Walker {
  readonly ours: PlainClient;
  readonly address: string;
  /** The connection to the e-journal, once its address is known. */
  journal: { readonly origin: string; readonly client: PlainClient } | undefined;
  readonly waited: number[];
  queued: number;
  close(): void;
}

function walkerTo(address: string): Walker {
  const ours = plainClient(address);
  const walker: Walker = {
    ours, address, journal: undefined, waited: [], queued: 0,
    close: () => {
      ours.close();
      walker.journal?.client.close();
    },
  };
  return walker;
}

const FORM = 'content-type: application/x-www-form-urlencoded';
const PAGE = 'accept: text/html';

/** One pupil from the first page to a certificate, as a browser goes; what the e-journal does itself is part of the time. */
async function journey(walker: Walker, code: string | undefined): Promise<string[]> {
  const jar: Jar = new Map();
  const go = async (path: string, form?: Record<string, string>): Promise<PlainAnswer> => {
    const began = performance.now();
    const body = form && new URLSearchParams(form).toString();
    const answer = await walker.ours.ask(path, { method: form ? 'POST' : 'GET', headers: [PAGE, ...cookieLines(jar), ...(form ? [FORM] : [])], ...(body !== undefined && { body }) });
    walker.waited.push(performance.now() - began);
    keepCookies(jar, answer);
    const again = answer.status === 200 ? headerOf(answer, 'refresh') : undefined;
    if (again === undefined) return answer;
    walker.queued += 1;
    await sleep(Number(again) * 1_000);
    return go(path, form);
  };
  const front = need(200, await go('/results'));
  const ways = need(200, await go('/results/sign-in'));
  const away = await go('/sign-in/outside/e-klase', { to: '/results/mine' });
  const inside = await go(code === undefined ? '/sign-in/outside/e-klase/back' : await proveAt(walker, need(303, away), code));
  if (code !== undefined) need(303, inside);
  const mine = need(200, await go('/results/mine'));
  const words = mine.body.toString('latin1');
  if (!words.includes('57')) throw new Error('no results were shown');
  const id = /name="id" value="([^"]+)"/.exec(words)?.[1] ?? '';
  const csrf = /name="_csrf" value="([^"]+)"/.exec(words)?.[1] ?? '';
  const certificate = need(200, await go('/results/certificate', { id, _csrf: csrf }));
  return [front.body, ways.body, mine.body, certificate.body].map((body) => body.toString('latin1'));
}

/** At the e-journal the pupil chooses who they are; gives where it sends them back to. */
async function proveAt(walker: Walker, away: PlainAnswer, code: string): Promise<string> {
  const asked = new URL(headerOf(away, 'location') ?? '');
  if (walker.journal?.origin !== asked.origin) walker.journal = { origin: asked.origin, client: plainClient(asked.origin) };
  const body = `${asked.search.slice(1)}&person=${code}&role=pupil`;
  const chosen = await walker.journal.client.ask('/authorize', { method: 'POST', headers: [FORM], body });
  const back = new URL(headerOf(chosen, 'location') ?? '');
  return `${back.pathname}${back.search}`;
}

function need(status: number, answer: PlainAnswer): PlainAnswer {
  if (answer.status !== status) throw new Error(`${answer.status} in place of ${status}: ${answer.body.toString('utf8').slice(0, 200)}`);
  return answer;
}
