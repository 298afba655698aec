import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { NOWHERE } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import { fillRegister } from '../../persons/tests/made-up.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { endHead, recordHead } from '../actions/head.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { loadMadeUpHeads } from '../public.js';
import { wholeRegister } from '../reports/whole-register.js';
import { signedInRegistrar } from './registrar.js';

let t: TestPlatform;
let registrar: Awaited<ReturnType<typeof signedInRegistrar>>;
/** Residents born from 1975 to 1985, alive and not protected. */
let people: readonly Someone[];

beforeAll(async () => {
  t = await testPlatform();
  registrar = await signedInRegistrar(t);
  await fillRegister(t, 800);
  people = await residents(sql`p.died_on is null and p.born_on >= '1975-01-01' and p.born_on < '1985-01-01' and not exists (select from persons.protection x where x.person_id = p.id)`);
});
afterAll(() => t.close());

const Someone = z.object({ id: z.string(), code: z.string(), name: z.string(), bornOn: z.string() });
type Someone = z.infer<typeof Someone>;
const residents = (which: ReturnType<typeof sql>): Promise<Someone[]> =>
  t.database.read.all(
    Someone,
    sql`select p.id, c.code, n.given || ' ' || n.family as name, p.born_on from persons.person p
      join persons.code c on c.person_id = p.id and c.superseded_at is null and c.valid_to is null
      join persons.name n on n.person_id = p.id and n.superseded_at is null and n.valid_to is null where ${which} order by p.id`,
  );
const protect = (personId: string) =>
  t.database.transaction((tx) => tx.insert('persons.protection', { personId, kind: 'violence', basis: 'Tiesas lēmums', validFrom: '2020-01-01', recordedAt: new Date('2026-01-01'), recordedBy: 'test' }));

const APPOINTED = { from: '2015-08-15', basis: 'Domes lēmums Nr. 10' };

/** A school with one head since 2015 and another since 2020. */
async function withTwoHeads(first = people[0]!, second = people[1]!) {
  const regNr = await registrar.newSchool();
  expect(await registrar.record(regNr, 'head', { ...APPOINTED, personCode: first.code })).toBe('recorded');
  expect(await registrar.record(regNr, 'head', { personCode: second.code, from: '2020-08-15', basis: 'Domes lēmums Nr. 11' })).toBe('recorded');
  const { heads } = await registrar.cardOf(regNr);
  return { regNr, first, second, ids: heads.map((row: { rowId: string }) => row.rowId) as string[] };
}

/** What the audit log says was done to a person about an institution. */
const doneTo = async (personId: string, regNr: string): Promise<string[]> =>
  (await t.database.read.all(z.object({ action: z.string() }), sql`select action from audit.entry where ${personId}::uuid = any(subjects) and facts->>'institution' = ${regNr} order by id`)).map((row) => row.action);

