import { z } from 'zod';
import { loadMadeUpUsers } from '#modules/access/public.js';
import { loadMadeUpInstitutions } from '#modules/institutions/public.js';
import { isoDate } from '#kernel/iso-date.js';
import type { Sql } from '#platform/db/sql.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { draftReform } from '../actions/draft-reform.js';
import { decide, operate } from '../permissions.js';

export const OPERATOR = actorWith([operate, decide]);
export const MERGER = {
  titleLv: 'Piekrastes novads',
  titleEn: 'Piekrastes novads',
  effective: '2026-07-01',
  legalBasis: 'Izdomāts piemērs',
  units: '0057000; Piekrastes novads; novads; LV-114',
  successions: '0047000 > 0057000\n0023000 > 0057000',
};

/** A country of 150 institutions and 1,500 users, half a minute into the day of a merger that nobody has written down yet. */
export async function countryOnTheDay(): Promise<TestPlatform> {
  const t = await testPlatform({ now: '2026-07-01T00:00:30+03:00' });
  const now = t.platform.clock.now();
  const today = t.platform.clock.today();
  await t.database.transaction((tx) => loadMadeUpInstitutions(tx, { seed: 1, institutions: 150, residentsOf: () => 10_000, reforms: [], recordedAt: now }));
  await t.database.transaction((tx) => loadMadeUpUsers(tx, { seed: 1, users: 1_500, grants: 3_000, asOf: isoDate('2026-06-01'), confirmedOn: today, recordedAt: now }));
  return t;
}

export const draftMerger = async (t: TestPlatform, changes: Partial<typeof MERGER> = {}): Promise<string> => (await t.perform(draftReform, { ...MERGER, ...changes }, OPERATOR)).reformId;

export const countIn = async (t: TestPlatform, query: Sql): Promise<number> => (await t.database.read.first(z.object({ n: z.number() }), query))!.n;
