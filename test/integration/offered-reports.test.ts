import { parseCsvObjects } from 'hucre/csv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readReferenceData } from '#app/data/reference-data.js';
import { isoDate } from '#kernel/iso-date.js';
import { seeRights } from '#modules/access/permissions.js';
import { loadMadeUpUsers } from '#modules/access/public.js';
import { findInstitutions } from '#modules/institutions/actions/find-institutions.js';
import { listInstitutionsOfUnits, loadMadeUpInstitutions } from '#modules/institutions/public.js';
import { findPersonsPermission } from '#modules/persons/permissions.js';
import { fillRegister } from '#modules/persons/tests/made-up.js';
import { reportInstitutionsByMunicipality } from '#modules/reporting/actions/institutions-by-municipality.js';
import { withoutWords } from '#modules/reporting/texts.js';
import { askReport, openReportForm, readReports } from '#modules/workspace/actions/ask-report.js';
import { type Actor, ANONYMOUS, EVERYWHERE, NOWHERE, type Scope } from '#platform/actions/actor.js';
import type { Permission } from '#platform/actions/permission.js';
import { sql } from '#platform/db/sql.js';
import { findRequest } from '#platform/reports/report-request.js';
import { readFile } from '#platform/reports/report-run.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';

type Rows = readonly Readonly<Record<string, string>>[];

let t: TestPlatform;
/** A municipality and a school of another, both with users who hold rights there. */
let unit: number;
let school: string;
beforeAll(async () => {
  t = await testPlatform();
  const { reforms } = await readReferenceData();
  await t.database.transaction((tx) => loadMadeUpInstitutions(tx, { seed: 1, institutions: 150, residentsOf: () => 10_000, reforms, recordedAt: new Date('2020-01-01T08:00:00Z') }));
  const day = isoDate('2026-01-01');
  await t.database.transaction((tx) => loadMadeUpUsers(tx, { seed: 7, users: 300, grants: 900, asOf: day, confirmedOn: day, recordedAt: new Date('2026-01-01T08:00:00Z') }));
  ({ unit, school } = (await t.database.read.first(
    z.object({ unit: z.number(), school: z.string() }),
    sql`select f.unit_id as unit, (select institution_id from access.role_grant where institution_id <> f.institution_id limit 1) as school
      from institutions.founder f join access.role_grant g on g.institution_id = f.institution_id
      where f.role = 'actual' and exists (select from access.role_grant o where o.unit_id = f.unit_id) group by f.unit_id, f.institution_id order by count(*) desc limit 1`,
  ))!);
  await fillRegister(t, 6_000);
});
afterAll(() => t.close());

/** Asks as somebody would, lets the worker work, and reads the file and what it says about itself. */
async function report(kind: string, answers: object, actor: Actor): Promise<{ rows: Rows; about: Readonly<Record<string, string>>; state: string; failure: string | null }> {
  const { requestId } = await t.perform(askReport, { kind, ...answers, format: 'csv', lang: 'en' }, actor);
  await t.runDueJobs();
  const request = (await findRequest(t.database.primary, requestId))!;
  const chunks: Buffer[] = [];
  if (request.state === 'done') for await (const chunk of readFile(t.database.read, { requestId, runId: request.runId! })) chunks.push(chunk);
  const rows = parseCsvObjects(Buffer.concat(chunks).toString(), { header: true }).data as unknown as Rows;
  return { rows, about: Object.fromEntries(request.about.map(({ label, value }) => [label, value])), state: request.state, failure: request.failureEn };
}

const holding = (permission: Permission, scope: Partial<Scope>) => actorWith([permission], { ...NOWHERE, ...scope });
const anybody = actorWith([]);

