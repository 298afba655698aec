import type { AddressInfo } from 'node:net';
import { buildServer } from '#app/server.js';
import { readConfig } from '#app/config.js';
import { loadDemoUsers } from '#modules/access/public.js';
import { registerClient } from '#modules/apps/actions/clients.js';
import { registerClients } from '#modules/apps/permissions.js';
import { giveDemoPasswords } from '#modules/authentication/public.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { installation } from '#platform/actions/installation.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { SILENT } from '#platform/log/log.js';
import { hash } from '@node-rs/argon2';
import { inChild } from './measuring/child.js';
import type { Benchmark, Result } from './measuring/result.js';
import { median, repeatFor, type Timings } from './measuring/timings.js';
import { type BenchPlatform, withBenchPlatform } from './platform/bench-platform.js';
import { recordStatements } from './platform/recorded-statements.js';
import { startBareProvider } from './sign-in/bare-provider.js';
import type { FederatedAnswer, FederatedTask } from './sign-in/federated-client.js';
import { signaturesAlone, statementsAlone } from './sign-in/limits.js';

const PEOPLE = 48;
const ROUNDS = 3;
const SECONDS = 5;
/** Long enough that each connection has prepared every statement. */
const WARM_UP = 3;
const REDIRECT = 'http://127.0.0.1:9/back';
const PASSWORD = 'vienkopus-demo-2026';

export const signIn: Benchmark = {
  title: 'Sign-ins to another program through our provider, beside the library by itself; password sign-ins beside bare argon2id',
  run: () => withBenchPlatform('sign_in', measure),
};

async function measure(bench: BenchPlatform): Promise<Result[]> {
  const now = bench.platform.clock.now();
  const today = bench.platform.clock.today();
  await bench.database.transaction(async (tx) => {
    await loadDemoUsers(tx, { today, recordedAt: now });
    await giveDemoPasswords(tx);
  });
  const server = await listening(bench.platform);
  try {
    return [...(await federated(server, bench)), await signaturesAlone(SECONDS), await passwords(server.address)];
  } finally {
    await server.close();
  }
}

interface Listening {
  readonly platform: Platform;
  readonly address: string;
  close(): Promise<void>;
}

/** The provider has to know its address before it answers, so the port is taken first. */
async function listening(shared: Platform): Promise<Listening> {
  const probe = await buildServer(readConfig({}), shared, SILENT);
  await probe.listen({ port: 0, host: '127.0.0.1' });
  const { port } = probe.server.address() as AddressInfo;
  await probe.close();
  const address = `http://127.0.0.1:${port}`;
  const config = readConfig({ REQUESTS_PER_MINUTE: '1000000', PUBLIC_URL: address });
  const platform = { ...shared, installation: installation(config, 'the secret of the benchmarks') };
  const server = await buildServer(config, platform, SILENT);
  await server.listen({ port, host: '127.0.0.1' });
  return { platform, address, close: () => server.close() };
}