describe('a new head', () => {
  test('ends the term of the one before, and each is shown for its own days', async () => {
    const { regNr, first, second } = await withTwoHeads();
    expect((await registrar.cardOf(regNr)).head).toEqual({ name: second.name, validFrom: '2020-08-15' });
    expect((await registrar.cardOf(regNr, '2020-08-14')).head).toEqual({ name: first.name, validFrom: '2015-08-15' });
    expect((await registrar.cardOf(regNr, '2015-08-14')).head).toBeNull();
    expect((await registrar.cardOf(regNr)).heads).toMatchObject([
      { name: first.name, basis: 'Domes lēmums Nr. 10', validFrom: '2015-08-15', validTo: '2020-08-15' },
      { name: second.name, endBasis: '', validFrom: '2020-08-15', validTo: null },
    ]);
    expect(await doneTo(first.id, regNr)).toEqual(['institutions.record-head', 'institutions.record-head']);
    expect(await doneTo(second.id, regNr)).toEqual(['institutions.record-head']);
  });

  test('recorded late fits in between and lasts until the next one', async () => {
    const { regNr } = await withTwoHeads();
    expect(await registrar.record(regNr, 'head', { personCode: people[2]!.code, from: '2018-01-01', basis: 'Rīkojums Nr. 3' })).toBe('recorded');
    expect((await registrar.cardOf(regNr)).heads).toMatchObject([{ validTo: '2018-01-01' }, { name: people[2]!.name, validTo: '2020-08-15' }, { validTo: null }]);
  });

  test('everyone sees the name on the page, and nobody the personal code or who of the residents it is', async () => {
    const { regNr, first, second } = await withTwoHeads();
    for (const url of [`/institutions/${regNr}?lang=lv`, `/api/institutions/${regNr}`]) {
      const { body } = await t.server.inject(url);
      for (const { name } of [first, second]) expect(body).toContain(name);
      for (const { code, id } of [first, second]) {
        expect(body).not.toContain(code.slice(0, 6));
        expect(body).not.toContain(id);
      }
    }
    expect((await t.server.inject(`/institutions/${regNr}?lang=en`)).body).toMatch(/<dt>Head<\/dt>/);
    expect((await registrar.open(`/institutions/${regNr}/head?lang=lv`)).body).toContain(`Tagad iestādi vada ${second.name}.`);
  });

  test('the name is today’s, and of a past head that of the last day in office', async () => {
    const { regNr, first, second } = await withTwoHeads(people[6]!, people[7]!);
    await t.database.transaction(async (tx) => {
      for (const { id } of [first, second]) {
        await tx.run(sql`update persons.name set valid_to = '2023-05-05' where person_id = ${id} and superseded_at is null and valid_to is null`);
        await tx.insert('persons.name', { personId: id, given: 'Jauna', family: 'Vārda', validFrom: '2023-05-05', recordedAt: new Date('2026-01-01'), recordedBy: 'test' });
      }
    });
    expect((await registrar.cardOf(regNr)).heads).toMatchObject([{ name: first.name }, { name: 'Jauna Vārda' }]);
  });

  test('the name of a protected person is not shown, and it is said so', async () => {
    const regNr = await registrar.newSchool();
    const hidden = people.at(-1)!;
    await registrar.record(regNr, 'head', { ...APPOINTED, personCode: hidden.code });
    await protect(hidden.id);
    expect((await registrar.cardOf(regNr)).head).toEqual({ name: null, validFrom: '2015-08-15' });
    const { body } = await t.server.inject(`/institutions/${regNr}?lang=lv`);
    expect(body).toContain('vārds netiek rādīts');
    expect(body).not.toContain(hidden.name);
  });

  const UNKNOWN = /nav cilvēka, kurš šajā dienā ir dzīvs un pilngadīgs/;
  const codeOf = async (which: ReturnType<typeof sql>) => (await residents(which))[0]!.code;
  test.each([
    ['nobody’s code', () => '410190-99999', {}, { personCode: UNKNOWN }],
    ['no code at all', () => 'Anna Bērziņa', {}, { personCode: /personas kod/ }],
    ['an empty code', () => ' ', {}, { personCode: /jāaizpilda/ }],
    ['the code of a child', () => codeOf(sql`p.died_on is null and p.born_on > '2015-01-01'`), { from: '2024-01-01' }, { personCode: UNKNOWN }],
    ['someone not yet of age on the day', () => codeOf(sql`p.died_on is null and p.born_on between '2000-01-01' and '2005-12-31'`), {}, { personCode: UNKNOWN }],
    ['someone dead by the day', () => codeOf(sql`p.died_on < '2026-01-01' and p.born_on < '1970-01-01'`), { from: '2026-10-01' }, { personCode: UNKNOWN }],
    ['no basis', () => people[3]!.code, { basis: '' }, { basis: /jāaizpilda/ }],
    ['no such day', () => people[3]!.code, { from: '2021-02-30' }, { from: /Nav derīga diena/ }],
    ['a day before founding', () => people[3]!.code, { from: '2010-08-31' }, { from: /pirms iestādes dibināšanas/ }],
  ])('%s is told beside its field, and nothing is written', async (_, code, changes, sentences) => {
    const regNr = await registrar.newSchool();
    const typed = { ...APPOINTED, personCode: await code(), ...changes };
    const errors = await registrar.record(regNr, 'head', typed);
    expect(errors).toEqual(Object.fromEntries(Object.entries(sentences).map(([field, sentence]) => [field, expect.stringMatching(sentence)])));
    expect((await registrar.cardOf(regNr)).heads).toEqual([]);
  });

  test('two on one day are refused, by a sentence and by the database itself', async () => {
    const { regNr, first } = await withTwoHeads();
    expect(await registrar.record(regNr, 'head', { personCode: people[2]!.code, from: '2020-08-15', basis: 'Rīkojums' })).toEqual({ from: expect.stringContaining('jau sākas cits ieraksts') });
    const { id: institutionId } = (await t.database.read.first(z.object({ id: z.string() }), sql`select id from institutions.institution where reg_nr = ${regNr}`))!;
    const row = { institutionId, personId: first.id, basis: 'x', validFrom: '2019-01-01', recordedAt: new Date(), recordedBy: 'test' };
    await expect(t.database.transaction((tx) => tx.insert('institutions.head', row))).rejects.toThrow(/one_head_at_a_time/);
  });
});