test('public registers are offered to every signed-in user, the others to those who hold the right', async () => {
  const offered = async (actor: Actor) => (await t.perform(readReports, {}, actor)).kinds.map(({ name }) => name).sort();
  expect(await offered(anybody)).toEqual(['institution-register', 'institutions-under-two-editions']);
  expect(await offered(holding(seeRights, { unitIds: [unit] }))).toContain('rights-on-a-day');
  await expect(t.perform(askReport, { kind: 'institution-register', edition: '2025-07-01', format: 'csv', lang: 'lv' }, ANONYMOUS)).rejects.toMatchObject({ status: 401 });
  for (const kind of ['rights-on-a-day', 'residents-by-municipality']) await expect(t.perform(openReportForm, { kind }, anybody)).rejects.toMatchObject({ status: 403 });
});

describe('institutions under two editions', () => {
  const QUESTION = { on: '2021-06-30', old: '2021-06-30', new: '2026-11-21' };

  test.each(['address', 'founder'])('by %s are the very ones that the page counts, with equal totals', async (basis) => {
    const page = await t.perform(reportInstitutionsByMunicipality, { ...QUESTION, basis });
    const { rows, about } = await report('institutions-under-two-editions', { ...QUESTION, basis }, anybody);
    const counted = Map.groupBy(rows, (row) => `${row['Municipality on the old map']} ${row['Municipality on the new map']}`);
    expect(page.total).toBeGreaterThan(100);
    expect(Object.fromEntries([...counted].map(([pair, of]) => [pair, of.length]))).toEqual(Object.fromEntries(page.rows.map((row) => [`${row.oldName ?? withoutWords(row.oldWithout).en} ${row.newName ?? withoutWords(row.newWithout).en}`, row.institutions])));
    expect(about).toMatchObject({
      'Data as of': '21.11.2026. 10:00',
      'Old map (day)': '30.06.2021. (edition from 03.01.2011.)',
      'New map (day)': '21.11.2026. (edition from 01.07.2025.)',
      'Institutions in total (the same on both maps)': String(page.total),
    });
  });

  test('by founder of today stand on the old map under whom they had then, and later ones where their address lies within their founder', async () => {
    await t.database.transaction((tx) => tx.run(sql`
      with old as (
        update institutions.founder f set valid_to = '2021-07-01'
        from territories.unit_version b join territories.lineage l on l.edition = '2021-07-01' and l.atvk = b.atvk and l.part = '' join territories.unit_version n on n.atvk = l.target_atvk
        where b.unit_id = f.unit_id and b.valid_to = '2021-07-01' and n.unit_id <> b.unit_id and f.role = 'actual' and f.valid_from < '2021-07-01' and f.valid_to is null returning f.*, n.unit_id as successor_id
      )
      insert into institutions.founder (institution_id, role, founder_type, unit_id, reason, basis, valid_from, recorded_at, recorded_by)
      select institution_id, role, founder_type, successor_id, reason, basis, '2021-07-01', recorded_at, recorded_by from old`));
    const handedOver = await t.database.read.all(
      z.object({ regNr: z.string(), before: z.string(), after: z.string() }),
      sql`select i.reg_nr, b.name as "before", n.name as "after" from institutions.institution i
        join institutions.founder o on o.institution_id = i.id and o.role = 'actual' and o.superseded_at is null and o.valid_to = '2021-07-01'
        join territories.unit_version b on b.unit_id = o.unit_id and b.valid_to = '2021-07-01'
        join institutions.founder f on f.institution_id = i.id and f.role = 'actual' and f.superseded_at is null and f.valid_from = '2021-07-01' and f.valid_to is null
        join territories.unit_version n on n.unit_id = f.unit_id and n.valid_to is null
        where i.closed_on is null and (select count(*) from territories.lineage l where l.edition = '2021-07-01' and l.target_atvk = n.atvk and l.part = '' and l.atvk <> n.atvk) > 1 order by 1`,
    );
    const [within, outside] = handedOver;
    await t.database.transaction(async (tx) => {
      await tx.run(sql`update institutions.institution set founded_on = '2022-01-01' where reg_nr = any(${[within!.regNr, outside!.regNr]}::text[])`);
      await tx.run(sql`update institutions.address set atvk = '0001000', part = '' where institution_id = (select id from institutions.institution where reg_nr = ${outside!.regNr})`);
    });
    const { rows, about } = await report('institutions-under-two-editions', { on: '2026-11-21', old: '2021-06-30', new: '2026-11-21', basis: 'founder' }, anybody);
    expect(handedOver.length).toBeGreaterThan(20);
    const told = Object.fromEntries(rows.map((row) => [row['Registration number'], [row['Municipality on the old map'], row['Municipality on the new map']]]));
    expect(handedOver.map(({ regNr }) => told[regNr])).toEqual(handedOver.map(({ before, after }) => [before, after]).with(1, ['cannot be told from data', outside!.after]));
    expect(new Set(rows.map((row) => row['Municipality on the old map'])).has('the founder is not a municipality')).toBe(true);
    expect(about).toMatchObject({ 'Institutions in total (the same on both maps)': String(rows.length), Note: expect.stringContaining('on an older map on its last day') });
  });

  test('of a day before the first map end with a sentence, not a file', async () => {
    expect(await report('institutions-under-two-editions', { ...QUESTION, old: '1990-05-04' }, anybody)).toMatchObject({ state: 'failed', failure: 'The map is known from 01.07.2009.', rows: [] });
  });
});

