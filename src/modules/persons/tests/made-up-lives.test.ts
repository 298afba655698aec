import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { continueMadeUpLives, loadMadeUpPersons } from '../public.js';
import { fillRegister, madeUpSettings } from './made-up.js';

const REFORM = isoDate('2021-07-01');
const RESIDENTS = 3_000;

let whole: TestPlatform;
let inTwo: TestPlatform;

beforeAll(async () => {
  [whole, inTwo] = [await testPlatform(), await testPlatform()];
  await fillRegister(whole, RESIDENTS);
});
afterAll(async () => {
  await whole.close();
  await inTwo.close();
});

/** Everything but ids and moments of recording, in an order of its own. */
const TABLES: Readonly<Record<string, string>> = {
  person: 'id, born_on, sex, died_on, family_key, given_key, home_atvk, home_part',
  name: 'person_id, given, family, valid_from, valid_to',
  code: 'person_id, code, valid_from, valid_to',
  address: 'person_id, atvk, part, street, valid_from, valid_to',
  guardianship: 'child_id, guardian_id, kind, place, basis, valid_from, valid_to',
  protection: 'person_id, kind, valid_from, valid_to',
  former_home: 'person_id, atvk, part, family_key, given_key, valid_from, valid_to',
  death: 'person_id, died_on, basis',
};
const contentsOf = async ({ database }: TestPlatform, table: string) => {
  const columns = sql.raw(TABLES[table]!);
  const rows = await database.read.all(z.object({ row: z.string() }), sql`select (${columns})::text as row from persons.${sql.raw(table)} order by 1`);
  return rows.map(({ row }) => row);
};
const latest = async ({ database }: TestPlatform) =>
  (await database.read.first(z.object({ day: z.string() }), sql`
    select greatest((select max(valid_from) from persons.address), (select max(valid_from) from persons.name), (select max(born_on) from persons.person), (select max(died_on) from persons.person))::text as day`))!.day;

describe('made-up lives loaded in two steps', () => {
  it('end on the eve of the reform after the first', async () => {
    await loadMadeUpPersons(inTwo.ownerUrl, await madeUpSettings(RESIDENTS), REFORM);
    expect(await latest(inTwo) < REFORM).toBe(true);
  });

  it('are after the second what they are when loaded at once', async () => {
    await continueMadeUpLives(inTwo.ownerUrl, await madeUpSettings(RESIDENTS), REFORM);
    for (const table of Object.keys(TABLES)) expect(await contentsOf(inTwo, table), table).toEqual(await contentsOf(whole, table));
    expect(await latest(inTwo) > REFORM).toBe(true);
  });

  it('are marked done in the very transaction that loads them, or not loaded', async () => {
    const t = await testPlatform();
    const settings = { ...(await madeUpSettings(100)), finish: () => Promise.reject(new Error('killed before the mark')) };
    await expect(loadMadeUpPersons(t.ownerUrl, settings)).rejects.toThrow('killed before the mark');
    expect(await contentsOf(t, 'person')).toEqual([]);
    await t.close();
  });
});