describe('a term of office', () => {
  test('ends without a successor, by its act, and another begins later', async () => {
    const { regNr, second } = await withTwoHeads();
    const end = { from: '2024-06-01', basis: 'Rīkojums par atbrīvošanu' };
    expect((await registrar.open(`/institutions/${regNr}/head?lang=lv`)).body).toContain(`/institutions/${regNr}/head-end`);
    expect((await registrar.open(`/institutions/${regNr}/head-end?lang=lv`)).body).toContain(`Iestādi vada ${second.name}.`);
    expect(await registrar.record(regNr, 'head-end', { ...end, from: '2015-08-14' })).toEqual({ from: expect.stringContaining('vadītāja nav') });
    expect(await registrar.record(regNr, 'head-end', { ...end, from: '2020-08-15' })).toEqual({ from: expect.stringContaining('tikai sākas') });
    expect(await registrar.record(regNr, 'head-end', { ...end, basis: '' })).toEqual({ basis: expect.stringContaining('jāaizpilda') });
    expect(await registrar.record(regNr, 'head-end', end)).toBe('recorded');
    expect(await registrar.cardOf(regNr)).toMatchObject({ head: null, heads: [{}, { basis: 'Domes lēmums Nr. 11', endBasis: 'Rīkojums par atbrīvošanu', validTo: '2024-06-01' }] });
    expect((await t.server.inject(`/institutions/${regNr}?lang=lv`)).body).toMatch(/Vadītājs<\/dt><dd>nav ierakstīts/);
    expect(await doneTo(second.id, regNr)).toEqual(['institutions.record-head', 'institutions.end-head']);
    expect(await registrar.record(regNr, 'head', { personCode: people[2]!.code, from: '2024-09-01', basis: 'Rīkojums Nr. 5' })).toBe('recorded');
    expect((await registrar.cardOf(regNr)).heads[1]).toMatchObject({ validTo: '2024-06-01' });
  });

  test('ends with the institution, and goes on when the closing is taken back', async () => {
    const { regNr } = await withTwoHeads();
    expect(await registrar.record(regNr, 'close', { closedOn: '2020-08-01', reason: 'liquidated', basis: 'Lēmums Nr. 9' })).toEqual({ closedOn: expect.stringContaining('vadītājs (15.08.2020.)') });
    expect(await registrar.record(regNr, 'close', { closedOn: '2027-08-01', reason: 'liquidated', basis: 'Lēmums Nr. 9' })).toBe('recorded');
    expect((await registrar.cardOf(regNr)).heads).toMatchObject([{ validTo: '2020-08-15' }, { validTo: '2027-08-01' }]);
    expect(await registrar.record(regNr, 'head', { personCode: people[2]!.code, from: '2027-08-01', basis: 'Rīkojums' })).toEqual({ from: expect.stringContaining('jau ir slēgta') });
    expect(await registrar.record(regNr, 'head', { personCode: people[2]!.code, from: '2026-09-01', basis: 'Rīkojums' })).toBe('recorded');
    expect((await registrar.cardOf(regNr)).heads.at(-1)).toMatchObject({ validTo: '2027-08-01' });
    expect(await registrar.record(regNr, 'closure-withdrawal', { why: 'Dome lēmumu atcēla' })).toBe('recorded');
    expect((await registrar.cardOf(regNr)).heads.at(-1)).toMatchObject({ validFrom: '2026-09-01', validTo: null });
  });

  test('that began with the institution moves with its founding day', async () => {
    const regNr = await registrar.newSchool();
    await registrar.record(regNr, 'head', { ...APPOINTED, personCode: people[0]!.code, from: '2010-09-01' });
    expect(await registrar.record(regNr, 'founding', { number: regNr, foundedOn: '2011-09-01' })).toBe('recorded');
    expect((await registrar.cardOf(regNr)).heads).toMatchObject([{ validFrom: '2011-09-01' }]);
  });
});