test.each([['2021-06-30', '2009-07-01'], ['2026-11-21', '2021-07-01']])('the register of %s on the map of %s has each institution open that day once', async (on, edition) => {
  const { total, on: day } = await t.perform(findInstitutions, { on });
  const { rows, about } = await report('institution-register', { on, edition }, anybody);
  expect(new Set(rows.map((row) => row['Registration number (10 digits)'])).size).toBe(total);
  expect(rows).toHaveLength(total);
  expect(rows.filter((row) => row['Actual founder']).length).toBeGreaterThan(100);
  expect(rows.filter((row) => /^General education: .+, /.test(row['Delivery places']!) && row['Telephone'] && row['E-mail']).length).toBeGreaterThan(30);
  expect(rows.some((row) => row['Number of the accreditation page'] && row['Accreditation page issued on'])).toBe(on === '2021-06-30');
  const onMap = await t.database.read.all(z.object({ atvk: z.string() }), sql`select atvk from territories.unit_version where daterange(valid_from, valid_to) @> ${edition}::date`);
  expect(rows.map((row) => row['ATVK code']).filter((atvk) => atvk && !onMap.some((unit) => unit.atvk === atvk))).toEqual([]);
  expect(about).toMatchObject({ 'Register as of': `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}.`, 'Municipality by': 'legal address of the institution', 'Institutions in total': String(total) });
});

describe('rights on a day', () => {
  const everyGrant = sql`select u.login, g.unit_id, g.institution_id from access.role_grant g join access.app_user u on u.id = g.user_id
    where g.valid_from <= '2026-11-21' and (g.valid_to is null or g.valid_to > '2026-11-21')`;
  const Grant = z.object({ login: z.string(), unitId: z.number().nullable(), institutionId: z.string().nullable() });

  test('never leave the scope of who asked', async () => {
    const all = await t.database.read.all(Grant, everyGrant);
    const ofTheUnit = new Set<string | null>((await listInstitutionsOfUnits(t.database.read, [unit], t.platform.clock.today())).map(({ id }) => id));
    expect(ofTheUnit.size).toBeGreaterThan(0);
    expect(ofTheUnit).not.toContain(school);
    const scopes: [Partial<Scope>, (one: z.infer<typeof Grant>) => boolean][] = [
      [EVERYWHERE, () => true],
      [{ unitIds: [unit] }, (one) => one.unitId === unit || ofTheUnit.has(one.institutionId)],
      [{ institutionIds: [school] }, (one) => one.institutionId === school],
    ];
    for (const [scope, covers] of scopes) {
      const { rows } = await report('rights-on-a-day', {}, holding(seeRights, scope));
      const expected = all.filter((one) => covers(one));
      expect(expected.length).toBeGreaterThan(0);
      expect(rows.map((row) => row['User name']).sort(), JSON.stringify(scope)).toEqual(expected.map(({ login }) => login).sort());
      const old = await report('rights-on-a-day', { edition: '2009-07-01' }, holding(seeRights, scope));
      const total = (of: Rows, column: string) => Map.groupBy(of, (row) => row[column]).values().reduce((sum, group) => sum + group.length, 0);
      expect([total(old.rows, 'Municipality on the map of the day'), total(old.rows, 'Municipality on the chosen map')]).toEqual([rows.length, rows.length]);
      expect(old.rows.map((row) => row['Municipality on the map of the day'])).toEqual(rows.map((row) => row['Municipality on the chosen map']));
      expect(old.about).toMatchObject({ 'Map of municipalities': 'edition from 01.07.2009.', 'Rights in total (the same on both maps)': String(rows.length) });
    }
  });
});

