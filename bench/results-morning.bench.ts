import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { readConfig } from '#app/config.js';
import { loadReferenceData } from '#app/data/reference-data.js';
import { buildServer } from '#app/server.js';
import { type Installation, installation } from '#platform/actions/installation.js';
import { SILENT } from '#platform/log/log.js';
import { inChild } from './measuring/child.js';
import type { Benchmark, Result } from './measuring/result.js';
import { type BenchPlatform, withBenchPlatform } from './platform/bench-platform.js';
import type { JourneyAnswer, JourneyTask } from './results-morning/journey-client.js';
import { withPackets } from './results-morning/packets.js';
import { pupilsOf, SETTLED } from './results-morning/pupils.js';
import { codeOf } from './status/learners.js';

const PUPILS = Number(process.env['RESULTS_PUPILS'] ?? 20_000);
const SECONDS = Number(process.env['RESULTS_SECONDS'] ?? 20);
const AT_ONCE = 16;
const WARM_UP = 3;

export const resultsMorning: Benchmark = {
  title: `The morning of results: ${PUPILS.toLocaleString('en')} pupils from the first page by their e-journal to their results and a certificate, ${AT_ONCE} at once, each look logged`,
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
    const { ours, packets } = await whileOpen(bench, settings, async (address, ofProgram) => {
      await journeys({ address, codes: codes.toReversed(), seconds: WARM_UP });
      return { ours: await journeys({ address, codes, seconds: SECONDS }), packets: await withPackets(bench, ofProgram, address, SECONDS / 2) };
    });
    const bare = await whileBare(ours.bodies, (address) => journeys({ address, codes: [], seconds: SECONDS }));
    return [
      {
        what: `whole journeys (6 requests to us, the journal's own beside)${ours.failed > 0 ? `, ${ours.failed} FAILED: ${ours.firstFailure}` : ', none failed'}`,
        ours: ours.perSecond,
        unit: 'journeys/s',
        beside: { name: 'bare Fastify: the same six requests, the same bytes, no database and no journal', value: bare.perSecond },
        timings: ours.timings,
        goal: { of: 'p95', atMost: 500 },
      },
      ...packets,
    ];
  } finally {
    journal.disconnect();
  }
}

const journeys = (task: Omit<JourneyTask, 'atOnce'>): Promise<JourneyAnswer> => inChild<JourneyAnswer>(new URL('results-morning/journey-client.ts', import.meta.url), { ...task, atOnce: AT_ONCE } satisfies JourneyTask);

/** The whole program with the journal among its ways in; it has to know its address before it answers, so the port is taken first. */
async function whileOpen<R>({ platform }: BenchPlatform, journal: object, work: (address: string, ofProgram: Installation) => Promise<R>): Promise<R> {
  const probe = Fastify();
  await probe.listen({ port: 0, host: '127.0.0.1' });
  const { port } = probe.server.address() as AddressInfo;
  await probe.close();
  const address = `http://127.0.0.1:${port}`;
  const config = readConfig({ REQUESTS_PER_MINUTE: '1000000000', PUBLIC_URL: address, E_JOURNALS: JSON.stringify([journal]) });
  const ofProgram = installation(config, 'the secret of the benchmarks');
  const server = await buildServer(config, { ...platform, installation: ofProgram }, SILENT);
  await server.listen({ port, host: '127.0.0.1' });
  try {
    return await work(address, ofProgram);
  } finally {
    await server.close();
  }
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
