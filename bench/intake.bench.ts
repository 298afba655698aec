import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { z } from 'zod';
import { fixedClock } from '#kernel/clock.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { registerClient } from '#modules/apps/actions/clients.js';
import { registerClients } from '#modules/apps/permissions.js';
import { manageUsers } from '#modules/access/permissions.js';
import { sql } from '#platform/db/sql.js';
import { whileListening } from './http/listening.js';
import { loadSchools, type Nation, YEAR } from './intake/schools.js';
import type { SendAnswer, SendTask } from './intake/sender.js';
import { inChild } from './measuring/child.js';
import { peakMemoryMbOf } from './measuring/memory.js';
import { processorMsOf } from './measuring/processor-time.js';
import type { Benchmark, Result } from './measuring/result.js';
import { type BenchPlatform, withBenchPlatform } from './platform/bench-platform.js';
import { BENCH_DATA } from './platform/bench-postgres.js';
import { recordStatements } from './platform/recorded-statements.js';
import { whileProgramRuns } from './platform/shipped-program.js';

/** Marks that are in the register before, and marks that are sent: each school has a year of 234 pupils in 13 subjects. */
const FULL = Number(process.env['INTAKE_FULL'] ?? 6_400_000);
const SENT = Number(process.env['INTAKE_SENT'] ?? 1_000_000);
const NOW = '2027-06-10T10:00:00+03:00';
const PUPILS = 234;
const SUBJECTS = 13;
const ROWS_OF_SCHOOL = PUPILS * SUBJECTS * 3;
const CONNECTIONS = 2;
/** The largest school's year in one batch, as the goal names it. */
const BIG = { pupils: 400, subjects: 14 };

export const intake: Benchmark = {
  title: `Marks from e-journals, one school a batch, into a register with ${FULL.toLocaleString('en')} marks of the year`,
  run: () => withBenchPlatform('intake', measure),
};

async function measure(bench: BenchPlatform): Promise<Result[]> {
  const [filled, sent] = [Math.round(FULL / ROWS_OF_SCHOOL), Math.max(7, Math.round(SENT / ROWS_OF_SCHOOL))];
  const ids = await subjectIds(bench);
  const nation: Nation = { schools: filled + sent, pupils: PUPILS, subjects: ids.slice(0, SUBJECTS) };
  await loadSchools(bench, nation, filled);
  const client = await registerSender(bench);
  const sender = (port: number, token: string) => (task: Pick<SendTask, 'from' | 'to' | 'connections'>) => inChild<SendAnswer>(new URL('intake/sender.ts', import.meta.url), { port, token, nation, ...task } satisfies SendTask);
  const statements = await statementsOfSchool(bench, async (port, school) => void (await sender(port, await tokenOf(port, client))({ from: school, to: school + 1, connections: 1 })), filled);
  return whileProgramRuns({ MODE: 'web', NOW, DATABASE_URL: bench.ownerUrl }, async ({ pid, address }) => {
    const port = Number(new URL(address!).port);
    const send = sender(port, await tokenOf(port, client));
    await send({ from: filled + 2, to: filled + 4, connections: CONNECTIONS });
    const once = await send({ from: filled + 4, to: filled + 5, connections: 1 });
    const [before, beforeIn] = [processorMsOf(pid), bench.postgresMs()];
    const all = await send({ from: filled + 5, to: filled + sent, connections: CONNECTIONS });
    const [used, usedIn] = [processorMsOf(pid) - before, bench.postgresMs() - beforeIn];
    const peakMb = peakMemoryMbOf(pid);
    const copied = await copySameRows(bench);
    const perSecond = all.rows / all.seconds;
    const bigPerRow = once.seconds / once.rows;
    return [
      { what: `${all.rows.toLocaleString('en')} rows over HTTP, ${all.answered} of them answered`, ours: perSecond, unit: 'rows/s', beside: { name: 'plain COPY', value: copied }, timings: all.timings, peakMb, goal: { of: 'ours', atLeast: 100_000 } },
      { what: 'processor time of the web process for 1,000 rows', ours: (used * 1_000) / all.rows, unit: 'ms' },
      { what: 'the same of PostgreSQL', ours: (usedIn * 1_000) / all.rows, unit: 'ms' },
      { what: 'the same of the client', ours: all.processor / all.rows, unit: 'ms' },
      { what: `a school’s year of ${ROWS_OF_SCHOOL.toLocaleString('en')} rows in one request, alone`, ours: once.seconds, unit: 's' },
      { what: `the same for ${BIG.pupils} pupils in ${BIG.subjects} subjects, by its rows`, ours: bigPerRow * BIG.pupils * BIG.subjects * 3, unit: 's', goal: { of: 'ours', atMost: 5 } },
      { what: 'statements of a batch', ours: statements, unit: 'statements', goal: { of: 'ours', atMost: 40 } },
    ];
  });
}