async function federated({ platform, address }: Listening, { runDueJobs, workerUrl, postgresMs }: BenchPlatform): Promise<Result[]> {
  const administrator = { kind: 'user' as const, id: '00000000-0000-7000-8000-000000000001', personId: null, name: 'Mērītājs', scopes: new Map([[registerClients.name, EVERYWHERE]]) };
  const fields = { kind: 'web', titleLv: 'Mērītāja lietotne', titleEn: 'Program of the benchmark', place: 'country', redirectUris: REDIRECT, scopes: [], firstParty: 'yes' };
  const { id, secret } = await perform(platform, registerClient, fields, { actor: administrator });
  await runDueJobs();
  const ours: FederatedTask = { issuer: `${address}/oidc`, clientId: id, clientSecret: secret!, redirectUri: REDIRECT, seconds: SECONDS, cookies: await oneByOne(() => sessionCookie(address)) };
  const bare = await startBareProvider({ id: 'bench', secret: 'the secret of the benchmark program', redirectUri: REDIRECT });
  const theirs: FederatedTask = { ...ours, issuer: bare.issuer, clientId: 'bench', clientSecret: 'the secret of the benchmark program', cookies: await oneByOne((n) => bare.cookiesOf(`person-${n}`)) };
  const runOn = (cpuMs: CpuSoFar) => (task: FederatedTask) => withCpu(cpuMs, postgresMs, () => inChild<FederatedAnswer>(new URL('sign-in/federated-client.ts', import.meta.url), task));
  const [run, runBare] = [runOn(ownCpuMs), runOn(bare.cpuMs)];
  await run({ ...ours, seconds: WARM_UP });
  await runBare({ ...theirs, seconds: WARM_UP });
  const rounds = { ours: [] as Round[], theirs: [] as Round[], asNew: [] as Round[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.ours.push(await run(ours));
    rounds.theirs.push(await runBare(theirs));
    rounds.asNew.push(await run({ ...ours, asNew: true }));
  }
  await bare.close();
  const recorded = await recordStatements(platform.database.pool, () => run({ ...ours, cookies: ours.cookies.slice(0, 1), seconds: 2 }));
  const what = `sign-ins to a program, ${PEOPLE} people at once`;
  const perSecond = ({ answer }: Round) => answer.perSecond;
  const ofOne = (ms: (round: Round) => number) => (round: Round) => ms(round) / (round.answer.perSecond * SECONDS);
  const cpuOfOne = ofOne(({ cpuMs }) => cpuMs);
  return [
    {
      what,
      ours: median(rounds.ours.map(perSecond)),
      unit: 'sign-ins/s',
      beside: { name: 'oidc-provider in memory', value: median(rounds.theirs.map(perSecond)) },
      timings: timingsIn(rounds.ours),
      goal: { of: 'ours', atLeast: 300 },
    },
    { what: `${what}, each in a new browser`, ours: median(rounds.asNew.map(perSecond)), unit: 'sign-ins/s', timings: timingsIn(rounds.asNew) },
    {
      what: 'processor time of the web process for a sign-in',
      ours: median(rounds.ours.map(cpuOfOne)),
      unit: 'ms',
      beside: { name: 'oidc-provider in memory', value: median(rounds.theirs.map(cpuOfOne)) },
    },
    { what: 'the same of PostgreSQL', ours: median(rounds.ours.map(ofOne(({ databaseMs }) => databaseMs))), unit: 'ms' },
    {
      what: 'the same of the client, which is browsers and programs',
      ours: median(rounds.ours.map(ofOne(({ answer }) => answer.cpuMs))),
      unit: 'ms',
      beside: { name: 'oidc-provider in memory', value: median(rounds.theirs.map(ofOne(({ answer }) => answer.cpuMs))) },
    },
    await statementsAlone(workerUrl, recorded, SECONDS),
  ];
}

interface Round {
  readonly answer: FederatedAnswer;
  /** What the provider's process, and so neither the client nor PostgreSQL, took of the processor meanwhile. */
  readonly cpuMs: number;
  /** What PostgreSQL took. */
  readonly databaseMs: number;
}

/** How much of the processor a process has used so far. */
type CpuSoFar = () => Promise<number>;

async function ownCpuMs(): Promise<number> {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function withCpu(cpuSoFar: CpuSoFar, postgresMs: () => number, work: () => Promise<FederatedAnswer>): Promise<Round> {
  const [before, database] = [await cpuSoFar(), postgresMs()];
  const answer = await work();
  return { answer, cpuMs: (await cpuSoFar()) - before, databaseMs: postgresMs() - database };
}

function timingsIn(rounds: readonly Round[]): Timings {
  const middle = (of: keyof Timings) => median(rounds.map(({ answer }) => answer.timings[of]));
  return { p50: middle('p50'), p95: middle('p95'), p99: middle('p99') };
}

/** A browser for each person. */
async function oneByOne(cookieOf: (n: number) => Promise<string>): Promise<string[]> {
  const cookies: string[] = [];
  for (let n = 0; n < PEOPLE; n += 1) cookies.push(await cookieOf(n));
  return cookies;
}

/** What argon2id costs is what a password sign-in costs: that is its purpose. */
async function passwords(address: string): Promise<Result> {
  const ours = await repeatFor(SECONDS, 4, () => sessionCookie(address));
  const bare = await repeatFor(SECONDS, 4, () => hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }));
  return { what: 'password sign-ins, 4 at once: limited by argon2id, as meant', ours: ours.perSecond, unit: 'sign-ins/s', beside: { name: 'the limit, argon2id alone (19 MiB, 2 rounds)', value: bare.perSecond }, timings: ours.timings };
}

/** Signs a made-up user in by password and gives the session's cookie. They take turns, since tries at one account from one network do. */
async function sessionCookie(address: string): Promise<string> {
  const logins = ['operators', 'registrators', 'auditors', 'tiesibas', 'administrators', 'izglitiba', 'vaditajs', 'lietvedis', 'izpilddirektors', 'iedzivotaji'];
  const login = logins[(sessionCookie.turn += 1) % logins.length]!;
  const answer = await fetch(`${address}/sign-in`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ login, password: PASSWORD, to: '/' }) });
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('session='))?.split(';')[0];
  if (!cookie) throw new Error(`not signed in: ${answer.status}`);
  return cookie;
}
sessionCookie.turn = 0;
