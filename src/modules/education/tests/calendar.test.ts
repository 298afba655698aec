import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { errorsOf } from '../../institutions/tests/registrar.js';
import { deadlineOf, isLate, schoolYearOn, yearEndsOn } from '../public.js';
import { fillWithUsers, signedInAs } from './keeper.js';

let t: TestPlatform;
let keeper: Awaited<ReturnType<typeof signedInAs>>;
let school: string;
beforeAll(async () => {
  t = await testPlatform();
  school = (await fillWithUsers(t)).institutions[0]!;
  keeper = await signedInAs(t, 'education-administrator');
});
afterAll(() => t.close());

const read = () => t.database.read;
const api = async (query: string) => (await t.server.inject(`/api/education/${query}`)).json();
const SOURCE = { source: 'MK noteikumi Nr. 1', verified: 'yes' };

describe('the calendar that an installation begins with', () => {
  test('has the years with the last day of every grade, and says what nobody has compared with the law', async () => {
    const years: { year: number; verified: boolean; ends: { grade: number; endsOn: string }[]; breaks: unknown[] }[] = await api('school-years');
    expect(years.map(({ year, verified, ends, breaks }) => [year, verified, ends.length, breaks.length])).toEqual([[2027, false, 12, 3], [2026, false, 12, 3], [2025, true, 12, 3], [2024, true, 12, 3], [2023, false, 12, 3]]);
    const of2025 = new Map(years.find(({ year }) => year === 2025)!.ends.map(({ grade, endsOn }) => [grade, endsOn]));
    expect([of2025.get(1), of2025.get(9), of2025.get(12)]).toEqual(['2026-05-29', '2026-06-12', '2026-06-19']);
  });

  test('a day belongs to the last school year begun, the summer to the one before', async () => {
    expect(await Promise.all(['2025-09-01', '2026-08-31', '2026-09-01', '2001-01-01'].map((day) => schoolYearOn(read(), isoDate(day))))).toEqual([2025, 2025, 2026, undefined]);
  });

  test('marks of grade 12 are due on 25.06.2026. and of grade 9 on 16.06.2026.; moves of working days for state institutions do not count', async () => {
    const [twelve, nine] = [await deadlineOf(read(), 'YEAR', { year: 2025, grade: 12 }), await deadlineOf(read(), 'YEAR', { year: 2025, grade: 9 })];
    expect([twelve!.day, nine!.day]).toEqual(['2026-06-25', '2026-06-16']);
    expect([isLate(twelve!, isoDate('2026-06-25')), isLate(twelve!, isoDate('2026-06-26')), isLate(nine!, isoDate('2026-06-17'))]).toEqual([false, true, true]);
    expect(twelve!.why.lv).toMatch(/24\.06\.2026\. .*50\. punkts/);
  });

  test('scenario 17.5: a document decided on a Friday, or before holidays, is due three working days later, through HTTP; undecided ones have no day', async () => {
    const told = async (query: string) => ((await api(`deadlines?year=2025${query}`)) as { items: { matter: string; dueOn: string }[] }).items.find(({ matter }) => matter === 'DOCUMENT')?.dueOn;
    expect([await told('&decidedOn=2026-06-12'), await told('&decidedOn=2026-06-22'), await told('')]).toEqual(['2026-06-17', '2026-06-29', undefined]);
    const due = (decidedOn?: string) => deadlineOf(read(), 'DOCUMENT', { year: 2025, decidedOn: decidedOn === undefined ? undefined : isoDate(decidedOn) });
    expect([(await due('2026-06-12'))!.day, (await due('2026-06-22'))!.day, await due()]).toEqual(['2026-06-17', '2026-06-29', undefined]);
  });

  test('a class with a last day of its own is counted from it, other classes of the grade are not', async () => {
    const [row] = await t.database.transaction((tx) => tx.all(z.object({ id: z.string() }), sql`insert into education.class (year, institution_id, kind, grade, title, title_key, programme_code, ends_on, recorded_at, recorded_by)
      values (2025, ${school}, 'class', 5, '5.a', '5A', '21011111', '2026-06-05', now(), 'test'), (2025, ${school}, 'class', 5, '5.b', '5B', '21011111', null, now(), 'test') returning id`));
    expect([await yearEndsOn(read(), { year: 2025, classId: row!.id }), await yearEndsOn(read(), { year: 2025, grade: 5 })]).toEqual(['2026-06-05', '2026-05-29']);
    const items = (await api(`deadlines?year=2025&grade=5&classId=${row!.id}`)).items;
    expect(items.find((one: { matter: string }) => one.matter === 'YEAR')).toMatchObject({ dueOn: '2026-06-09', countedFrom: '2026-06-05' });
  });

  test('the API tells all that is due for a grade, without a grade only what is the same for all', async () => {
    const matters = async (query: string) => (await api(`deadlines?${query}`)).items.map((one: { matter: string }) => one.matter);
    expect((await matters('year=2025&grade=12')).sort()).toEqual(['ABSENCE', 'CHILDREN', 'COUNTS', 'POST', 'S1', 'S2', 'YEAR']);
    expect(await matters('year=2025')).not.toContain('YEAR');
    expect((await t.server.inject('/api/education/deadlines?year=1999')).statusCode).toBe(404);
    expect((await t.server.inject('/api/education/deadlines?grade=13')).statusCode).toBe(422);
  });
});