describe('a wrong entry', () => {
  test('is corrected by a form that begins with what is recorded and never shows the code; empty it keeps the person', async () => {
    const { regNr, first, ids } = await withTwoHeads();
    const path = `corrections/head/${ids[0]}`;
    expect((await registrar.open(`/institutions/${regNr}?lang=lv`)).body).toContain(`/institutions/${regNr}/${path}`);
    expect((await t.server.inject(`/institutions/${regNr}`)).body).not.toContain('/corrections/');
    const { body } = await registrar.open(`/institutions/${regNr}/${path}?lang=lv`);
    expect(body).toContain(`${first.name} (Domes lēmums Nr. 10)`);
    expect(body).toMatch(/name="to"[^>]*value="2020-08-15"/);
    expect(body).toMatch(/name="personCode"/);
    expect(body).not.toContain(first.code.slice(0, 6));
    expect(await registrar.record(regNr, path, { personCode: '', basis: 'Domes lēmums Nr. 12', endBasis: '', from: '2016-01-01', to: '2019-01-01' })).toBe('recorded');
    expect((await registrar.cardOf(regNr)).heads[0]).toMatchObject({ name: first.name, basis: 'Domes lēmums Nr. 12', validFrom: '2016-01-01', validTo: '2019-01-01' });
    const believed = await t.database.read.first(z.object({ basis: z.string(), right: z.string() }), sql`select a.basis, b.basis as right from institutions.head a join institutions.head b on b.id = a.superseded_by where a.id = ${ids[0]}`);
    expect(believed).toEqual({ basis: 'Domes lēmums Nr. 10', right: 'Domes lēmums Nr. 12' });
  });

  test('about the wrong person is corrected by another code, which both persons see in the audit log', async () => {
    const { regNr, second, ids } = await withTwoHeads();
    const right = people[4]!;
    const path = `corrections/head/${ids[1]}`;
    expect(await registrar.record(regNr, path, { personCode: '410190-99999', basis: 'Lēmums', from: '2020-08-15', to: '' })).toEqual({ personCode: expect.stringContaining('nav cilvēka') });
    expect(await registrar.record(regNr, path, { personCode: right.code, basis: 'Lēmums', from: '2019-08-15', to: '' })).toEqual({ from: expect.stringContaining('cits ieraksts') });
    expect(await registrar.record(regNr, path, { personCode: right.code, basis: 'Lēmums', from: '2021-01-01', to: '2020-12-31' })).toEqual({ to: expect.stringContaining('pirms sākuma') });
    expect(await registrar.record(regNr, path, { personCode: right.code, basis: 'Lēmums', from: '2021-01-01', to: '' })).toBe('recorded');
    expect((await registrar.cardOf(regNr)).head).toEqual({ name: right.name, validFrom: '2021-01-01' });
    for (const { id } of [second, right]) expect((await doneTo(id, regNr)).at(-1)).toBe('institutions.correct-entry');
  });

  test('that never was is taken back, and leaves days without a head', async () => {
    const { regNr, first, second, ids } = await withTwoHeads();
    expect(await registrar.record(regNr, `withdrawals/head/${ids[1]}`, { why: 'Ierakstīts par citu iestādi' })).toBe('recorded');
    expect(await registrar.cardOf(regNr)).toMatchObject({ head: null, heads: [{ name: first.name, validTo: '2020-08-15' }] });
    expect((await doneTo(second.id, regNr)).at(-1)).toBe('institutions.withdraw-entry');
    expect((await registrar.sendTo(regNr, `withdrawals/head/${ids[1]}`, { why: 'Vēlreiz' })).status).toBe(404);
  });
});

