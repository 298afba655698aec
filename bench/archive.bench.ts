import { randomBytes } from 'node:crypto';
import { loadReferenceData } from '#app/data/reference-data.js';
import { handOutSitting, readHandedOut } from '#modules/certificates/actions/hand-out.js';
import { handOut } from '#modules/certificates/permissions.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { zip } from '#platform/spreadsheets/zip.js';
import type { Benchmark, Result } from './measuring/result.js';
import { repeatFor } from './measuring/timings.js';
import { type BenchPlatform, withBenchPlatform } from './platform/bench-platform.js';
import { pupilsOf, SETTLED } from './results-morning/pupils.js';

const CERTIFICATES = 200;
const BYTES = 30_000;
const SECONDS = 10;

export const archive: Benchmark = {
  title: `A sitting's ${CERTIFICATES} certificates as one streamed archive: noted in the ledger and the log, then read and packed one after the other`,
  run: () => withBenchPlatform('archive', measure, loadReferenceData),
};

async function measure({ platform, database, asOwner }: BenchPlatform): Promise<Result[]> {
  await asOwner(pupilsOf(CERTIFICATES, 1));
  for (const one of SETTLED) await asOwner(one);
  const id = String((await database.pool.query('select id from exams.sitting limit 1')).rows[0].id);
  const actor = { kind: 'user' as const, id: '00000000-0000-7000-8000-000000000001', personId: null, name: 'Mērītājs', scopes: new Map([[handOut.name, EVERYWHERE]]) };
  const occasion = { actor, reason: 'bench' };
  const ours = await repeatFor(SECONDS, 1, async () => {
    await perform(platform, handOutSitting, { id }, occasion);
    const { entries } = await perform(platform, readHandedOut, { id }, occasion);
    if (entries.length !== CERTIFICATES) throw new Error(`${entries.length} certificates in place of ${CERTIFICATES}`);
    await drain(zip(entries.map(({ path, content }) => ({ path, content: contentOf(content) }))));
  });
  const bytes = Array.from({ length: CERTIFICATES }, () => randomBytes(BYTES));
  const bare = await repeatFor(SECONDS / 2, 1, () => drain(zip(bytes.map((one, at) => ({ path: `${at}.edoc`, content: [one] })))));
  return [{ what: `archives of ${CERTIFICATES} certificates of ${BYTES / 1_000} kB`, ours: ours.perSecond, unit: 'archives/s', beside: { name: 'the same bytes packed from memory', value: bare.perSecond }, timings: ours.timings, goal: { of: 'p95', atMost: 2_000 } }];
}

async function* contentOf(read: () => Promise<{ readonly content: Buffer } | undefined>): AsyncGenerator<Uint8Array> {
  const file = await read();
  if (file) yield file.content;
}

async function drain(chunks: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of chunks);
}
