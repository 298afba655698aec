import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { findPersons } from '../actions/find-persons.js';
import { viewCard } from '../actions/view-card.js';
import type { Listed } from '../domain/masking.js';
import { findPersonsPermission as find, findProtectedPermission as findProtected, readProtectedPermission as readProtected } from '../permissions.js';
import { fillRegister } from './made-up.js';

/** Where everyone lives on today's map, reckoned apart from the program: one row per person. */
const HOMES = `
  select p.id, p.family_key, p.given_key, v.unit_id, exists (select from persons.protection x where x.person_id = p.id) as is_protected
  from persons.person p
  left join territories.lineage named on named.atvk = p.home_atvk and named.part = p.home_part and named.part <> '' and named.edition = '2025-07-01'
  left join territories.lineage whole on whole.atvk = p.home_atvk and whole.part = '' and whole.edition = '2025-07-01'
  left join territories.unit_version v on v.atvk = case when named.atvk is null then whole.target_atvk else named.target_atvk end`;

interface Home { id: string; family_key: string; given_key: string; unit_id: number | null; is_protected: boolean }

/** Everyone as of 30.06.2021, reckoned apart: the name, and the unit of the home on the map of the day and on the latest. */
const ON_DAY = `
  select p.id, unaccent(lower(n.family)) as family_key, p.family_key as now_key, n.given || ' ' || n.family as name, o.atvk as old_atvk, o.name as old_unit, w.atvk as new_atvk, w.name as new_unit,
    exists (select from persons.protection x where x.person_id = p.id) as is_protected
  from persons.person p join persons.name n on n.person_id = p.id and daterange(n.valid_from, n.valid_to) @> date '2021-06-30'
  left join persons.address a on a.person_id = p.id and daterange(a.valid_from, a.valid_to) @> date '2021-06-30'
  left join territories.lineage x on x.atvk = a.atvk and x.edition = '2011-01-03' and x.part in (a.part, '') and not exists (select from territories.lineage y where y.atvk = x.atvk and y.edition = x.edition and y.part in (a.part, '') and y.part > x.part)
  left join territories.unit_version o on o.atvk = x.target_atvk
  left join territories.lineage z on z.atvk = a.atvk and z.edition = '2025-07-01' and z.part in (a.part, '') and not exists (select from territories.lineage y where y.atvk = z.atvk and y.edition = z.edition and y.part in (a.part, '') and y.part > z.part)
  left join territories.unit_version w on w.atvk = z.target_atvk`;

interface OnDay { id: string; family_key: string; now_key: string; name: string; old_atvk: string | null; old_unit: string | null; new_atvk: string | null; new_unit: string | null; is_protected: boolean }

let t: TestPlatform;
let homes: Home[];
const CASE = { caseReference: '1-2/33' };

beforeAll(async () => {
  t = await testPlatform();
  await fillRegister(t, 4_000);
  const client = new pg.Client({ connectionString: t.ownerUrl });
  await client.connect();
  homes = (await client.query<Home>(HOMES)).rows;
  await client.end();
});
afterAll(() => t.close());

const search = (words: object, actor = actorWith([find])) => t.perform(findPersons, { ...CASE, ...words }, actor, 'application');

async function searchAll(words: object, actor = actorWith([find])): Promise<Listed[]> {
  const persons: Listed[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page = await search({ ...words, after }, actor);
    persons.push(...page.persons);
    after = page.next;
  }
  return persons;
}

const ids = (persons: readonly { id: string }[]) => persons.map((one) => one.id).sort();

