import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { personsModule } from '../module.js';
import { registrar, registrars, RIGA, WOMAN } from './registrars.js';

let t: TestPlatform;
let country: Awaited<ReturnType<typeof registrar>>;
let local: Awaited<ReturnType<typeof registrar>>;

beforeAll(async () => {
  t = await testPlatform();
  ({ country, local } = await registrars(t));
});
afterAll(() => t.close());

const WHY = { reason: 'pārrakstīšanās kļūda' };
const PROOF = { basis: 'Miršanas reģistra ieraksts Nr. 7', confirmed: 'yes' };
const GUARDIAN = { kind: 'guardian', place: '', basis: 'Bāriņtiesas lēmums Nr. 5', to: '' };

/** How many rows a person has in all tables, superseded ones too. */
const rowsOf = async (id: string) =>
  (await t.database.read.first(z.object({ count: z.number() }), sql`select (
    (select count(*) from persons.name where person_id = ${id}) + (select count(*) from persons.code where person_id = ${id})
    + (select count(*) from persons.address where person_id = ${id}) + (select count(*) from persons.guardianship where child_id = ${id})
    + (select count(*) from persons.protection where person_id = ${id}) + (select count(*) from persons.death where person_id = ${id}))::int as count`))!.count;
const auditOf = (action: string, id: string) =>
  t.database.read.all(z.object({ reason: z.string().nullable(), subjects: z.array(z.string()) }), sql`
    select reason, subjects from audit.entry where action = ${action} and ${id}::uuid = any(subjects) and outcome = 'done' order by at`);