describe('keeping the calendar', () => {
  test('everyone reads it, and only who keeps it finds the forms', async () => {
    const page = await t.server.inject({ url: '/education/years/2025?lang=lv', headers: { accept: 'text/html' } });
    expect(page.body).toContain('2025./2026. mācību gads');
    expect(page.body).not.toContain('/education/years/2025/days');
    expect((await t.server.inject({ url: '/education/years/2025/days', headers: { accept: 'text/html' } })).statusCode).toBe(401);
    expect((await (await signedInAs(t, 'municipality-education-specialist')).open('/education/years/2025/days')).status).toBe(403);
    expect((await keeper.open('/education/years/2025?lang=lv')).body).toContain('/education/years/2025/days');
  });

  test('a corrected end moves the deadline, keeps what was believed, and needs a basis', async () => {
    const form = { grades: '12', endsOn: '2027-06-21' };
    expect(errorsOf((await keeper.sendForm('/education/years/2026/ends', form)).body)).toHaveProperty('source');
    expect((await keeper.sendForm('/education/years/2026/ends', { ...form, ...SOURCE })).status).toBe(303);
    expect((await deadlineOf(read(), 'YEAR', { year: 2026, grade: 12 }))!.day).toBe('2027-06-25');
    const { body } = await keeper.open('/education/years/2026?lang=lv');
    expect(body).toMatch(/Kas bija ierakstīts iepriekš.*Mācību gada beigas, 12\. klase.*18\.06\.2027\./s);
    const [entry] = await read().all(z.object({ facts: z.unknown() }), sql`select facts from audit.entry where action = 'education.correct-year-end'`);
    expect(entry).toMatchObject({ facts: { was: [{ grade: 12, endsOn: '2027-06-18' }], now: { endsOn: '2027-06-21' } } });
  });

  test('an end outside the year and an end without grades are told beside their fields', async () => {
    expect(errorsOf((await keeper.sendForm('/education/years/2026/ends', { grades: '5', endsOn: '2027-09-01', ...SOURCE })).body)).toEqual({ endsOn: expect.stringContaining('mācību gadā') });
    expect(errorsOf((await keeper.sendForm('/education/years/2026/ends', { endsOn: '2027-05-28', ...SOURCE })).body)).toEqual({ grades: expect.stringContaining('vismaz vienu klasi') });
  });

  test('a new year takes holidays and deadlines over from the one before, a year later and unverified', async () => {
    const form = { year: '2028', startsOn: '2028-09-01', firstSemesterEndsOn: '2028-12-15', secondSemesterStartsOn: '2029-01-02', endsOn: '2029-05-31', endsOn9: '2029-06-15', endsOn12: '2029-06-22', ...SOURCE };
    expect(errorsOf((await keeper.sendForm('/education/years/new', { ...form, firstSemesterEndsOn: '2028-08-01' })).body)).toEqual({ firstSemesterEndsOn: expect.any(String) });
    expect((await keeper.sendForm('/education/years/new', form)).location).toBe('/education/years/2028');
    expect(errorsOf((await keeper.sendForm('/education/years/new', form)).body)).toEqual({ year: expect.stringContaining('jau ir ierakstīts') });
    const [year] = await api('school-years');
    expect(year).toMatchObject({ year: 2028, verified: true, breaks: [{ season: 'autumn', startsOn: '2028-10-16', verified: false }, {}, {}] });
    const { items } = await api('deadlines?year=2028&grade=12');
    expect(items).toEqual(expect.arrayContaining([expect.objectContaining({ matter: 'CHILDREN', dueOn: '2028-09-05', verified: false }), expect.objectContaining({ matter: 'YEAR', dueOn: '2029-06-26', verified: false })]));
  });

  test('a changed deadline is counted anew and the one of before stays with its basis', async () => {
    const path = '/education/years/2026/deadlines/S1';
    const form = { rule: 'on a day', dueOn: '', workingDays: '2', legalBasis: 'MK noteikumi Nr. 9' };
    expect(errorsOf((await keeper.sendForm(path, form)).body)).toEqual({ dueOn: expect.stringContaining('norādiet dienu') });
    const days = { ...form, dueOn: '2026-12-22', opensOn: '2026-12-15', correctionsUntil: '2027-08-31' };
    expect(errorsOf((await keeper.sendForm(path, { ...days, dueOn: '2062-12-22' })).body)).toEqual({ dueOn: expect.stringContaining('nav no šī mācību gada') });
    expect(errorsOf((await keeper.sendForm(path, { ...days, opensOn: '2026-12-23' })).body)).toEqual({ opensOn: expect.stringContaining('kas ir 22.12.2026.') });
    expect(errorsOf((await keeper.sendForm(path, { ...days, correctionsUntil: '2026-12-21' })).body)).toEqual({ correctionsUntil: expect.stringContaining('kas ir 22.12.2026.') });
    expect((await keeper.sendForm(path, days)).status).toBe(303);
    expect(await deadlineOf(read(), 'S1', { year: 2026 })).toMatchObject({ day: '2026-12-22', why: { lv: 'Noteikta diena 22.12.2026. Pamats: MK noteikumi Nr. 9.' } });
    expect((await keeper.open('/education/years/2026?lang=lv')).body).toMatch(/Darbdienas pēc 1\. semestra beigām: 2/);
    expect((await keeper.open('/education/years/2026/deadlines/XXX')).status).toBe(404);
  });

  test('days of semesters and holidays are corrected in order', async () => {
    const days = { startsOn: '2026-09-01', firstSemesterEndsOn: '2026-12-21', secondSemesterStartsOn: '2027-01-05', ...SOURCE };
    expect((await keeper.sendForm('/education/years/2026/days', days)).status).toBe(303);
    expect(errorsOf((await keeper.sendForm('/education/years/2026/days', { ...days, startsOn: '2025-09-01' })).body)).toEqual({ startsOn: expect.any(String) });
    expect(errorsOf((await keeper.sendForm('/education/years/2026/days', { ...days, secondSemesterStartsOn: '2027-06-01' })).body)).toHaveProperty('secondSemesterStartsOn');
    const winter = { startsOn: '2026-12-22', endsOn: '2027-01-04', ...SOURCE };
    expect((await keeper.sendForm('/education/years/2026/breaks/winter', winter)).status).toBe(303);
    expect(errorsOf((await keeper.sendForm('/education/years/2026/breaks/spring', { ...winter, startsOn: '2027-01-04', endsOn: '2027-01-08' })).body)).toEqual({ startsOn: expect.stringContaining('cits brīvlaiks') });
    const year = (await api('school-years')).find((one: { year: number }) => one.year === 2026);
    expect(year).toMatchObject({ firstSemesterEndsOn: '2026-12-21', breaks: [{}, { season: 'winter', startsOn: '2026-12-22', verified: true }, {}] });
    expect((await keeper.open('/education/years/2026?lang=lv')).body).toMatch(/Ziemas brīvlaiks.*21\.12\.2026\.–01\.01\.2027\./s);
  });
});