describe('a search', () => {
  it('shows nobody outside the municipalities of who searches, and everyone inside them, page after page', async () => {
    const unitIds = [...new Set(homes.map((home) => home.unit_id).filter((id) => id !== null))];
    const prefixes = [...new Set(homes.map((home) => home.family_key.slice(0, 2)))];
    await fc.assert(
      fc.asyncProperty(fc.subarray(unitIds, { maxLength: 6 }), fc.constantFrom(...prefixes), fc.boolean(), async (scope, family, withProtected) => {
        fc.pre(scope.length > 0);
        const actor = actorWith(withProtected ? [find, findProtected] : [find], { unitIds: scope });
        const expected = homes.filter((home) => home.unit_id !== null && scope.includes(home.unit_id) && home.family_key.startsWith(family) && (withProtected || !home.is_protected));
        expect(ids(await searchAll({ family }, actor))).toEqual(ids(expected));
      }),
      { numRuns: 60 },
    );
  });

  it('finds a person by any of their codes, but not outside the scope', async () => {
    const client = new pg.Client({ connectionString: t.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ code: string; person_id: string }>('select code, person_id from persons.code where valid_to is not null limit 5');
    await client.end();
    for (const { code, person_id } of rows) {
      const home = homes.find((one) => one.id === person_id)!;
      if (home.is_protected || home.unit_id === null) continue;
      expect(ids((await search({ code })).persons)).toEqual([person_id]);
      expect((await search({ code }, actorWith([find], { unitIds: [home.unit_id === 1 ? 2 : 1] }))).persons).toEqual([]);
    }
  });

  it('does not mind diacritics or capitals', async () => {
    const plain = await searchAll({ family: 'BERZIN' });
    expect(plain.length).toBeGreaterThan(0);
    expect(ids(await searchAll({ family: 'bērziņ' }))).toEqual(ids(plain));
  });

  it('shows of a protected person initials alone, and only with the separate right', async () => {
    const hidden = homes.filter((home) => home.is_protected);
    const [one] = hidden;
    const words = { family: one!.family_key, given: one!.given_key };
    expect(ids(await searchAll(words))).not.toContain(one!.id);
    const row = (await searchAll(words, actorWith([find, findProtected]))).find((person) => person.id === one!.id)!;
    expect(row).toMatchObject({ code: null, bornOn: null, home: null, isProtected: true });
    expect(row.name).toMatch(/^(\p{L}\. ?)+$/u);
  });

  it('goes on after nobody whom the rights do not show: a place in the order would tell of them', async () => {
    const [protectedOne, stranger] = [homes.find((home) => home.is_protected)!, homes.find((home) => !home.is_protected && home.unit_id !== 1)!];
    const firstPage = async (after: string, more: object, actor = actorWith([find])) => ids((await search({ family: protectedOne.family_key.slice(0, 2), ...more, after }, actor)).persons);
    for (const more of [{}, { sort: 'bornOn', order: 'desc' }, { on: '2021-06-30' }]) {
      expect(await firstPage(protectedOne.id, more)).toEqual(await firstPage('01900000-0000-7000-8000-ffffffffffff', more));
      const here = actorWith([find], { unitIds: [1] });
      expect(await firstPage(stranger.id, { ...more, family: stranger.family_key.slice(0, 2) }, here)).toEqual(await firstPage('', { ...more, family: stranger.family_key.slice(0, 2) }, here));
    }
  });

  it('opens the card of a protected person only with the right to read it, and says no more than of nobody', async () => {
    const one = homes.find((home) => home.is_protected)!;
    const open = (id: string, actor: Parameters<typeof search>[1]) => t.perform(viewCard, { id, ...CASE }, actor, 'application');
    const unknown = '01900000-0000-7000-8000-ffffffffffff';
    const [hidden, nobody] = await Promise.allSettled([open(one.id, actorWith([find, findProtected])), open(unknown, actorWith([find]))]);
    expect(hidden).toMatchObject({ status: 'rejected', reason: { status: 404 } });
    expect(nobody).toMatchObject({ status: 'rejected', reason: { status: 404 } });
    expect((await open(one.id, actorWith([find, readProtected]))).person.id).toBe(one.id);
  });

  it('of an earlier day finds everyone by the name and home of that day, on any map, page after page', async () => {
    const client = new pg.Client({ connectionString: t.ownerUrl });
    await client.connect();
    const { rows } = await client.query<OnDay>(ON_DAY);
    await client.end();
    const renamed = rows.filter((one) => one.family_key !== one.now_key && !one.is_protected);
    expect(renamed.length).toBeGreaterThan(0);
    const prefixes = [...new Set(renamed.map((one) => one.family_key.slice(0, 2)))].slice(0, 8);
    for (const family of prefixes) {
      const expected = rows.filter((one) => one.family_key.startsWith(family) && !one.is_protected);
      const old = await searchAll({ family, on: '2021-06-30' });
      const anew = await searchAll({ family, on: '2021-06-30', edition: '2025-07-01' });
      expect(ids(old)).toEqual(ids(expected));
      expect(old.map(({ id, name }) => `${id} ${name}`).sort()).toEqual(expected.map((one) => `${one.id} ${one.name}`).sort());
      // The same people stand on both maps, each once: the totals are equal, however they are divided.
      expect(ids(anew)).toEqual(ids(old));
      for (const one of anew) expect(one.home?.onMap ?? null).toBe(expected.find(({ id }) => id === one.id)!.new_unit);
      for (const one of old) expect(one.home?.onMap ?? null).toBe(expected.find(({ id }) => id === one.id)!.old_unit);
    }
    const { family_key: family, id, old_atvk, new_atvk } = renamed.find((one) => one.old_atvk !== null && one.new_atvk !== null)!;
    const found = async (words: object) => (await searchAll({ family, on: '2021-06-30', ...words })).map((one) => one.id).includes(id);
    expect([await found({ atvk: old_atvk }), await found({ atvk: new_atvk, edition: '2025-07-01' }), await found({ on: '' })]).toEqual([true, true, false]);
  });

  it('of an earlier day finds in each municipality of either map exactly those who lived there then, in any order', async () => {
    const client = new pg.Client({ connectionString: t.ownerUrl });
    await client.connect();
    const { rows } = await client.query<OnDay>(ON_DAY);
    await client.end();
    const prefix = 'be';
    const open = rows.filter((one) => !one.is_protected && one.family_key.startsWith(prefix));
    for (const [edition, atvkOf] of [['', (one: OnDay) => one.old_atvk], ['2025-07-01', (one: OnDay) => one.new_atvk]] as const) {
      for (const [atvk, expected] of Map.groupBy(open, atvkOf)) {
        if (atvk === null) continue;
        const words = { family: prefix, on: '2021-06-30', edition, atvk };
        expect(ids(await searchAll(words)), `${atvk} ${edition}`).toEqual(ids(expected));
        if (expected.length < 3) continue;
        const [oldest, youngest] = [await searchAll({ ...words, sort: 'bornOn' }), await searchAll({ ...words, sort: 'bornOn', order: 'desc' })];
        expect(oldest.map((one) => one.bornOn)).toEqual(expected.map(({ id }) => oldest.find((one) => one.id === id)!.bornOn).toSorted());
        expect(ids(youngest)).toEqual(ids(oldest));
        expect(youngest.map((one) => one.bornOn)).toEqual(oldest.map((one) => one.bornOn).toReversed());
      }
    }
  });

  it('stands in the order asked for, page after page, each person once', async () => {
    const byName = await searchAll({ family: 'be' });
    expect(byName.length).toBeGreaterThan(30);
    expect((await searchAll({ family: 'be', order: 'desc' })).map(({ id }) => id)).toEqual(byName.map(({ id }) => id).toReversed());
    const byBirth = await searchAll({ family: 'be', sort: 'bornOn' });
    expect(byBirth.map((one) => one.bornOn)).toEqual(byName.map((one) => one.bornOn).toSorted());
    expect(ids(byBirth)).toEqual(ids(byName));
  });

  it('masks codes in lists', async () => {
    const { persons } = await search({ family: 'be' });
    for (const person of persons) expect(person.code).toMatch(/^\d{6}-\*{5}$/);
  });

  it.each([
    [{ family: 'b' }, 'application', 'family'],
    [{ family: 'berz' }, 'curiosity', 'reason'],
    [{ family: 'berz' }, '', 'reason'],
    [{ code: '123' }, 'application', 'code'],
    [{ family: 'berz', on: '2099-01-01' }, 'application', 'on'],
    [{ family: 'berz', on: '2001-01-01' }, 'application', 'on'],
    [{ family: 'berz', on: '2021-06-30', atvk: '0059000' }, 'application', 'atvk'],
    [{ family: 'berz', after: 'x' }, 'application', 'after'],
    [{ family: 'berz', caseReference: '' }, 'application', 'caseReference'],
  ])('refuses %j for the reason "%s" and names the field %s', async (words, reason, field) => {
    const attempt = t.perform(findPersons, { ...CASE, ...words }, actorWith([find]), reason);
    await expect(attempt).rejects.toMatchObject({ status: 422, fields: [{ field }] });
  });
});