test('by the API a head is recorded, ended and corrected', async () => {
  const regNr = await registrar.newSchool();
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await registrar.open('/institutions/register')).body)![1]!;
  const cookie = [...registrar.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const post = (path: string, payload: object) => t.server.inject({ method: 'POST', url: `/api/institutions/${regNr}/${path}`, payload, headers: { cookie, 'x-csrf-token': csrf } });
  expect((await post('heads', { ...APPOINTED, personCode: people[5]!.code })).json()).toEqual({ regNr });
  expect((await post('head-endings', { from: '2022-01-01', basis: 'Rīkojums' })).statusCode).toBe(200);
  const { rowId } = (await registrar.cardOf(regNr)).heads[0];
  expect((await post('corrections', { history: 'head', rowId, from: '2015-08-15', basis: 'Cits lēmums' })).json()).toEqual({ regNr });
  expect((await registrar.cardOf(regNr)).heads).toMatchObject([{ name: people[5]!.name, basis: 'Cits lēmums', validTo: '2022-01-01' }]);
});

test('who has no right there is refused before the code is looked up', async () => {
  const regNr = await registrar.newSchool();
  const wish = { regNr, personCode: '410190-99999', ...APPOINTED };
  await expect(t.perform(recordHead, wish, actorWith([]))).rejects.toMatchObject({ status: 403 });
  const elsewhere = actorWith([registerInstitutionsPermission], { everywhere: false, unitIds: [] });
  await expect(t.perform(recordHead, wish, elsewhere)).rejects.toMatchObject({ status: 403 });
  await expect(t.perform(endHead, { regNr, from: '2020-01-01', basis: 'Rīkojums' }, elsewhere)).rejects.toMatchObject({ status: 403 });
  await expect(t.perform(recordHead, wish, actorWith([registerInstitutionsPermission]))).rejects.toMatchObject({ status: 422 });
});

test('the file of the whole register names the heads of the day', async () => {
  const { regNr, first, second } = await withTwoHeads(people[8]!, people[9]!);
  const [number, head] = ['Reģistrācijas numurs (10 cipari)', 'Vadītājs'].map((header) => wholeRegister.columns('lv', false).find((column) => column.header === header)!);
  const headOn = async (on: string) => {
    const question = wholeRegister.input.parse({ on, edition: '2025-07-01' });
    for await (const row of wholeRegister.rows({ tx: t.database.read, scope: NOWHERE, more: null, today: t.platform.clock.today(), now: t.platform.clock.now() }, question)) if (number!.value(row) === regNr) return head!.value(row);
    throw new Error('not in the file');
  };
  expect([await headOn('2015-08-14'), await headOn('2020-08-14'), await headOn('2026-11-21')]).toEqual([null, first.name, second.name]);
});

test('every made-up institution in operation gets a living adult as its head, once', async () => {
  const today = t.platform.clock.today();
  const load = () => t.database.transaction((tx) => loadMadeUpHeads(tx, { seed: 1, today, recordedAt: new Date('2026-01-01') }));
  expect(await load()).toBeGreaterThan(0);
  expect(await load()).toBe(0);
  const Count = z.object({ n: z.number() });
  const without = sql`select count(*)::int as n from institutions.institution i where (i.closed_on is null or i.closed_on > ${today}) and i.founded_on <= ${today}
    and not exists (select from institutions.head h where h.institution_id = i.id)`;
  expect(await t.database.read.first(Count, without)).toEqual({ n: 0 });
  const unfit = sql`select count(*)::int as n from institutions.head h join persons.person p on p.id = h.person_id
    where h.recorded_by = 'made-up-institutions' and (p.died_on is not null or p.born_on > h.valid_from - interval '18 years')`;
  expect(await t.database.read.first(Count, unfit)).toEqual({ n: 0 });
  expect((await registrar.cardOf('9900000000')).head).toEqual({ name: expect.stringMatching(/\S+ \S+/), validFrom: expect.stringMatching(/^20/) });
});
