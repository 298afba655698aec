import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import { loadReferenceData } from '#app/data/reference-data.js';
import { inChild } from './measuring/child.js';
import { peakMemoryMbOf } from './measuring/memory.js';
import { mainThreadAndAllMsOf, processorMsOf } from './measuring/processor-time.js';
import type { Benchmark, Result } from './measuring/result.js';
import { type BenchPlatform, withBenchPlatform } from './platform/bench-platform.js';
import { whileProgramRuns } from './platform/shipped-program.js';
import type { JourneyAnswer, JourneyTask } from './results-morning/journey-client.js';
import { withPackets } from './results-morning/packets.js';
import { doorOf, pupilsOf, SETTLED } from './results-morning/pupils.js';
import { codeOf } from './status/learners.js';

/** A national morning has some 35,000. */
const PUPILS = Number(process.env['RESULTS_PUPILS'] ?? 35_000);
const SECONDS = Number(process.env['RESULTS_SECONDS'] ?? 20);
const AT_ONCE = Number(process.env['RESULTS_AT_ONCE'] ?? 48);
const WARM_UP = 3;
/** How many come at once to a door that lets in half of what was borne before. */
const RUSH = 300;
/** Numbers of the portal are read anew after ten seconds. */
const NUMBERS_KEPT_MS = 11_000;

export const resultsMorning: Benchmark = {
  title: `The morning of results: ${PUPILS.toLocaleString('en')} pupils from the first page by their e-journal to their results and a certificate, ${AT_ONCE} at once, each look logged, by the program as it is shipped`,
  run: () => withBenchPlatform('results_morning', measure, loadReferenceData),
};

async function measure(bench: BenchPlatform): Promise<Result[]> {
  await bench.asOwner(pupilsOf(PUPILS));
  for (const one of SETTLED) await bench.asOwner(one);
  const codes = Array.from({ length: PUPILS }, (_, at) => codeOf(at));
  const journal = fork(new URL('results-morning/journal.ts', import.meta.url), { serialization: 'advanced' });
  journal.send(codes.map((code) => ({ givenName: 'Anna', familyName: 'Paraugs', code })));
  const [settings] = (await once(journal, 'message')) as [object];
  try {
    const measured = await whileOpen(bench, settings, async ({ address, pid }) => {
      const run = (task: Omit<JourneyTask, 'address'>) => withProcessorTime({ bench, journal: journal.pid!, web: pid }, () => journeys({ address, ...task }));
      await run({ codes: codes.toReversed(), seconds: WARM_UP, atOnce: AT_ONCE });
      const first = await run({ codes, seconds: SECONDS, atOnce: AT_ONCE });
      const again = await run({ codes: codes.slice(0, first.answer.done), seconds: SECONDS, atOnce: AT_ONCE });
      const door = Math.max(1, Math.round(first.answer.perSecond / 2));
      await bench.asOwner(doorOf(door, 10));
      await sleep(NUMBERS_KEPT_MS);
      const rush = await run({ codes: codes.slice(first.answer.done), seconds: SECONDS, atOnce: RUSH });
      return { first, again, door, rush, packets: await withPackets(bench, address, SECONDS / 2), peakMb: peakMemoryMbOf(pid) };
    });
    const bare = await whileBare(measured.first.answer.bodies, (address) => journeys({ address, codes: [], seconds: SECONDS / 2, atOnce: AT_ONCE }));
    return resultsOf(measured, bare);
  } finally {
    journal.disconnect();
  }
}

interface Measured {
  readonly first: Run;
  readonly again: Run;
  readonly door: number;
  readonly rush: Run;
  readonly packets: readonly Result[];
  readonly peakMb: number;
}

