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

  it('opens the card of a protected person only with the right to read it, and says no more than of nobody', async () => {
    const one = homes.find((home) => home.is_protected)!;
    const open = (id: string, actor: Parameters<typeof search>[1]) => t.perform(viewCard, { id, ...CASE }, actor, 'application');
    const unknown = '01900000-0000-7000-8000-ffffffffffff';
    const [hidden, nobody] = await Promise.allSettled([open(one.id, actorWith([find, findProtected])), open(unknown, actorWith([find]))]);
    expect(hidden).toMatchObject({ status: 'rejected', reason: { status: 404 } });
    expect(nobody).toMatchObject({ status: 'rejected', reason: { status: 404 } });
    expect((await open(one.id, actorWith([find, readProtected]))).person.id).toBe(one.id);
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
    [{ family: 'berz', after: 'x' }, 'application', 'after'],
    [{ family: 'berz', caseReference: '' }, 'application', 'caseReference'],
  ])('refuses %j for the reason "%s" and names the field %s', async (words, reason, field) => {
    const attempt = t.perform(findPersons, { ...CASE, ...words }, actorWith([find]), reason);
    await expect(attempt).rejects.toMatchObject({ status: 422, fields: [{ field }] });
  });
});
