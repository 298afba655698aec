import { z } from 'zod';
import { loadMadeUpUsers } from '#modules/access/public.js';
import { changeFounder } from '#modules/institutions/actions/change-founder.js';
import { loadMadeUpInstitutions, registerInstitutionsPermission } from '#modules/institutions/public.js';
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

/** Records ahead, for autumn, that institutions founded elsewhere go over to municipalities, one to each; gives the institutions. */
export async function takeOverInAutumn(t: TestPlatform, atvks: readonly string[]): Promise<{ id: string; regNr: string }[]> {
  const { rows } = await t.database.pool.query<{ id: string; regNr: string }>(
    `select i.id, i.reg_nr as "regNr" from institutions.institution i join institutions.founder f on f.institution_id = i.id and f.role = 'actual' and f.superseded_at is null and f.valid_to is null
     join territories.unit_version v on v.unit_id = f.unit_id and v.valid_to is null where i.closed_on is null and v.atvk not in ('0047000', '0023000') order by i.id limit $1`,
    [atvks.length],
  );
  for (const [at, { regNr }] of rows.entries()) await t.perform(changeFounder, { regNr, founderType: 'municipality', founderAtvk: atvks[at]!, from: '2026-09-01', reason: 'takeover', basis: 'Domes lēmums' }, actorWith([registerInstitutionsPermission]));
  return rows;
}

/** Registers a program of a municipality; gives its identity. */
export const programOf = async (t: TestPlatform, atvk: string): Promise<string> =>
  (await t.database.pool.query<{ id: string }>(
    `insert into apps.client (kind, title_lv, title_en, least_level, sector, scopes, unit_id, recorded_at, recorded_by, changed_at, changed_by)
     select 'native', 'Skolas autobuss', 'School bus', 'low', 'autobuss.example.lv', '{}', unit_id, now(), 'test', now(), 'test' from territories.unit_version where atvk = $1 returning id`,
    [atvk],
  )).rows[0]!.id;

export const countIn = async (t: TestPlatform, query: Sql): Promise<number> => (await t.database.read.first(z.object({ n: z.number() }), query))!.n;
