import fc from 'fast-check';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { MODULES } from '#app/modules.js';
import { Refusal } from '#kernel/errors.js';
import { type Actor, EVERYWHERE, NOWHERE, type Scope } from '#platform/actions/actor.js';
import { ANYONE, JOBS_ALONE, SIGNED_IN } from '#platform/actions/permission.js';
import type { TestPlatform } from '../../test-platform.js';
import { makeUpCertificates } from './made-up-certificates.js';
import { MAY_BE_SHOWN, NOT_TRIED } from './named-with-reasons.js';
import { type Reading, readingActions } from './reading-actions.js';
import { shownIn } from './shown.js';
import { inputsFor, type Named } from './tried-inputs.js';
import { type Place, whereRowsLie, type World } from './where-rows-lie.js';

/** Institutions that some generated scopes hold, some of which have rows of every register; and the municipality of each, by actual founder. */
interface School {
  readonly id: string;
  readonly regNr: string;
  readonly unitId: number;
  readonly atvk: string;
}

let world: World;
let schools: readonly School[];
let founded: readonly School[];
let actions: readonly Reading[];
let written: ReadonlySet<string>;
let tableOfRow: ReadonlyMap<string, string>;
const worked = new Set<string>();
/** The table whose rows an action's identifier names, once one was found. */
const tableOf = new Map<string, string>();

/**
 * The property of rights, for every action that reads and every kind of report, found by their own definitions: whatever is asked, of one's own and of others' rows, no answer shows
 * a row that lies outside the scope of the action's permission, though the actor holds all others everywhere. Where rows lie is read from the tables by nothing of the program.
 */
