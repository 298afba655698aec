import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf } from '../../education/tests/made-up-schools.js';
import type { InvalidInput } from '#kernel/errors.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { changeScoring, changeSession, changeThreshold, prepareYear, setEvent } from '../actions/keep-catalogue.js';
import { openCatalogue, openExam } from '../actions/show-catalogue.js';
import { scorePercent } from '../domain/scoring.js';
import { keepExams } from '../permissions.js';

let t: TestPlatform;
const manager = actorWith([keepExams]);
const BASIS = { legalBasis: 'MK noteikumi Nr. 1, izdomāti', verified: 'yes' };
const sessionDays = { applicationsUntil: '2026-01-15', changesUntil: '2026-03-16', startsOn: '2026-05-11', endsOn: '2026-06-12', announcedOn: '2026-06-26' };

beforeAll(async () => {
  t = await testPlatform();
});
afterAll(() => t.close());

const fieldsOf = async (work: Promise<unknown>) => ((await refusalOf(work)) as InvalidInput).fields.map(({ field }) => field);

test('four school years begin with their exams, thresholds and sessions; what nobody compared with the act says so', async () => {
  const found = await t.perform(openCatalogue, { year: '2025' });
  expect(found.years).toEqual([2025, 2024, 2023, 2022]);
  expect(found.exams.find(({ code }) => code === 'ANG09')).toMatchObject({ kind: 'monitoring work', level: 'basic' });
  expect(found.thresholds.map(({ level, percent }) => [level, percent])).toEqual([['basic', 15], ['optimal', 20], ['highest', 20], ['general', 20]]);
  expect(found.sessions.map(({ stage, announcedOn }) => [stage, announcedOn])).toEqual([['basic', '2026-06-26'], ['secondary', '2026-07-03']]);
  expect(found.thresholds.every(({ verified }) => !verified)).toBe(true);
  const codes = (await t.perform(openCatalogue, { year: '2023' })).exams.map(({ code }) => code);
  expect(['MAT09', 'FRA09', 'LATOL', 'ANGOL', 'KUMAL', 'MATVL'].filter((code) => !codes.includes(code))).toEqual([]);
  expect(codes).not.toContain('KIMOL');
});

test('the exam of the deck counts by its recorded parts as the deck does', async () => {
  const { scorings, threshold } = await t.perform(openExam, { year: 2023, code: 'MAT09' });
  expect(scorePercent(scorings[0]!.parts, new Map([[1, 86], [2, 6]]))).toMatchObject({ parts: [71, 15], total: 57 });
  expect(threshold).toBe(10);
});

test('every exam that was loaded has parts that weigh a hundred together', async () => {
  const { rows } = await t.database.pool.query(`select x.year, x.code from exams.exam x left join exams.scoring s on s.exam_id = x.id and s.superseded_at is null
    left join exams.part p on p.scoring_id = s.id group by x.id having coalesce(sum(p.weight), 0) <> 100`);
  expect(rows).toEqual([]);
});

test('changing how an exam is counted makes a new version, and the earlier one stays as it was', async () => {
  const part = (nameLv: string, points: string, weight: string) => ({ nameLv, nameEn: nameLv, points, weight });
  const change = (parts: object[]) => t.perform(changeScoring, { year: 2024, code: 'FIZAL', parts, ...BASIS }, manager);
  expect(await fieldsOf(change([part('A', '30', '50'), part('B', '12,5', '49')]))).toEqual(['parts.0.weight']);
  expect(await fieldsOf(change([part('A', '30', '50'), part('B', '12,3', '50')]))).toEqual(['parts.1.points']);
  await change([part('A', '30', '50'), part('B', '12,5', '50')]);
  const { scorings } = await t.perform(openExam, { year: 2024, code: 'FIZAL' });
  expect(scorings.map(({ version, supersededAt, parts }) => [version, supersededAt === null, parts.map(({ maxHalfPoints }) => maxHalfPoints)])).toEqual([[2, true, [60, 25]], [1, false, [120, 80]]]);
});

test('the database itself refuses parts that do not weigh a hundred, and a change of parts that a result may rest on', async () => {
  const broken = `insert into exams.part (scoring_id, number, name_lv, name_en, max_half_points, weight) select s.id, 3, 'x', 'x', 2, 1 from exams.scoring s join exams.exam x on x.id = s.exam_id where x.code = 'MAT09' limit 1`;
  await expect(t.database.pool.query(broken)).rejects.toMatchObject({ constraint: 'parts_weigh_a_hundred' });
  await expect(t.database.pool.query('update exams.part set weight = 1')).rejects.toThrow('permission denied');
});

