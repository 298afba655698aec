import pg from 'pg';
import { findLooks } from '#modules/persons/actions/read-looks.js';
import { type Actor, ANONYMOUS } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { madeUpEntries, madeUpPersonId } from './audit/made-up-entries.js';
import type { Benchmark, Result } from './measuring/result.js';
import { repeatFor } from './measuring/timings.js';
import { type BenchPlatform, withBenchPlatform } from './platform/bench-platform.js';
import { recordStatements } from './platform/recorded-statements.js';

const ROWS = Number(process.env['LOOKS_ROWS'] ?? 10_000_000);
const PERSONS = 4_000;
const SECONDS = 5;
const READERS = 4;

export const looks: Benchmark = {
  title: `Who looked at my data, over ${ROWS.toLocaleString('en')} entries about ${PERSONS.toLocaleString('en')} people`,
  run: () =>
    withBenchPlatform('looks', async (bench) => {
      await bench.asOwner(madeUpEntries(ROWS, PERSONS));
      return [
        await ask(bench, 'newest 50', () => ({})),
        await ask(bench, '50 within a month', () => ({ from: '2026-11-01', to: '2026-11-30' })),
      ];
    }),
};

/** The action, which is itself logged, beside its statements sent bare over as many connections. */
async function ask({ platform, database, workerUrl }: BenchPlatform, what: string, filter: () => object): Promise<Result> {
  let person = 0;
  const next = () => (person = (person + 1231) % PERSONS);
  const once = () => perform(platform, findLooks, filter(), { actor: residentOf(next()) });
  const asked = madeUpPersonId((person + 1231) % PERSONS);
  const statements = (await recordStatements(database.pool, once)).join(';').replaceAll(asked, WHO);
  const bare = new pg.Pool({ connectionString: workerUrl, max: READERS });
  const ours = await repeatFor(SECONDS, READERS, once);
  const theirs = await repeatFor(SECONDS, READERS, () => bare.query(statements.replaceAll(WHO, madeUpPersonId(next()))));
  await bare.end();
  return {
    what,
    ours: ours.perSecond,
    unit: 'asked/s',
    beside: { name: 'bare SQL', value: theirs.perSecond },
    timings: ours.timings,
    goal: { of: 'p95', atMost: 150 },
  };
}

const WHO = '<person>';

const residentOf = (number: number): Actor => ({ ...ANONYMOUS, kind: 'user', id: `resident-${number}`, personId: madeUpPersonId(number) });