export function noRowOutside(t: () => TestPlatform): void {
  beforeAll(async () => {
    ({ actions, written } = await readingActions());
    const owner = new pg.Client({ connectionString: t().ownerUrl });
    await owner.connect();
    await makeUpCertificates(owner);
    world = await whereRowsLie(owner);
    tableOfRow = new Map([...world.tables].flatMap(([table, ids]) => ids.map((id) => [id, table] as const)));
    founded = (await owner.query<School>(`select i.id, i.reg_nr as "regNr", f.unit_id as "unitId", v.atvk from institutions.institution i
      join institutions.founder f on f.institution_id = i.id and f.role = 'actual' and f.unit_id is not null and f.superseded_at is null
        and daterange(f.valid_from, f.valid_to) @> $1::date
      join territories.unit_version v on v.unit_id = f.unit_id and daterange(v.valid_from, v.valid_to) @> $1::date order by i.reg_nr`, [t().platform.clock.today()])).rows;
    const members = await owner.query<{ id: string }>('select distinct person_id as id from education.membership');
    await owner.end();
    world = { ...world, tables: new Map([...world.tables, ['education.member', members.rows.map(({ id }) => id)]]) };
    // Those that have rows of most registers, so that few scopes try much.
    const rich = (school: School) => [...world.tables].filter(([, ids]) => ids.some((id) => world.places.get(id)!.has(`institution:${school.id}`))).length;
    schools = founded.map((school) => ({ school, tables: rich(school) })).sort((a, b) => b.tables - a.tables).slice(0, 5).map(({ school }) => school);
  });

  test('every reading action is known by its definition', () => {
    expect([...written].filter((name) => actions.every((action) => action.name !== name))).toEqual([]);
    expect(actions.length).toBeGreaterThan(300);
  });

  test('no list, count, export or card shows a row outside the scope of its permission', async () => {
    const ofScope = actions.filter(({ name, permission }) => ![ANYONE, SIGNED_IN, JOBS_ALONE].includes(permission) && !(name in NOT_TRIED));
    found.clear();
    await fc.assert(
      fc.asyncProperty(scopes(), async (scope) => {
        const allowed = placesIn(scope);
        const named = namedFor(allowed);
        for (const action of ofScope) await tryAll(t(), action, named, actorIn(scope, action), (places) => [...places].some((place) => allowed.has(place)));
      }),
      { numRuns: 3, examples: [[{ ...NOWHERE, institutionIds: schools.map(({ id }) => id) }], [{ ...NOWHERE, unitIds: schools.map(({ unitId }) => unitId) }]], endOnFailure: true },
    );
    expect([...found]).toEqual([]);
    expect(ofScope.map(({ name }) => name).filter((name) => !worked.has(name) && !FORM_OF_A_ROW.test(name))).toEqual([]);
  });

  test('no list begins after a row outside the scope: its place in the order would tell of it', async () => {
    const scope: Scope = { ...NOWHERE, institutionIds: [schools[0]!.id] };
    const allowed = placesIn(scope);
    const named = namedFor(allowed);
    const told = new Set<string>();
    let tried = 0;
    for (const action of actions.filter(({ input, name, permission }) => input instanceof z.ZodObject && 'after' in input.shape && ![ANYONE, SIGNED_IN, JOBS_ALONE].includes(permission) && !(name in NOT_TRIED))) {
      const [input] = inputsFor(action, named);
      const page = async (after: string) => {
        const answer = await t().perform(action, { ...input, after }, actorIn(scope, action), 'Pārbaude').catch(unlessRefused);
        return answer === REFUSED ? REFUSED : JSON.stringify(answer);
      };
      if (!input || (await page(UNKNOWN)) === REFUSED) continue;
      tried += 1;
      const module = action.name.split('.')[0]!;
      for (const [table, ids] of named.rows) {
        const outside = ids.find((id) => ![...world.places.get(id)!].some((place) => allowed.has(place)));
        if (outside && [module, 'access', 'persons'].includes(table.split('.')[0]!) && (await page(outside)) !== (await page(beside(outside)))) told.add(`${action.name} after ${table}`);
      }
    }
    expect([...told]).toEqual([]);
    expect(tried).toBeGreaterThan(10);
  });

  test('what is one’s own shows nobody else but the children one acts for', async () => {
    found.clear();
    const own = actions.filter(({ name, permission }) => permission === SIGNED_IN && !(name in NOT_TRIED));
    const { rows: people } = await t().database.pool.query<{ id: string; person_id: string; children: string[] }>(
      `select u.id, u.person_id, coalesce(array_agg(g.child_id) filter (where g.child_id is not null), '{}') as children from access.app_user u
        left join persons.guardianship g on g.guardian_id = u.person_id and g.superseded_at is null where u.person_id is not null
        group by u.id order by (u.login = 'iedzivotajs') desc, count(g.id) desc, u.id limit 2`);
    for (const { id, person_id: personId, children } of people) {
      const mine = new Set([personId, ...children].map((one) => `person:${one}`));
      const actor: Actor = { kind: 'user', id, personId, name: 'Kāds', scopes: new Map() };
      for (const action of own) await tryAll(t(), action, namedFor(mine), actor, (places) => [...places].some((place) => mine.has(place)) || [...places].every((place) => !place.startsWith('person:')));
    }
    expect([...found]).toEqual([]);
    expect(own.map(({ name }) => name).filter((name) => !worked.has(name))).toEqual([]);
  });

  test('no report holds a row outside the scope of its right, nor a personal code outside that of its second right', async () => {
    found.clear();
    await fc.assert(
      fc.asyncProperty(scopes(), scopes(), async (scope, more) => {
        for (const kind of MODULES.flatMap(({ reports }) => reports).filter(({ permission }) => permission !== ANYONE && permission !== SIGNED_IN)) {
          const context = { tx: t().database.read, scope, more: kind.more ? more : null, today: t().platform.clock.today(), now: t().platform.clock.now() };
          const answers = await Promise.all(kind.fields.map(async ({ name, kind: of, options, optional }) => [name, optional ? undefined : of === 'day' ? context.today : (await options?.({ ...context, scope: EVERYWHERE }))?.[0]?.value] as const));
          for await (const { path, word } of shownIn(kind.rows(context, kind.input.parse(Object.fromEntries(answers.filter(([, value]) => value !== undefined))) as never))) {
            const allowed = placesIn(kind.more && /^\d{6}-?\d{5}$/.test(word) ? more : scope);
            const places = world.places.get(word);
            if (places && places.size > 0 && ![...places].some((place) => allowed.has(place))) found.add(`${kind.name} shows ${word} at ${path}`);
          }
        }
      }),
      { numRuns: 3 },
    );
    expect([...found]).toEqual([]);
  });

  test('every action that nobody tries is named with its reason, and exists', () => {
    expect(Object.keys(NOT_TRIED).filter((name) => actions.every((action) => action.name !== name))).toEqual([]);
  });
}