test('a threshold is changed with its basis, and what it was stays readable', async () => {
  await t.perform(changeThreshold, { year: 2024, level: 'optimal', percent: '20', ...BASIS }, manager);
  const { thresholds } = await t.perform(openCatalogue, { year: '2024' });
  expect(thresholds.filter(({ level }) => level === 'optimal').map(({ percent, verified, supersededAt }) => [percent, verified, supersededAt === null])).toEqual([[20, true, true], [15, false, false]]);
  expect(await fieldsOf(t.perform(changeThreshold, { year: 2024, level: 'optimal', percent: '101', ...BASIS }, manager))).toEqual(['percent']);
  expect(await fieldsOf(t.perform(changeThreshold, { year: 2024, level: 'optimal', percent: '20', legalBasis: '' }, manager))).toEqual(['legalBasis']);
});

test('the days of a session stand in order, and a main term within them', async () => {
  const change = (days: object) => t.perform(changeSession, { year: 2025, stage: 'basic', ...sessionDays, ...days, ...BASIS }, manager);
  expect(await fieldsOf(change({ changesUntil: '2026-01-14' }))).toEqual(['changesUntil']);
  expect(await fieldsOf(change({ announcedOn: '2026-05-01' }))).toEqual(['announcedOn']);
  await change({ endsOn: '2026-06-11' });
  expect((await t.perform(openCatalogue, { year: '2025' })).before).toMatchObject([{ what: 'session', days: ['2026-01-15', '2026-03-16', '2026-05-11', '2026-06-12', '2026-06-26'] }]);
  const event = (term: string, heldOn: string, startsAt = '10:00') => t.perform(setEvent, { year: 2025, code: 'MAT09', term, heldOn, startsAt, ...BASIS }, manager);
  expect(await fieldsOf(event('main', '2026-06-12'))).toEqual(['heldOn']);
  expect(await fieldsOf(event('extra', '2026-06-15'))).toEqual(['heldOn']);
  expect(await fieldsOf(event('main', '2026-06-05', '25:00'))).toEqual(['startsAt']);
  await event('main', '2026-06-05');
  await event('extra', '2026-06-15');
  await event('main', '2026-06-04');
  const { events, before } = await t.perform(openExam, { year: 2025, code: 'MAT09' });
  expect(events.map(({ term, heldOn, startsAt }) => [term, heldOn, startsAt])).toEqual([['main', '2026-06-04', '10:00'], ['extra', '2026-06-15', '10:00']]);
  expect(before.map(({ days, startsAt }) => [days, startsAt])).toEqual([[['2026-06-05'], '10:00']]);
});

test('the next year begins by the pattern of the latest, compared with no act, once, and without days of events', async () => {
  const { year, exams } = await t.perform(prepareYear, { from: '2025' }, manager);
  const [before, after] = [await t.perform(openCatalogue, { year: '2025' }), await t.perform(openCatalogue, { year: String(year) })];
  expect([year, exams, after.exams.length]).toEqual([2026, before.exams.length, before.exams.length]);
  expect(after.exams.every(({ verified, mainOn, parts }) => verified === false && mainOn === null && parts > 0)).toBe(true);
  expect(after.sessions.map(({ startsOn, applicationsUntil }) => [startsOn, applicationsUntil])).toEqual([['2027-05-10', '2027-01-15'], ['2027-05-10', '2027-01-15']]);
  expect(await fieldsOf(t.perform(prepareYear, { from: '2025' }, manager))).toEqual(['from']);
});

test('pages and API show it to anyone, and only the exam manager finds the way to change it', async () => {
  const page = await t.server.inject({ url: '/exams/catalogue/2023/MAT09?lang=lv' });
  expect([page.statusCode, page.body.includes('Eksāmens matemātikā 9. klasei'), page.body.includes('Mainīt vērtēšanas kārtību')]).toEqual([200, true, false]);
  const api = (await t.server.inject({ url: '/api/exams/2023/MAT09' })).json();
  expect(api.scorings[0].parts.map(({ maxHalfPoints, weight }: { maxHalfPoints: number; weight: number }) => [maxHalfPoints, weight])).toEqual([[120, 75], [40, 25]]);
  expect((await t.server.inject({ url: '/api/exams?year=2025' })).json().thresholds).toHaveLength(4);
  expect((await t.server.inject({ url: '/exams/catalogue/2023/XXX09' })).statusCode).toBe(404);
  expect((await refusalOf(t.perform(changeThreshold, { year: 2024, level: 'optimal', percent: '1', ...BASIS }, actorWith([])))).status).toBe(403);
});