describe('residents by municipality', () => {
  const QUESTION = { on: '2025-06-30', edition: '2021-07-01' };
  const living = sql`from persons.person p join persons.address a on a.person_id = p.id and a.superseded_at is null and daterange(a.valid_from, a.valid_to) @> '2025-06-30'::date
    where p.born_on <= '2025-06-30' and (p.died_on is null or p.died_on > '2025-06-30') and not exists (
      select from persons.protection x where x.person_id = p.id and x.superseded_at is null and daterange(x.valid_from, x.valid_to) @> '2026-11-21'::date)`;
  const sumOf = (rows: Rows) => rows.reduce((sum, row) => sum + Number(row['Residents']), 0);

  test('are counted right, and never told where they are too few', async () => {
    const { rows, about } = await report('residents-by-municipality', QUESTION, holding(findPersonsPermission, EVERYWHERE));
    const { n } = (await t.database.read.first(z.object({ n: z.number() }), sql`select count(*) as n ${living}`))!;
    const hidden = rows.filter((row) => row['Residents'] === '');
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every((row) => row['Note'] === '<5')).toBe(true);
    expect(rows.filter((row) => row['Residents'] !== '' && Number(row['Residents']) < 5)).toEqual([]);
    expect(sumOf(rows)).toBeLessThanOrEqual(n);
    expect(sumOf(rows) + hidden.length * 4).toBeGreaterThanOrEqual(n);
    const riga = (await t.database.read.first(
      z.object({ n: z.number() }),
      sql`select count(*) as n ${living} and a.atvk in ('0010000', '0001000') and p.born_on <= date '2025-06-30' - interval '25 years' and p.born_on > date '2025-06-30' - interval '65 years'`,
    ))!;
    expect(Number(rows.find((row) => row['ATVK code'] === '0001000' && row['Age (years)'] === '25–64')?.['Residents'])).toBe(riga.n);
    expect(about).toMatchObject({ 'Residents on': '30.06.2025.', 'Map of municipalities': 'edition from 01.07.2021.', 'Municipality by': 'address declared on the day', 'Numbers not shown': 'below 5, zero too' });
  });

  test('of a municipality are those who live in it as of today’s map, wherever that was', async () => {
    const body = (await t.database.read.first(z.object({ unitId: z.number() }), sql`select unit_id from territories.unit_version where name = 'Madonas novads' and valid_to is null`))!;
    const own = await report('residents-by-municipality', QUESTION, holding(findPersonsPermission, { unitIds: [body.unitId] }));
    const everywhere = await report('residents-by-municipality', QUESTION, holding(findPersonsPermission, EVERYWHERE));
    expect(new Set(own.rows.map((row) => row['Municipality']))).toEqual(new Set(['Madonas novads', 'Varakļānu novads']));
    for (const row of own.rows.filter((one) => one['Municipality'] === 'Madonas novads')) {
      const there = everywhere.rows.find((one) => one['Municipality'] === row['Municipality'] && one['Age (years)'] === row['Age (years)']);
      expect(row).toEqual(there);
    }
    expect((await report('residents-by-municipality', QUESTION, holding(findPersonsPermission, { institutionIds: [school] }))).rows).toEqual([]);
  });
});
