import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { applyReformToMap, getReformInMotion, listUnitsOn, type ReformChange } from '#modules/territories/public.js';
import { sql } from '#platform/db/sql.js';
import { isoDate } from '#kernel/iso-date.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { changeFounder } from '../actions/change-founder.js';
import { checkFounders } from '../actions/check-founders.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { institutionsInReform } from '../reform-participant.js';
import { defineRealReform, loadBeforeReforms } from './made-up.js';

const NOW = new Date('2021-06-30T21:00:00Z');
const DAY = '2021-07-01';

let t: TestPlatform;
let foreseen: ReformChange[];
let happened: ReformChange[];
let legalBefore: unknown[];

const legalFounders = () =>
  t.database.read.all(z.unknown() as z.ZodType<object>, sql`select institution_id, unit_id, founder_name, valid_from::text, superseded_at from institutions.founder where role = 'legal' order by 1, 4`);

beforeAll(async () => {
  t = await testPlatform();
  await loadBeforeReforms(t, 2_700);
  legalBefore = await legalFounders();
  await t.database.transaction(async (tx) => {
    const id = await defineRealReform(tx, DAY);
    foreseen = await Array.fromAsync(await institutionsInReform.plan(tx, await getReformInMotion(tx, id)));
    happened = await Array.fromAsync(await institutionsInReform.apply(tx, await applyReformToMap(tx, id, NOW), NOW));
  });
});
afterAll(() => t.close());

const sorted = (changes: readonly ReformChange[]) => changes.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
const founders = (changes: readonly ReformChange[], effect: ReformChange['effect']) => changes.filter((one) => one.kind === 'actual-founder' && one.effect === effect);

describe('the reform of 2021 over 2,700 institutions', () => {
  test('what happened equals what was foreseen', () => {
    expect(foreseen.length).toBeGreaterThan(1_500);
    expect(sorted(happened)).toEqual(sorted(foreseen));
  });

  test('an institution of a vanished municipality has the successor as its actual founder from the day', async () => {
    const answer = (await t.server.inject('/api/institutions?q=kokneses+pamatskola')).json();
    const card = (await t.server.inject(`/api/institutions/${answer.items[0].regNr}`)).json();
    const actual = card.founders.filter((one: { role: string }) => one.role === 'actual');
    expect(actual).toMatchObject([
      { name: 'Kokneses novads', validTo: DAY },
      { name: 'Aizkraukles novads', validFrom: DAY, validTo: null, reason: 'territorial reform' },
    ]);
    expect((await t.server.inject(`/api/institutions/${answer.items[0].regNr}?on=2021-06-30`)).json().actualFounder.name).toBe('Kokneses novads');
  });

  test('legal founders are history and stay as they were', async () => {
    expect(await legalFounders()).toEqual(legalBefore);
  });

  test('in the two divided municipalities exactly the two institutions without a parish wait for a person', () => {
    const waiting = founders(happened, 'needs-person');
    expect(waiting.map((one) => one.before).sort()).toEqual(['Aglonas novads', 'Inčukalna novads']);
    expect(new Set(founders(happened, 'changes').filter((one) => one.before === 'Inčukalna novads').map((one) => one.after))).toEqual(new Set(['Ropažu novads', 'Siguldas novads']));
  });

  test('the undecided are the only founders that have ended, and a person’s decision mends them', async () => {
    const registrar = actorWith([registerInstitutionsPermission]);
    const gaps = await t.perform(checkFounders, {}, registrar);
    expect(gaps.map((gap) => [gap.founder, gap.problem, gap.from])).toEqual(
      expect.arrayContaining([['Aglonas novads', 'founder has ended', DAY], ['Inčukalna novads', 'founder has ended', DAY]]),
    );
    expect(gaps).toHaveLength(2);
    const preili = (await listUnitsOn(t.database.read, isoDate('2021-07-01'))).find((unit) => unit.name === 'Preiļu novads')!;
    const undecided = gaps.find((gap) => gap.founder === 'Aglonas novads')!;
    await t.perform(
      changeFounder,
      { regNr: undecided.regNr, founderType: 'municipality', founderAtvk: preili.atvk, from: DAY, reason: 'territorial reform', basis: 'Preiļu novada domes lēmums' },
      registrar,
    );
    expect(await t.perform(checkFounders, {}, registrar)).toHaveLength(1);
  });

  test('addresses are not rewritten, and are read on the new map', async () => {
    const { codes } = (await t.database.read.first(
      z.object({ codes: z.number() }),
      sql`select count(*)::int as codes from institutions.address a join territories.unit_version v on v.atvk = a.atvk and v.valid_from = '2021-07-01'`,
    ))!;
    expect(codes).toBe(0);
    const before = (await t.server.inject('/api/institutions?on=2021-06-30&atvk=0326100')).json().total;
    const after = (await t.server.inject('/api/institutions?on=2021-07-01&atvk=0020000')).json().total;
    expect(before).toBeGreaterThan(0);
    expect(after).toBeGreaterThan(before);
  });

  test('the list of a day has the same institutions on the old map and on the new, each where its address lies', async () => {
    const total = async (words: string) => (await t.server.inject(`/institutions/export?format=csv&on=2021-06-30${words}`)).body.trim().split('\n').length;
    expect(await total('&edition=2025-07-01')).toBe(await total(''));
    const madona = await total('&edition=2021-07-01&atvk=0038000');
    expect(madona).toBeGreaterThan(1);
    // What lay in five municipalities of before lies in the one of after; on the old map there is no such code.
    expect((await t.server.inject('/institutions?on=2021-06-30&atvk=0038000')).statusCode).toBe(422);
  });

  test('the same totals stand under both editions', async () => {
    const total = async (on: string) => (await t.server.inject(`/api/institutions?on=${on}`)).json().total;
    expect(await total('2021-06-30')).toBe(await total('2021-07-01'));
  });
});