/** How many statements a school's batch takes after another's: counted where the server and its connections are in this process. */
async function statementsOfSchool(bench: BenchPlatform, send: (port: number, school: number) => Promise<void>, first: number): Promise<number> {
  const later = { ...bench, platform: { ...bench.platform, clock: fixedClock(NOW) } };
  return whileListening(later, [], async (port) => {
    await send(port, first);
    return (await recordStatements(bench.database.pool, () => send(port, first + 1))).length;
  });
}

const subjectIds = async ({ database }: BenchPlatform): Promise<number[]> =>
  (await database.read.all(z.object({ id: z.number() }), sql`select id from education.subject where not needs_language and valid_to is null order by id limit ${BIG.subjects}`)).map(({ id }) => id);

/** An e-journal that every school has confirmed, and a program of its own. */
async function registerSender({ platform, database, asOwner }: BenchPlatform) {
  await asOwner(`
    insert into access.app_user (login, name, unit_id, recorded_at, recorded_by) select 'sistema.bench', 'Sistēma', unit_id, now(), 'bench' from territories.unit_version limit 1;
    insert into access.role_grant (user_id, role_code, everywhere, valid_from, basis, confirmed_on, recorded_at, recorded_by) select id, 'e-journal', true, '2026-01-01', 'L', '2026-01-01', now(), 'bench' from access.app_user where login = 'sistema.bench';
    insert into intake.journal (code, name, vendor, user_id, state, recorded_at, recorded_by) select 'bench', 'bench', 'bench', id, 'registered', now(), 'bench' from access.app_user where login = 'sistema.bench';
    insert into intake.journal_school (journal_id, institution_id, valid_from, confirmed_at, confirmed_by) select j.id, i.id, '2026-09-01', now(), 'bench' from intake.journal j, institutions.institution i`);
  const user = (await database.read.first(z.object({ id: z.string(), unitId: z.number() }), sql`select id, unit_id from access.app_user where login = 'sistema.bench'`))!;
  const actor = { kind: 'user', id: user.id, personId: null, name: 'bench', scopes: new Map([registerClients, manageUsers].map(({ name }) => [name, EVERYWHERE])) } as const;
  return perform(platform, registerClient, { titleLv: 'E-žurnāls', titleEn: 'E-journal', place: `unit:${user.unitId}`, kind: 'machine', user: 'sistema.bench', firstParty: 'yes' }, { actor });
}

async function tokenOf(port: number, { id, secret }: { readonly id: string; readonly secret: string | null }): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/oidc/token`, {
    method: 'POST', body: 'grant_type=client_credentials',
    headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret!)}`).toString('base64')}` },
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error(`no token: ${answer.status}`);
  return token;
}

const COLUMNS =
  'year, institution_id, person_id, subject_id, period, membership_id, class_id, course_id, scale, value, language, decided_on, state, source_record, arrival_id';

/** The rows that were just taken, copied into the same table as of institutions of their own, on as many connections. Files stand between, so that no memory is measured with it. */
async function copySameRows({ ownerUrl }: BenchPlatform): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, part) => {
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      return { client, file: `${BENCH_DATA}/intake-${part}.copy`, part };
    }),
  );
  for (const { client, file, part } of clients) {
    const rows = `select ${COLUMNS.replace('institution_id', 'md5(institution_id::text)::uuid')} from marks.mark where year = ${YEAR} and arrival_id is not null and abs(hashtext(institution_id::text)) % ${CONNECTIONS} = ${part}`;
    await pipeline(client.query(copyTo(`copy (${rows}) to stdout`)), createWriteStream(file));
  }
  const begun = performance.now();
  const copies = await Promise.all(
    clients.map(async ({ client, file }) => {
      const copy = client.query(copyFrom(`copy marks.mark (${COLUMNS}) from stdin`));
      await pipeline(createReadStream(file), copy);
      return copy.rowCount;
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  await Promise.all(clients.map(({ client, file }) => Promise.all([client.end(), rm(file)])));
  return copies.reduce((sum, rows) => sum + rows, 0) / seconds;
}
