import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import pg from 'pg';
import { loadReferenceData } from '#app/data/reference-data.js';
import { loadDemoMachineUsers } from '#modules/access/public.js';
import { loadDemoMachines } from '#modules/apps/public.js';
import { inChild } from './measuring/child.js';
import { peakMemoryMbOf } from './measuring/memory.js';
import type { Benchmark, Result } from './measuring/result.js';
import { type BenchPlatform, withBenchPlatform } from './platform/bench-platform.js';
import { whileProgramRuns } from './platform/shipped-program.js';
import { codeOf, learnersOf, SETTLING } from './status/learners.js';
import type { CheckingAnswer, CheckingTask } from './status/checking-client.js';

const LEARNERS = Number(process.env['STATUS_LEARNERS'] ?? 250_000);
const RATE = Number(process.env['STATUS_RATE'] ?? 1_000);
/** Long enough that Node goes through its whole heap as often as it does all day, once in one to two minutes: shorter, p99 hangs on whether it happened to. */
const SECONDS = 135;
const WARM_UP = 45;
const CONNECTIONS = 32;
const [LOGIN, CLIENT, SECRET] = ['sistema.atlaides', '0e000000-0000-4000-8000-0000000000ff', 'the secret of the benchmark'];

export const status: Benchmark = {
  title: `Whether someone is a learner, asked ${RATE.toLocaleString('en')} times a second about ${LEARNERS.toLocaleString('en')} learners, each check logged`,
  run: () => withBenchPlatform('status', measure, loadReferenceData),
};

async function measure(bench: BenchPlatform): Promise<Result[]> {
  const { database, platform } = bench;
  const [now, today] = [platform.clock.now(), platform.clock.today()];
  await bench.asOwner(learnersOf(LEARNERS));
  for (const one of SETTLING) await bench.asOwner(one);
  await database.transaction(async (tx) => {
    await loadDemoMachineUsers(tx, [{ login: LOGIN, name: 'Sistēma: atvieglojumi', roleCode: 'status-checker' }], { today, recordedAt: now });
    await loadDemoMachines(tx, [{ id: CLIENT, secret: SECRET, login: LOGIN, titleLv: 'Atvieglojumi', titleEn: 'Reliefs' }], now);
  });
  return whileProgramRuns({ MODE: 'all', DATABASE_URL: bench.ownerUrl }, async ({ pid, address }) => {
    const port = Number(new URL(address!).port);
    const token = await tokenFrom(port);
    const everyone = await checking({ port, token, bodies: codes(LEARNERS, 7_919) });
    const few = await checking({ port, token, bodies: codes(2_000, 131) });
    const bare = await whileBare(bench, (barePort) => checking({ port: barePort, token, bodies: codes(LEARNERS, 7_919) }));
    return [
      { ...resultOf('different people', everyone, bare), peakMb: peakMemoryMbOf(pid) },
      resultOf('the same 2,000 people again and again (answers up to a minute old)', few, bare),
    ];
  });
}

const resultOf = (what: string, ours: CheckingAnswer, bare: CheckingAnswer): Result => ({
  what: `${what}: p99 at ${Math.round(ours.perSecond)} checks/s${ours.failed > 0 ? `, ${ours.failed} failed` : ''}`,
  ours: ours.timings.p99,
  unit: 'ms',
  beside: { name: `bare Fastify with the same statement, at ${Math.round(bare.perSecond)}/s`, value: bare.timings.p99 },
  timings: ours.timings,
  goal: { of: 'ours', atMost: 20 },
});

const checking = (task: Pick<CheckingTask, 'port' | 'token' | 'bodies'>): Promise<CheckingAnswer> =>
  inChild<CheckingAnswer>(new URL('status/checking-client.ts', import.meta.url), { perSecond: RATE, seconds: SECONDS, connections: CONNECTIONS, warmUp: WARM_UP, ...task } satisfies CheckingTask);

/** Bodies about so many learners, jumping through them so that neighbours are not asked one after the other. */
const codes = (count: number, step: number): string[] => Array.from({ length: Math.min(count, RATE * SECONDS) }, (_, at) => JSON.stringify({ personCode: codeOf((at * step) % count) }));

async function tokenFrom(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${CLIENT}:${encodeURIComponent(SECRET)}`).toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  if (!answer.ok) throw new Error(`no token: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** The limit: the same statement behind the same HTTP server with nothing else, neither right nor log. */
async function whileBare<R>({ workerUrl }: BenchPlatform, work: (port: number) => Promise<R>): Promise<R> {
  const pool = new pg.Pool({ connectionString: workerUrl, max: 16 });
  const server = Fastify();
  server.post('/api/education/status', async (request) => {
    const { personCode } = request.body as { personCode: string };
    return (await pool.query({ name: 'status', text: BARE, values: [personCode] })).rows[0] ?? {};
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  try {
    return await work((server.server.address() as AddressInfo).port);
  } finally {
    await server.close();
    await pool.end();
  }
}

const BARE = `select p.id, m.id is not null as is_learner, g.stage, m.form, m.valid_to from persons.person p
  left join lateral (select l.id, l.programme_code, l.form, l.valid_to from education.membership l where l.person_id = p.id and l.superseded_at is null
    and l.valid_from <= current_date and (l.valid_to is null or l.valid_to > current_date) order by l.is_main desc, l.valid_from limit 1) m on true
  left join education.programme g on g.code = m.programme_code
  where p.id in (select c.person_id from persons.code c where c.code = $1 and c.superseded_at is null)`;