const scopes = (): fc.Arbitrary<Scope> =>
  fc.record({
    everywhere: fc.constant(false),
    institutionIds: fc.uniqueArray(fc.constantFrom(...schools.map(({ id }) => id)), { minLength: 1, maxLength: 2 }),
    unitIds: fc.uniqueArray(fc.constantFrom(...schools.map(({ unitId }) => unitId)), { maxLength: 1 }),
    acting: fc.constant(null),
  });

const placesIn = ({ institutionIds, unitIds }: Scope): ReadonlySet<Place> =>
  new Set([...institutionIds.map((id) => `institution:${id}`), ...unitIds.map((id) => `unit:${id}`), ...founded.filter(({ unitId }) => unitIds.includes(unitId)).map(({ id }) => `institution:${id}`)]);

/** Of each table a row or two within and one outside, where there are such. */
function namedFor(allowed: ReadonlySet<Place>): Named {
  const within = (id: string) => [...world.places.get(id)!].some((place) => allowed.has(place));
  const rows = new Map([...world.tables].map(([table, ids]) => [table, [...ids.filter(within).slice(0, 3), ...ids.filter((id) => !within(id)).slice(-1)]]));
  const own = founded.filter(({ id, unitId }) => allowed.has(`institution:${id}`) || allowed.has(`unit:${unitId}`));
  const tried = [...own.slice(0, 2), founded.find(({ id, unitId }) => !allowed.has(`institution:${id}`) && !allowed.has(`unit:${unitId}`))!];
  return { rows, schools: tried.map(({ regNr }) => regNr), units: tried.map(({ unitId }) => unitId), atvks: tried.map(({ atvk }) => atvk) };
}

/** Tried like the others, but whether one opens hangs on the state of the row, so that none must. */
const FORM_OF_A_ROW = /\.open-(.+-form|correction)$/;

const EVERY_PERMISSION = MODULES.flatMap(({ permissions }) => permissions.map(({ name }) => name));

const actorIn = (scope: Scope, { permission }: Reading): Actor => ({
  kind: 'user',
  id: '01900000-0000-7000-8000-00000000ffff',
  personId: null,
  name: 'Kāds',
  scopes: new Map([...EVERY_PERMISSION.map((name) => [name, EVERYWHERE] as const), [permission.name, scope]]),
});

async function tryAll(t: TestPlatform, action: Reading, named: Named, actor: Actor, may: (places: ReadonlySet<Place>) => boolean): Promise<void> {
  const exempt = MAY_BE_SHOWN[action.name]?.paths ?? [];
  for (const input of inputsFor(action, named)) {
    const tables = Object.values(input).flatMap((value) => tableOfRow.get(String(value)) ?? []);
    if (tables.some((table) => !(tableOf.get(action.name) ?? tables.join()).includes(table))) continue;
    const answer = await t.perform(action, input, actor, 'Pārbaude').catch(unlessRefused);
    if (answer === REFUSED) continue;
    worked.add(action.name);
    tableOf.set(action.name, tables.join());
    for await (const { path, word } of shownIn(answer)) {
      const places = world.places.get(word);
      if (places && places.size > 0 && !may(places) && !/ById$/.test(path) && !exempt.includes(path)) found.add(`${action.name} ${JSON.stringify(input)} shows ${word} at ${path}, which lies in ${[...places].slice(0, 3).join(', ')}`);
    }
  }
}

const UNKNOWN = '01900000-0000-7000-8000-00000000eeee';
/** An identifier that is nobody's and stands where another does, in lists whose order it is. */
const beside = (id: string): string => id.slice(0, -1) + (id.endsWith('f') ? 'e' : 'f');
const found = new Set<string>();
const REFUSED = Symbol('refused');
function unlessRefused(error: unknown): typeof REFUSED {
  if (error instanceof Refusal) return REFUSED;
  throw error;
}
