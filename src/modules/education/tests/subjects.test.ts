import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { errorsOf } from '../../institutions/tests/registrar.js';
import { findProgramme, findSubject, listSubjectsNamed, listSubjectsOn, readScales } from '../public.js';
import { nameKey } from '../domain/names.js';
import { fillWithUsers, signedInAs } from './keeper.js';

let t: TestPlatform;
let keeper: Awaited<ReturnType<typeof signedInAs>>;
beforeAll(async () => {
  t = await testPlatform();
  await fillWithUsers(t);
  keeper = await signedInAs(t, 'education-administrator');
});
afterAll(() => t.close());

const api = async (query: string) => (await t.server.inject(`/api/education/${query}`)).json();
const today = isoDate('2026-11-21');

describe('classifiers that an installation begins with', () => {
  test('subjects have made-up identifiers and say so', async () => {
    const { total, items } = await api('subjects');
    expect(total).toBe(items.length);
    expect(items.every((one: { id: number; source: string }) => one.id > 900_000 && one.source.startsWith('made up: the identifiers of VIIS'))).toBe(true);
    const names = items.map((one: { name: { lv: string } }) => one.name.lv);
    expect(names.filter((name: string) => /^(Kristīgā|Kultūra un|Ķīmija|Ģeogrāfija|Filozofija)/.test(name))).toEqual(['Filozofija', 'Ģeogrāfija', 'Kristīgā mācība', 'Kultūra un māksla', 'Ķīmija']);
  });

  test('a subject is found without diacritics, by a course and by its identifier', async () => {
    const found = async (q: string) => (await api(`subjects?q=${encodeURIComponent(q)}`)).items.map((one: { name: { lv: string } }) => one.name.lv);
    expect(await found('vizuala MAKSLA')).toEqual(['Vizuālā māksla']);
    expect(await found('Robotika')).toContain('Robotika');
    expect(await found('fizika ii')).toEqual(['Fizika']);
    expect(await found('900001')).toEqual(['Latviešu valoda']);
    expect(await found('%')).not.toEqual([]);
    expect(await found('nav tāda')).toEqual([]);
    expect((await listSubjectsNamed(t.database.read, 'LATVIESU-VALODA', today)).map(({ id }) => id)).toEqual([900_001]);
    expect((await findSubject(t.database.read, 900_001))!.name).toBe('Latviešu valoda');
    expect(nameKey('Latviešu valoda')).toBe('latviesuvaloda');
  });

  test('scales refuse a mark in grade 3, letters in grade 7, 0 and 11', async () => {
    const scales = await readScales(t.database.read);
    const check = (grade: number, written: string, record: 'mark' | 'outcome' = 'mark') => scales.check({ year: 2025, grade, subjectId: 900_001, period: 'YEAR', record }, written).ok;
    expect([check(3, '7'), check(3, 'A', 'outcome'), check(7, 'S'), check(7, '0'), check(7, '11'), check(7, '10'), check(7, 'nv'), check(12, '4')]).toEqual([false, true, false, false, false, true, true, true]);
    expect(scales.scaleOf({ year: 2025, grade: 9, subjectId: 900_001, period: 'EXAM', record: 'mark' })).toBe('PERCENT');
    expect(scales.valuesOf('TEN').map(({ value }) => value)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'nv', 'atb']);
    const { scales: all } = await api('scales');
    expect(all.map((one: { code: string; values: unknown[] }) => [one.code, one.values.length])).toEqual([['TEN', 12], ['STAP', 6], ['PERCENT', 103], ['PASS', 4], ['PREPARATORY', 5]]);
  });

  test('programmes, outcomes and reasons are public, and say what is not verified', async () => {
    expect(await findProgramme(t.database.read, '21011111')).toMatchObject({ fromGrade: 1, toGrade: 9, verified: false });
    expect((await api('programmes')).length).toBeGreaterThan(15);
    expect((await api('outcomes?grade=2')).every((one: { madeUp: boolean; fromGrade: number; toGrade: number }) => one.madeUp && one.fromGrade <= 2 && one.toGrade >= 2)).toBe(true);
    const reasons: { code: string; needsComment: boolean; definition: { lv: string }; example: { lv: string }; isGroup: boolean }[] = await api('end-reasons');
    expect(reasons.find(({ code }) => code === 'other')).toMatchObject({ needsComment: true, isGroup: false });
    expect(reasons.filter(({ definition, example }) => !definition.lv || !example.lv)).toEqual([]);
  });

  test('a code is explained part by part, and what is no code is told', async () => {
    const page = async (code: string) => (await t.server.inject({ url: `/education/programmes?lang=lv&code=${code}`, headers: { accept: 'text/html' } })).body;
    expect(await page('21015811')).toMatch(/īpašais veids.*<code>8<\/code>.*garīgās attīstības traucējumiem/s);
    expect(await page('20v212011')).toMatch(/profesionālās ievirzes programma/);
    expect(await page('123')).toMatch(/Tas nav programmas kods/);
  });
});

