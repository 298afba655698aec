import { loadReferenceData } from '#app/data/reference-data.js';
import { demoUsers, loadDemoUsers } from '#modules/access/public.js';
import { giveDemoPasswords } from '#modules/authentication/public.js';
import { schoolYearOn } from '#modules/education/public.js';
import { countTouched, touchYears } from '#modules/marks/public.js';
import { PUPILS, schoolsOf, WHOLE } from './completeness/schools.js';
import { againstPgbench } from './http/against-pgbench.js';
import { whileListening } from './http/listening.js';
import type { Benchmark, Result } from './measuring/result.js';
import { duration } from './measuring/timings.js';
import { type BenchPlatform, withBenchPlatform } from './platform/bench-platform.js';

export const completeness: Benchmark = {
  title: 'How complete the country is: the board of all municipalities, and counting schools anew',
  run: () => withBenchPlatform('completeness', measure, loadReferenceData),
};

async function measure(bench: BenchPlatform): Promise<Result[]> {
  const { database, platform } = bench;
  const [now, today] = [platform.clock.now(), platform.clock.today()];
  const year = (await schoolYearOn(database.primary, today))!;
  await bench.asOwner(schoolsOf(year));
  await database.transaction(async (tx) => {
    await loadDemoUsers(tx, { today, recordedAt: now });
    await giveDemoPasswords(tx);
  });
  const board = await whileListening(bench, [], async (port) => {
    const request = `GET /marks/completeness?year=${year}&period=YEAR HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/html\r\ncookie: ${await cookiesOf(port)}\r\n\r\n`;
    return againstPgbench(bench, { what: 'the board of the country', port, request, connections: 1, goal: { of: 'p95', atMost: 300 } });
  });
  return [board, await counting(bench)];
}

/** Counting the schools that are there row by row. */
async function counting({ database, platform }: BenchPlatform): Promise<Result> {
  const { clock } = platform;
  await touchYears(database, clock.now());
  let counted = 0;
  const ms = await duration(async () => void (counted = await countTouched(database, clock, new Date(clock.now().getTime() + 300_000))));
  if (counted !== WHOLE) throw new Error(`counted ${counted} of ${WHOLE} schools`);
  return { what: `counting a school of ${PUPILS} pupils, three periods`, ours: ms / counted, unit: 'ms' };
}

async function cookiesOf(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'klasifikatori', password: demoUsers()[0]!.password }),
  });
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}