describe('a registrar without script', () => {
  test('registers a person and goes on to the card, which opens with a reason', async () => {
    expect((await country.open('/persons?lang=lv')).body).toContain('href="/persons/new"');
    const { id } = await country.newPerson({ given: 'Marta', family: 'Jaunzeme' });
    const { body } = await country.open(`/persons/${id}/record?lang=lv`);
    expect(body).toContain('Persona reģistrēta.');
    expect(body).toContain(`action="/persons/${id}/card"`);
    expect((await country.card(id)).body).toContain('Marta Jaunzeme');
    expect(await auditOf('persons.register-person', id)).toHaveLength(1);
    expect(Object.keys(await country.record(`/persons/${id}/card`, { reason: '', caseReference: '' })), 'both at once').toEqual(['reason', 'caseReference']);
  });

  test('is asked once to look again at a code with a wrong check digit, keeps what was typed, and may record it', async () => {
    const person = { ...WOMAN, given: 'Jānis', sex: 'male', bornOn: '1975-11-16', code: '161175-19996' };
    const asked = await country.send('/persons/new?lang=lv', person);
    expect(asked.status).toBe(422);
    expect(asked.body).toMatch(/id="f-codeSure-error".*pārbaudes cipars neatbilst/);
    for (const typed of ['value="161175-19996"', 'value="Jānis"', 'value="Skolas iela 7"', 'value="1975-11-16"']) expect(asked.body).toContain(typed);
    expect(await country.record('/persons/new', { ...person, codeSure: 'yes' })).toBe('recorded');
    expect(await country.record('/persons/new', { ...person, code: '32167890123' })).toBe('recorded');
  });

  test('records every kind of fact, each by a form in both languages', async () => {
    const child = await country.newPerson({ bornOn: '2015-02-03', livesThereSince: '2022-03-01' });
    const guardian = await country.newPerson({ given: 'Vizma', family: 'Ozola' });
    const about = `/persons/${child.id}`;
    const steps: readonly (readonly [path: string, fields: Record<string, string>])[] = [
      ['address', { atvk: RIGA, part: '', street: 'Somas iela 3', addressCode: '', from: '2024-01-10' }],
      ['name', { given: 'Anna', family: 'Ģērmane', from: '2024-02-01' }],
      ['code', { code: '92001234567', from: '2024-03-01' }],
      ['guardianship', { ...GUARDIAN, guardianCode: guardian.code, from: '2020-01-01' }],
      ['protection', { kind: 'violence', basis: 'Lēmums Nr. 8', from: '2024-05-01' }],
      ['protection/end', { on: '2025-05-01' }],
      ['death', { ...PROOF, on: '2026-11-01' }],
    ];
    for (const [segment, fields] of steps) {
      const path = `${about}/${segment}`;
      for (const lang of ['en', 'lv']) expect((await country.open(`${path}?lang=${lang}`)).body).toContain(`<html lang="${lang}">`);
      const answer = await country.send(path, fields);
      expect([path, answer.status, answer.location]).toEqual([path, 303, `${about}/record`]);
    }
    const { body } = await country.card(child.id);
    for (const words of ['Somas iela 3, Rīga', 'Anna Ģērmane', 'Anna Bērziņa', '920012-34567', child.code, 'Aizbildnis: Vizma Ozola', 'Lēmums Nr. 8', '01.05.2024.–30.04.2025.', '01.11.2026.', 'Miršanas reģistra ieraksts Nr. 7']) expect(body).toContain(words);
    for (const action of ['declare-address', 'change-name', 'replace-code', 'protect-person', 'end-protection', 'record-death', 'view-card']) {
      expect([action, (await auditOf(`persons.${action}`, child.id)).length]).toEqual([action, 1]);
    }
    expect(await auditOf('persons.record-guardianship', guardian.id)).toMatchObject([{ subjects: [child.id, guardian.id] }]);
  });

  test('finds a form behind each link of the card, in both languages', async () => {
    const { id } = await country.newPerson({ bornOn: '2015-02-03' });
    const guardian = await country.newPerson();
    await country.record(`/persons/${id}/guardianship`, { ...GUARDIAN, guardianCode: guardian.code, from: '2020-01-01' });
    await country.record(`/persons/${id}/protection`, { kind: 'office', basis: 'x', from: '2024-01-01' });
    await country.record(`/persons/${id}/address`, { ...WOMAN, street: 'Jaunā iela 2', from: '2024-01-01' });
    await country.record(`/persons/${id}/death`, { ...PROOF, on: '2026-11-01' });
    const links = [...new Set([...(await country.card(id)).body.matchAll(/href="(\/persons\/[0-9a-f-]{36}\/[^"?]*)"/g)].map((found) => found[1]!))];
    const pages = [...links, `${links.find((one) => one.includes('/addresses/'))}/withdraw`, `/persons/${id}/death/withdraw`];
    for (const page of pages) {
      for (const lang of ['en', 'lv']) expect([page, lang, (await country.open(`${page}?lang=${lang}`)).status]).toEqual([page, lang, 200]);
    }
    const shapes = new Set(pages.map((page) => page.replace(/[0-9a-f-]{36}/, ':id').replace(/[0-9a-f-]{36}/, ':rowId')));
    expect([...shapes].sort()).toEqual([
      '/persons/:id/address', '/persons/:id/addresses/:rowId', '/persons/:id/addresses/:rowId/withdraw', '/persons/:id/birth/correct', '/persons/:id/code', '/persons/:id/codes/:rowId',
      '/persons/:id/death/correct', '/persons/:id/death/withdraw', '/persons/:id/guardianship', '/persons/:id/guardianships/:rowId', '/persons/:id/guardianships/:rowId/end',
      '/persons/:id/name', '/persons/:id/names/:rowId', '/persons/:id/protection/end', '/persons/:id/protections/:rowId',
    ]);
  });
});

describe('what was recorded wrongly', () => {
  test('is corrected with a reason, which the person reads; the card tells what was believed before', async () => {
    const { id } = await country.newPerson({ family: 'Kalnņa' });
    const path = await country.correctionOf(id, 'names');
    expect(await country.record(path, { given: 'Anna', family: 'Kalniņa', from: '1990-05-21', reason: ' ' })).toHaveProperty('reason');
    expect(await country.record(path, { given: 'Anna', family: 'Kalniņa', from: '1990-05-21', ...WHY })).toBe('recorded');
    const { body } = await country.card(id);
    expect(body).toMatch(/<h1>Anna Kalniņa<\/h1>/);
    expect(body).toMatch(/<details[^>]*><summary>Ko reģistrs rādīja iepriekš \(1\).*Anna Kalnņa.*\(jūs\)/s);
    expect(await auditOf('persons.correct-name', id)).toMatchObject([{ reason: WHY.reason, subjects: [id] }]);
    expect(await country.record(path, { given: 'Anna', family: 'Kalniņa', from: '1990-05-21', ...WHY })).toMatchObject({ '': expect.stringContaining('vairs nav spēkā') });
  });

  test('a date of birth and a sex are corrected by a form that knows what its writer saw', async () => {
    const { id } = await country.newPerson();
    const path = `/persons/${id}/birth/correct`;
    expect((await country.open(path)).body).toContain('name="wasBornOn" value="1990-05-21"');
    const seen = { wasBornOn: '1990-05-21', wasSex: 'female' };
    expect(await country.record(path, { ...seen, bornOn: '1991-05-21', sex: 'male', reason: '' })).toHaveProperty('reason');
    expect(await country.record(path, { ...seen, bornOn: '1991-05-21', sex: 'male', ...WHY })).toBe('recorded');
    expect(await country.record(path, { ...seen, bornOn: '1989-05-21', sex: 'female', ...WHY }), 'sent twice, or by somebody else meanwhile').toMatchObject({ '': expect.stringContaining('vairs nav spēkā') });
    const { body } = await country.card(id);
    for (const words of ['21.05.1991.', 'Vīrietis', 'Ko reģistrs rādīja iepriekš (1)', '21.05.1990.: Sieviete']) expect(body).toContain(words);
    expect(await auditOf('persons.correct-birth', id)).toMatchObject([{ reason: WHY.reason, subjects: [id] }]);
  });

  test('a moved first day takes the end of the entry before along, and an entry taken back leaves its days to it', async () => {
    const { id } = await country.newPerson();
    await country.record(`/persons/${id}/address`, { ...WOMAN, street: 'Jaunā iela 2', from: '2024-01-10' });
    const path = await country.correctionOf(id, 'addresses');
    expect(await country.record(path, { ...WOMAN, street: 'Jaunā iela 22', from: '2023-06-01', ...WHY })).toBe('recorded');
    const moved = (await country.card(id)).body;
    for (const words of ['Jaunā iela 22', '01.03.2022.–31.05.2023.', 'no 01.06.2023.']) expect(moved).toContain(words);
    expect(await country.record(`${await country.correctionOf(id, 'addresses')}/withdraw`, WHY)).toBe('recorded');
    expect((await country.card(id)).body).toContain('no 01.03.2022.');
    expect(await country.record(`${await country.correctionOf(id, 'addresses')}/withdraw`, WHY)).toMatchObject({ '': expect.stringContaining('to var tikai labot') });
  });

  test('a code given to the wrong person is taken back and may be given to the right one', async () => {
    const [wrong, right] = [await country.newPerson(), await country.newPerson()];
    const code = '92007654321';
    await country.record(`/persons/${wrong.id}/code`, { code, from: '2024-01-01' });
    expect(await country.record(`/persons/${right.id}/code`, { code, from: '2024-01-01' })).toMatchObject({ code: expect.stringContaining('jau pieder') });
    expect(await country.record(`${await country.correctionOf(wrong.id, 'codes')}/withdraw`, WHY)).toBe('recorded');
    expect(await country.record(`/persons/${right.id}/code`, { code, from: '2024-01-01' })).toBe('recorded');
    expect(await country.record(await country.correctionOf(right.id, 'codes'), { code: '92007654322', from: '2024-02-01', ...WHY })).toBe('recorded');
  });

  test('guardianship and protection that ended wrongly go on; an end is recorded with its guardian as a subject', async () => {
    const child = await country.newPerson({ bornOn: '2015-02-03' });
    const guardian = await country.newPerson({ given: 'Vizma' });
    const about = `/persons/${child.id}`;
    await country.record(`${about}/guardianship`, { ...GUARDIAN, guardianCode: guardian.code, from: '2020-01-01' });
    expect(await country.record(`${await country.correctionOf(child.id, 'guardianships')}/end`, { on: '2023-01-01' })).toBe('recorded');
    expect(await auditOf('persons.end-guardianship', guardian.id)).toHaveLength(1);
    expect((await country.card(child.id)).body).toContain('01.01.2020.–31.12.2022.');
    expect(await country.record(await country.correctionOf(child.id, 'guardianships'), { ...GUARDIAN, guardianCode: '', from: '2020-01-01', ...WHY })).toBe('recorded');
    const { body } = await country.card(child.id);
    for (const words of ['01.01.2020.–02.02.2033.', 'Aizbildnis: Vizma Bērziņa', 'Ko reģistrs rādīja iepriekš (1)']) expect(body).toContain(words);
    await country.record(`${about}/protection`, { kind: 'violence', basis: 'x', from: '2024-01-01' });
    await country.record(`${about}/protection/end`, { on: '2025-01-01' });
    expect(await country.record(await country.correctionOf(child.id, 'protections'), { kind: 'violence', basis: 'x', from: '2024-01-01', to: '', ...WHY })).toBe('recorded');
    expect((await country.card(child.id)).body).toContain('no 01.01.2024.');
    expect(await country.record(`${await country.correctionOf(child.id, 'protections')}/withdraw`, WHY)).toBe('recorded');
  });

  test('a death is corrected and taken back; the person lives again, and what was believed stays', async () => {
    const { id } = await country.newPerson();
    await country.record(`/persons/${id}/death`, { ...PROOF, on: '2026-11-01' });
    expect(await country.record(`/persons/${id}/death/correct`, { on: '2026-10-31', basis: PROOF.basis, ...WHY })).toBe('recorded');
    expect((await country.card(id)).body).toContain('31.10.2026.');
    expect(await country.record(`/persons/${id}/death/withdraw`, WHY)).toBe('recorded');
    const { body } = await country.card(id);
    expect(body).toContain('Ko reģistrs rādīja iepriekš (2)');
    expect(body).not.toContain('Miršanas datums');
    expect((await country.open(`/persons/${id}/death/correct`)).status).toBe(404);
  });
});

describe('bad input is told beside its field, what was typed stays, and nothing is written', () => {
  const bad: readonly (readonly [fact: string, segment: string, fields: Record<string, string>, field: string, words: RegExp])[] = [
    ['a day before birth', 'name', { given: 'Anna', family: 'Liepa', from: '1980-01-01' }, 'from', /pirms personas dzimšanas/],
    ['a day to come', 'name', { given: 'Anna', family: 'Liepa', from: '2027-01-01' }, 'from', /vēl nav pienākusi/],
    ['a unit that did not exist on the day', 'address', { ...WOMAN, atvk: '0326100', from: '2023-01-01' }, 'atvk', /Norādītajā dienā pašvaldības ar šādu kodu nebija/],
    ['no unit at all', 'address', { ...WOMAN, atvk: '', from: '2023-01-01' }, 'atvk', /jāaizpilda/],
    ['a code that is none', 'code', { code: '123', from: '2023-01-01' }, 'code', /Nav derīgs personas kods/],
    ['a guardian nobody knows', 'guardianship', { ...GUARDIAN, guardianCode: '92009999999', from: '1995-01-01' }, 'guardianCode', /nav dzīvas personas/],
    ['guardianship that ends before it begins', 'guardianship', { ...GUARDIAN, kind: 'care', place: 'SAC “Paraugs”', from: '1995-01-01', to: '1994-01-01' }, 'to', /pirms sākuma/],
    ['no kind of protection', 'protection', { basis: 'Lēmums', from: '2023-01-01' }, 'kind', /jāaizpilda/],
    ['death without confirmation', 'death', { on: '2026-11-01', basis: 'Ieraksts' }, 'confirmed', /jāaizpilda/],
    ['death before what is recorded later', 'death', { ...PROOF, on: '2020-01-01' }, 'on', /sākas vēlāk: 01\.03\.2022/],
  ];
  test.each(bad)('%s', async (_, segment, fields, field, words) => {
    const { id } = await country.newPerson();
    const before = await rowsOf(id);
    const answer = await country.send(`/persons/${id}/${segment}?lang=lv`, fields);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatch(new RegExp(`id="f-${field}-error"[^>]*>.*?${words.source}`));
    for (const typed of [fields['street'], fields['basis'], fields['code'], fields['from']]) if (typed) expect(answer.body).toContain(`value="${typed}"`);
    expect(await rowsOf(id)).toBe(before);
  });

  test('an overlapping period, a day after death, a part that a divided unit does not have', async () => {
    const { id } = await country.newPerson({ atvk: '0604300', part: 'Aglonas pagasts', livesThereSince: '2015-03-01' });
    await country.record(`/persons/${id}/protection`, { kind: 'office', basis: 'x', from: '2024-01-01' });
    await country.record(`/persons/${id}/address`, { ...WOMAN, from: '2022-01-01' });
    await country.record(`/persons/${id}/death`, { ...PROOF, on: '2026-11-01' });
    const before = await rowsOf(id);
    expect(await country.record(`/persons/${id}/protection`, { kind: 'office', basis: 'x', from: '2023-01-01' })).toMatchObject({ from: expect.stringContaining('jau ir spēkā cits') });
    expect(await country.record(`/persons/${id}/name`, { given: 'A', family: 'B', from: '2026-11-05' })).toMatchObject({ from: expect.stringContaining('pēc personas nāves') });
    const addresses = [...(await country.card(id)).body.matchAll(/\/persons\/[0-9a-f-]{36}\/addresses\/[0-9a-f-]{36}/g)].map((found) => found[0]);
    const [later, first] = [addresses[0]!, addresses.at(-1)!];
    expect(await country.record(first, { ...WOMAN, atvk: '0604300', part: 'Rīgas pagasts', from: '2015-03-01', ...WHY })).toMatchObject({ part: expect.stringContaining('tika sadalīts') });
    expect(await country.record(later, { ...WOMAN, atvk: '0604300', part: '', from: '2015-03-01', ...WHY })).toMatchObject({ from: expect.stringContaining('jau ir spēkā cits') });
    expect(await rowsOf(id)).toBe(before);
  });
});

describe('rights', () => {
  test('who lives outside the registrar’s municipality is as if they did not exist, on every page and for every form', async () => {
    const elsewhere = await country.newPerson({ bornOn: '2015-02-03', atvk: RIGA });
    const guardian = await country.newPerson();
    await country.record(`/persons/${elsewhere.id}/guardianship`, { ...GUARDIAN, guardianCode: guardian.code, from: '2020-01-01' });
    const nobody = '01900000-0000-7000-8000-00000000dead';
    for (const route of personsModule.pages.filter(({ path }) => path.includes(':id') && !path.endsWith('/card'))) {
      const at = (id: string) => route.path.replace(':id', id).replace(':rowId', nobody);
      const seen = await Promise.all([elsewhere.id, nobody].map((id) => local.open(`${at(id)}?lang=lv`)));
      expect([route.path, ...seen.map(({ status }) => status)]).toEqual([route.path, 404, 404]);
      expect(seen[0]!.body).toContain('Šādas personas nav');
    }
    const before = await rowsOf(elsewhere.id);
    for (const [segment, fields] of [['address', { ...WOMAN, from: '2024-01-01' }], ['name', { given: 'A', family: 'B', from: '2024-01-01' }], ['death', { ...PROOF, on: '2026-11-01' }], ['protection', { kind: 'office', basis: 'x', from: '2024-01-01' }]] as const) {
      expect((await local.send(`/persons/${elsewhere.id}/${segment}`, fields)).status).toBe(404);
    }
    expect((await local.card(elsewhere.id)).status).toBe(404);
    expect(await rowsOf(elsewhere.id)).toBe(before);
  });

  test('a child is not reached through its guardian', async () => {
    const child = await country.newPerson({ bornOn: '2015-02-03', atvk: RIGA });
    const guardian = await local.newPerson();
    await country.record(`/persons/${child.id}/guardianship`, { ...GUARDIAN, guardianCode: guardian.code, from: '2020-01-01' });
    const row = (await country.correctionOf(child.id, 'guardianships')).split('/').at(-1);
    expect((await local.card(guardian.id)).body).not.toContain(`/guardianships/${row}`);
    expect((await local.open(`/persons/${guardian.id}/guardianships/${row}`)).status).toBe(404);
  });

  test('a local registrar registers in their own municipality alone, and a move out of it ends the work with a kind word', async () => {
    expect(await local.record('/persons/new', { ...WOMAN, code: '610590-88001', bornOn: '1823-05-21' })).toMatchObject({ bornOn: expect.stringContaining('Pārbaudiet gadu.') });
    expect(await local.record('/persons/new', { ...WOMAN, code: '610590-88001', atvk: RIGA })).toMatchObject({ atvk: expect.stringContaining('tikai savā pašvaldībā') });
    const { id } = await local.newPerson();
    const moved = await local.send(`/persons/${id}/address`, { ...WOMAN, atvk: RIGA, from: '2026-11-01' });
    expect([moved.status, moved.location]).toEqual([303, '/persons']);
    expect((await local.open('/persons?lang=lv')).body).toContain('Dzīvesvieta ierakstīta.');
  });

  test('a protected person is there for those with the separate right alone', async () => {
    const { id } = await local.newPerson();
    await country.record(`/persons/${id}/protection`, { kind: 'violence', basis: 'Lēmums', from: '2024-01-01' });
    expect((await local.open(`/persons/${id}/name`)).status).toBe(200);
    await t.database.pool.query(`update access.role set permissions = array_remove(permissions, 'persons.read-protected') where code = 'population-registrar'`);
    try {
      for (const path of ['record', 'name', 'protection/end']) expect([path, (await local.open(`/persons/${id}/${path}`)).status]).toEqual([path, 404]);
      expect((await local.card(id)).status).toBe(404);
    } finally {
      await t.database.pool.query(`update access.role set permissions = permissions || '{persons.read-protected}' where code = 'population-registrar'`);
    }
  });

  test('who may look but not record sees neither the links nor what was believed', async () => {
    const { id } = await country.newPerson({ family: 'Kalnņa' });
    await country.record(await country.correctionOf(id, 'names'), { given: 'Anna', family: 'Kalniņa', from: '1990-05-21', ...WHY });
    await t.database.pool.query(`update access.role set permissions = '{persons.find}' where code = 'population-registrar'`);
    try {
      const { body } = await country.card(id);
      expect(body).toContain('Anna Kalniņa');
      for (const hidden of ['Labot', `/persons/${id}/address`, 'Kalnņa', 'Ko reģistrs rādīja iepriekš']) expect(body).not.toContain(hidden);
      expect((await country.open(`/persons/${id}/name`)).status).toBe(403);
    } finally {
      await t.database.pool.query(`update access.role set permissions = '{persons.find,persons.find-protected,persons.read-protected,persons.record,persons.protect}' where code = 'population-registrar'`);
    }
  });

  test('each form that is opened is in the log of the person', async () => {
    const { id } = await country.newPerson();
    await country.open(`/persons/${id}/name`);
    await country.open(await country.correctionOf(id, 'names'));
    expect(await auditOf('persons.open-record-form', id)).toHaveLength(1);
    expect(await auditOf('persons.open-name-entry', id)).toHaveLength(1);
  });
});

test('a resident has no right to the forms', async () => {
  const resident = await registrar(t, 'iedzivotajs');
  expect((await resident.open('/persons/new')).status).toBe(403);
});
