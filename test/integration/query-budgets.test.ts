import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadMadeUpData } from '#app/data/made-up-data.js';
import { demoUsers } from '#modules/access/public.js';
import { testPlatform, type TestPlatform } from '../test-platform.js';
import { noRowOutside } from './rights/no-row-outside.js';
import { reportFiles } from './rights/report-files.js';

let t: TestPlatform;
let asked = 0;
beforeAll(async () => {
  t = await testPlatform();
  await withoutData(t.ownerUrl);
  await loadMadeUpData(t.platform, t.ownerUrl, 'demo', () => undefined);
  await t.server.ready();
  t.database.pool.on('acquire', () => (asked += 1));
});
afterAll(() => t.close());

/** As a new installation is before any data; the template that tests clone has the reference data already. */
async function withoutData(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`truncate territories.unit, territories.reform, territories.lineage cascade; delete from platform.setting where key like 'data.%'`);
  await owner.end();
}

async function cookiesOf(login: string): Promise<Record<string, string>> {
  const answer = await t.server.inject({ method: 'POST', url: '/sign-in', payload: { login, password: demoUsers()[0]!.password } });
  return Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
}

/** The first screen draws a map and counts institutions on two; that of someone signed in asks each of their registers what waits. */
test.each([
  [null, '/', 8],
  [null, '/?on=2021-06-30', 8],
  ['iedzivotajs', '/', 12],
  ['lietvedis', '/', 20],
  ['izglitiba', '/', 20],
  ['eksameni', '/', 21],
  ['administrators', '/', 20],
])('%s arrives at %s with at most %i questions to the database', async (login, url, budget) => {
  const cookies = login ? await cookiesOf(login) : {};
  asked = 0;
  expect((await t.server.inject({ url, cookies })).statusCode).toBe(200);
  expect(asked).toBeLessThanOrEqual(budget);
});

/** Whoever is signed in costs one question, the logging of a look another; a list has its rows, their number and little else. */
test.each([
  [null, '/territories', 4],
  [null, '/institutions', 3],
  [null, '/reports/institutions-by-municipality', 3],
  ['izglitiba', '/education', 5],
  ['vaditajs', '/education/institutions/9900000001/teachers', 5],
  ['vaditajs', '/education/institutions/9900000001/candidates', 10],
  ['izglitiba', '/marks', 7],
  ['vaditajs', '/marks/institutions/9900000001', 8],
  ['vaditajs', '/marks/institutions/9900000001/nil', 8],
  ['skolotajs', '/marks/grids', 6],
  [null, '/exams/catalogue', 6],
  ['eksameni', '/exams', 5],
  ['virslietotajs', '/exams/institutions/9900000001?year=2025', 7],
  ['eksameni', '/certificates', 5],
  ['eksameni', '/certificates/sealings?year=2025', 5],
  ['eksameni', '/certificates/forms', 2],
  ['eksameni', '/certificates/receivers', 5],
  ['iedzivotajs', '/my/exam-results?person=01a00000-0406-7000-8000-009900000001', 9],
  ['eksameni', '/results/settings', 3],
  ['eksameni', '/exams/results', 6],
  ['eksameni', '/exams/appeals?state=decided&reason=education', 6],
  ['vertetajs', '/exams/assessment', 7],
  [null, '/education/years', 9],
  [null, '/education/subjects', 2],
  [null, '/education/scales', 6],
  [null, '/education/programmes', 3],
  [null, '/education/end-reasons', 2],
  [null, '/education/outcomes', 2],
  [null, '/education/institutions/9900000004/licences', 3],
  ['izglitiba', '/schoolage', 5],
  ['klasifikatori', '/schoolage/board', 8],
  ['klasifikatori', '/marks/completeness', 13],
  ['izglitiba', '/marks/completeness?year=2025&period=YEAR', 13],
  ['lietvedis', '/marks/completeness/institutions/9900000001', 18],
  ['klasifikatori', '/marks/completeness/reminders', 12],
  ['klasifikatori', '/marks/completeness/parameters', 3],
  ['pasvaldibas.administrators', '/access/here', 8],
  ['pasvaldibas.administrators', '/access/users', 5],
  ['tiesibas', '/access/here', 8],
  ['izpilddirektors', '/access/confirmations', 5],
  ['administrators', '/access/roles', 2],
  ['operators', '/reforms', 6],
  ['registrators', '/institutions/founder-gaps', 2],
  ['auditors', '/audit', 12],
  ['auditors', '/audit?institution=9900000001', 14],
  ['lietvedis', '/intake/mapping', 11],
  ['lietvedis', '/intake/mapping/classes', 12],
  ['lietvedis', '/intake/batches', 3],
  ['klasifikatori', '/intake/schools', 2],
  ['klasifikatori', '/settlements', 6],
  ['izglitiba', '/settlements/institutions', 6],
  ['izglitiba', '/settlements/institutions/9900000001', 9],
  ['klasifikatori', '/intake/journals', 2],
  ['klasifikatori', '/intake/journals/zalais', 7],
])('%s sees %s with at most %i questions to the database, however many rows', async (login, url, budget) => {
  await expectWithin(budget, url, login ? await cookiesOf(login) : {});
});

const ID = '[0-9a-f]{8}-[0-9a-f-]{27}';

/** A page that is reached from another, by the first link of its kind. */
test.each([
  ['virslietotajs', '/exams/institutions/9900000001?year=2025', `/exams/sittings/${ID}`, 6],
  ['eksameni', '/exams/results?year=2025', `/exams/results/${ID}`, 11],
  ['eksameni', '/exams/results/import', `/exams/results/import/${ID}`, 5],
])('%s sees what %s links as %s with at most %i questions', async (login, from, to, budget) => {
  const cookies = await cookiesOf(login);
  const { body } = await t.server.inject({ url: from, cookies });
  await expectWithin(budget, new RegExp(`href="(${to})[?"]`).exec(body)![1]!, cookies);
});

/** Pages without a table, or with one that is short here. */
test.each([
  ['eksameni', '/exams/results/publications?year=2025', 8],
  ['eksameni', '/exams/results/import', 8],
  ['eksameni', '/certificates/paper', 3],
  ['iedzivotajs', '/my/exam-appeals', 12],
  ['iedzivotajs', '/results/mine', 6],
])('%s sees %s with at most %i questions', async (login, url, budget) => {
  await expectWithin(budget, url, await cookiesOf(login), 0);
});

/** The reform of 2021, with some 4,000 rows; of its differences there are none. */
test.each([['', 23, 2], ['/changes', 10, 100], ['/differences', 5, 0]])('an operator sees /reforms/{id}%s of an applied reform with at most %i questions', async (page, budget, rows) => {
  const cookies = await cookiesOf('operators');
  const ids = [...(await t.server.inject({ url: '/reforms', cookies })).body.matchAll(new RegExp(`href="/reforms/(${ID})"`, 'g'))];
  await expectWithin(budget, `/reforms/${ids.at(-1)![1]!}${page}`, cookies, rows);
});

/** What else is asked of the whole demonstration stands here for the sake of its loading, after what counts questions: it adds rows. */
describe('rights', () => {
  noRowOutside(() => t);
  reportFiles(() => t);
});

async function expectWithin(budget: number, url: string, cookies: Record<string, string>, rows = 3): Promise<void> {
  asked = 0;
  const answer = await t.server.inject({ url, cookies });
  expect(answer.statusCode).toBe(200);
  expect(answer.body.match(/<tr/g)?.length ?? 0).toBeGreaterThanOrEqual(rows);
  expect(asked).toBeLessThanOrEqual(budget);
}