describe('rules of scales', () => {
  const rule = { fromYear: '2026', toYear: '', fromGrade: '10', toGrade: '12', subjectId: '', record: 'mark', period: 'YEAR', scale: 'PASS', legalBasis: 'MK noteikumi Nr. 5' };
  const scaleOf = async (year: number) => (await readScales(t.database.read)).scaleOf({ year, grade: 10, subjectId: 900_050, period: 'YEAR', record: 'mark' });

  test('a rule of a subject goes before the general one; taken back, it stays readable', async () => {
    expect((await keeper.sendForm('/education/scales/rules/new', { ...rule, subjectId: '900050' })).status).toBe(303);
    expect([await scaleOf(2025), await scaleOf(2026)]).toEqual(['TEN', 'PASS']);
    const id = [...(await keeper.open('/education/scales?lang=lv')).body.matchAll(/scales\/rules\/([0-9a-f-]{36})/g)].map((found) => found[1]!);
    const forms = await Promise.all(id.map(async (one) => ({ one, body: (await keeper.open(`/education/scales/rules/${one}`)).body })));
    const own = forms.find(({ body }) => /value="900050" selected/.test(body))!.one;
    expect((await keeper.sendForm(`/education/scales/rules/${own}/withdraw`, {})).status).toBe(303);
    expect(await scaleOf(2026)).toBe('TEN');
    expect((await keeper.open('/education/scales?lang=lv')).body).toContain('Kas bija ierakstīts iepriekš');
  });

  test.each([
    ['years reversed', { toYear: '2025' }, 'toYear'],
    ['grades reversed', { toGrade: '9' }, 'toGrade'],
    ['no basis', { legalBasis: '' }, 'legalBasis'],
    ['no scale', { scale: '' }, 'scale'],
  ])('%s is told beside its field', async (_, changes, field) => {
    expect(errorsOf((await keeper.sendForm('/education/scales/rules/new', { ...rule, ...changes })).body)).toHaveProperty(field);
  });
});

describe('taking subjects over from the files of the data portal', () => {
  const SUBJECTS = Buffer.from('Macibu_prieksmeta_ID,Macibu_prieksmeta_nosaukums,OCE_indeksacijai\n12,Matemātika,1\n13,"Svešvaloda (angļu)",1\n');
  // In the Baltic code page: the a with macron is one byte.
  const COURSES = Buffer.from('Macibu_prieksmeta_ID;Macibu_prieksmeta_kursa_nosaukums;Kursa_veids;Autoriba;Macibu_joma\r\n12;Matem\xe2tika I;Optim\xe2lais;Standarta kurss;Matem\xe2tika\r\n99;Nezin\xe2ms;;;\r\n', 'latin1');

  test('the differences are seen first, then exactly those are taken over, once', async () => {
    const proposed = await keeper.upload('/education/subjects/import', { subjects: SUBJECTS, courses: COURSES });
    expect(proposed.status).toBe(303);
    const preview = (await keeper.open(`${proposed.location}?lang=lv`)).body;
    expect(preview).toMatch(/Jauni priekšmeti \(2\).*Svešvaloda \(angļu\).*Priekšmeti, kuru datnē vairs nav \(51\)/s);
    expect(preview).toMatch(/identifikatoru 99 nav zināms/);
    expect((await api('subjects')).total).toBe(51);
    const seen = /name="seen" value="([^"]+)"/.exec(preview)![1]!;
    expect((await keeper.sendForm(proposed.location!, { seen: 'something else' })).body).toContain('Apskatiet atšķirības vēlreiz');
    expect((await keeper.sendForm(proposed.location!, { seen })).status).toBe(303);
    expect((await api('subjects')).items.map((one: { id: number; name: { lv: string; en: string }; area: string }) => [one.id, one.name.lv, one.name.en, one.area])).toEqual([
      [12, 'Matemātika', 'Mathematics', 'Matemātika'], [13, 'Svešvaloda (angļu)', 'Svešvaloda (angļu)', ''],
    ]);
    expect(await api('courses?subjectId=12')).toMatchObject([{ name: 'Matemātika I', level: 'optimal', authorship: 'standard', kind: 'Optimālais' }]);
    expect((await keeper.sendForm(proposed.location!, { seen })).body).toContain('jau ir pārņemtas');
    expect((await listSubjectsOn(t.database.read, isoDate('2026-11-20'))).length).toBe(51);
  });

  test('the same files again change nothing', async () => {
    const { location } = await keeper.upload('/education/subjects/import', { subjects: SUBJECTS });
    const { body } = await keeper.open(`${location}?lang=lv`);
    expect(body).toContain('Datnēs nav nekā, kas mainītu klasifikatoru');
    expect(body).not.toContain('name="seen"');
  });

  test('a renamed subject keeps what it was called, and the page shows it', async () => {
    const { location } = await keeper.upload('/education/subjects/import', { subjects: Buffer.from(SUBJECTS.toString().replace('Svešvaloda (angļu)', 'Angļu valoda')) });
    const seen = /name="seen" value="([^"]+)"/.exec((await keeper.open(location!)).body)![1]!;
    await keeper.sendForm(location!, { seen });
    expect((await keeper.open('/education/subjects/13?lang=lv')).body).toMatch(/<h1>Angļu valoda.*Kas bija ierakstīts iepriekš.*Svešvaloda \(angļu\)/s);
  });

  test('another file, and no file, are told beside the field', async () => {
    expect(errorsOf((await keeper.upload('/education/subjects/import?lang=lv', { subjects: Buffer.from('a,b\n1,2\n') })).body)).toEqual({ subjects: expect.stringContaining('nav kolonnu') });
    expect(errorsOf((await keeper.upload('/education/subjects/import?lang=lv', {})).body)).toEqual({ subjects: expect.stringContaining('vismaz vienu datni') });
  });
});