function resultsOf({ first, again, door, rush, packets, peakMb }: Measured, bare: JourneyAnswer): Result[] {
  const { answer } = first;
  return [
    {
      what: `whole journeys (6 requests to us, the journal's own beside), each a first sign-in, ${failures(answer)}`,
      ours: answer.perSecond,
      unit: 'journeys/s',
      beside: { name: 'bare Fastify: the same six requests, the same bytes, no database and no journal', value: bare.perSecond },
      timings: answer.timings,
      peakMb,
      goal: { of: 'p95', atMost: 500 },
    },
    { what: 'the same, single answers', ours: answer.ofAnswers.p50, unit: 'ms', timings: answer.ofAnswers },
    ...cpuOf('a journey', first),
    { what: 'limit: two cores, all of these processes on them', ours: limitOf(first), unit: 'journeys/s' },
    { what: `journeys of people who have been here before, ${failures(again.answer)}`, ours: again.answer.perSecond, unit: 'journeys/s', timings: again.answer.timings },
    {
      what: `${RUSH} at once where ${door} a second are let in: ${rush.answer.queued.toLocaleString('en')} queue pages, ${failures(rush.answer)}; single answers`,
      ours: rush.answer.ofAnswers.p50,
      unit: 'ms',
      timings: rush.answer.ofAnswers,
      goal: { of: 'p95', atMost: 500 },
    },
    { what: 'the same, whole journeys with their waiting', ours: rush.answer.perSecond, unit: 'journeys/s', beside: { name: 'the door', value: door } },
    ...packets,
  ];
}

const failures = ({ failed, firstFailure }: JourneyAnswer): string => (failed > 0 ? `${failed} FAILED: ${firstFailure}` : 'none failed');

interface Run {
  readonly answer: JourneyAnswer;
  /** What each process took of the processor meanwhile, in milliseconds. */
  readonly cpu: Readonly<Record<'web, main thread' | 'web, other threads' | 'PostgreSQL' | 'e-journal (another’s machine)' | 'client (pupils’ own devices)', number>>;
}

interface Measuring {
  readonly bench: BenchPlatform;
  /** Processes. */
  readonly journal: number;
  readonly web: number;
}

async function withProcessorTime({ bench, journal, web }: Measuring, work: () => Promise<JourneyAnswer>): Promise<Run> {
  const now = () => ({ own: mainThreadAndAllMsOf(web), postgres: bench.postgresMs(), journal: processorMsOf(journal) });
  const before = now();
  const answer = await work();
  const after = now();
  const mainThread = after.own.mainThread - before.own.mainThread;
  return {
    answer,
    cpu: {
      'web, main thread': mainThread,
      'web, other threads': after.own.all - before.own.all - mainThread,
      PostgreSQL: after.postgres - before.postgres,
      'e-journal (another’s machine)': after.journal - before.journal,
      'client (pupils’ own devices)': answer.cpuMs,
    },
  };
}

const cpuOf = (of: string, { answer, cpu }: Run): Result[] => Object.entries(cpu).map(([name, ms]) => ({ what: `processor time of ${of}: ${name}`, ours: ms / answer.done, unit: 'ms' }));

const limitOf = ({ answer, cpu }: Run): number => (2_000 * answer.done) / Object.values(cpu).reduce((sum, ms) => sum + ms, 0);

const journeys = (task: JourneyTask): Promise<JourneyAnswer> => inChild<JourneyAnswer>(new URL('results-morning/journey-client.ts', import.meta.url), task);

/** The whole program with the journal among its ways in; it has to know its address before it answers, so a free port is found first. */
async function whileOpen<R>({ ownerUrl }: BenchPlatform, journal: object, work: (program: { readonly address: string; readonly pid: number }) => Promise<R>): Promise<R> {
  const probe = Fastify();
  await probe.listen({ port: 0, host: '127.0.0.1' });
  const { port } = probe.server.address() as AddressInfo;
  await probe.close();
  const address = `http://127.0.0.1:${port}`;
  return whileProgramRuns({ MODE: 'all', SIMULATORS: 'off', DATABASE_URL: ownerUrl, PORT: String(port), PUBLIC_URL: address, E_JOURNALS: JSON.stringify([journal]) }, ({ pid }) => work({ address, pid }));
}

/** The limit: the bytes of one journey by the same framework with nothing behind it. */
async function whileBare<R>([front = '', ways = '', mine = '', certificate = '']: readonly string[], work: (address: string) => Promise<R>): Promise<R> {
  const server = Fastify();
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, _body, done) => done(null, {}));
  const say = (method: 'GET' | 'POST', url: string, body: string) => {
    const bytes = Buffer.from(body, 'latin1');
    server.route({ method, url, handler: (_request, reply) => reply.type('text/html').send(bytes) });
  };
  say('GET', '/results', front);
  say('GET', '/results/sign-in', ways);
  say('POST', '/sign-in/outside/e-klase', '');
  say('GET', '/sign-in/outside/e-klase/back', '');
  say('GET', '/results/mine', mine);
  say('POST', '/results/certificate', certificate);
  await server.listen({ port: 0, host: '127.0.0.1' });
  try {
    return await work(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
  } finally {
    await server.close();
  }
}
