import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { demo, fillWithUsers } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { checkPackage } from '../actions/check-package.js';
import { exportFindings } from '../actions/show-report.js';
import { packReport } from '../domain/oneroster/checked-package.js';
import { checkPackages } from '../permissions.js';
import { manifestOf, packageOf, school, withValue } from './made-up-package.js';
import { zipOf } from './zip-writer.js';

let t: TestPlatform;
let clerk: ReturnType<typeof visitor>;
beforeAll(async () => {
  t = await testPlatform();
  await fillWithUsers(t);
});
beforeEach(async () => void (clerk = await signedIn('school-secretary')));
afterAll(() => t.close());

async function signedIn(role: string) {
  const person = visitor(t);
  await person.signIn(demo(role).login, demo(role).password);
  return person;
}

/** Sends a package as a browser sends a form with a file, or with none chosen. */
async function upload(person: ReturnType<typeof visitor>, url: string, content: Buffer | null, accept = 'text/html') {
  const token = /name="_csrf" value="([^"]+)"/.exec((await person.open('/my/sessions')).body)![1]!;
  const part = (head: string, body: Buffer | string) => [Buffer.from(`--part\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')];
  const file = `name="package"; filename="${content ? 'skola.zip' : ''}"\r\nContent-Type: application/zip`;
  return t.server.inject({
    method: 'POST', url, payload: Buffer.concat([...part('name="_csrf"', token), ...part(file, content ?? ''), Buffer.from('--part--\r\n')]),
    headers: { accept, 'content-type': 'multipart/form-data; boundary=part', cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
}

/** A year mark on the school year, and a score over the limit. */
const FAULTY = packageOf(withValue(withValue(school(), 'lineItems', 3, 'academicSessionSourcedId', '2026'), 'results', 2, 'score', '11'));

test('the page takes a package and shows each mistake with its place and what to do', async () => {
  const page = await upload(clerk, '/intake/check', FAULTY);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Paketi vēl nevar sūtīt');
  expect(page.body).toContain('lineItems.csv, rinda 3, academicSessionSourcedId');
  expect(page.body).toContain('results.csv, rinda 2, score');
  expect(page.body).toContain('Vērtējums piesaistīts mācību gadam');
  expect(page.body).toContain('skola.zip');
});

test('a package without mistakes is called fit, in the language chosen', async () => {
  await clerk.open('/intake/check?lang=en');
  const page = await upload(clerk, '/intake/check', packageOf(school()));
  expect(page.body).toContain('The package is fit');
  expect(page.body).not.toContain('name="report"');
});

test('the report is narrowed and saved from what the page carries, and nothing of it is kept', async () => {
  const page = await upload(clerk, '/intake/check', FAULTY);
  const report = /name="report" value="([^"]+)"/.exec(page.body)![1]!;
  const narrowed = await clerk.send('/intake/check/report', { report, file: 'results.csv', code: '' });
  expect(narrowed.body).toContain('results.csv, rinda 2, score');
  expect(narrowed.body).not.toContain('lineItems.csv, rinda 3');
  const csv = await clerk.send('/intake/check/report', { report, file: '', code: '', as: 'csv' });
  expect(csv.raw.headers).toMatchObject({ 'content-type': expect.stringContaining('text/csv') as string, 'content-disposition': expect.stringMatching(/^attachment/) as string });
  const lines = csv.body.split('\r\n').filter((line) => line !== '');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^Kļūda;lineItems\.csv;3;academicSessionSourcedId;/);
  const { sheets } = await readXlsx((await clerk.send('/intake/check/report', { report, as: 'xlsx' })).raw.rawPayload);
  expect(sheets[0]!.rows.slice(1).map((row) => row.slice(1, 4))).toEqual([['lineItems.csv', 3, 'academicSessionSourcedId'], ['results.csv', 2, 'score']]);
  expect((await t.database.pool.query('select from platform.file')).rowCount).toBe(0);
});

test('a file over the limit is refused with the limit and what to do', async () => {
  const refused = await upload(clerk, '/intake/check', Buffer.alloc(20 * 1_048_576 + 1));
  expect(refused.statusCode).toBe(413);
  expect(refused.body).toContain('Datne ir lielāka par 20 MB');
  expect(refused.body).toContain('izvēlieties mazāku datni');
});

test('a report that is none of ours brings the form back, with a sentence', async () => {
  for (const report of ['', 'AAAA', packReport({ name: 'x', size: -1, at: 'y', report: {} as never })]) {
    const answer = await clerk.send('/intake/check/report', { report });
    expect([answer.status, answer.body.includes('Pārskats vairs nav salasāms')]).toEqual([422, true]);
  }
  expect((await clerk.open('/intake/check/report')).location).toBe('/intake/check');
});

test('no file, no archive and a package of version 1.1 come back to the form with what to do', async () => {
  const of11 = packageOf(school(), { manifest: manifestOf(school(), 'bulk', { 'oneroster.version': '1.1' }) });
  for (const [content, words] of [[null, 'Izvēlieties paketi'], [Buffer.from('sveiki'), 'nav ZIP arhīvs'], [of11, 'academicSessionSourcedId (ne schoolYear)']] as const) {
    const page = await upload(clerk, '/intake/check', content);
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain(words);
    expect(page.body).toContain('type="file"');
  }
});

test('a machine gets the report as JSON, and a problem where the package cannot be read', async () => {
  const answer = await upload(clerk, '/api/intake/oneroster/check', FAULTY, 'application/json');
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    fit: false, errors: 2, warnings: 0, rows: 24,
    findings: [
      { code: 'line-item-in-school-year', severity: 'error', file: 'lineItems.csv', row: 3, column: 'academicSessionSourcedId' },
      { code: 'score-out-of-range', file: 'results.csv', row: 2, column: 'score', actual: '11', expected: { lv: '1 … 10', en: '1 … 10' } },
    ],
    counts: [{ code: 'line-item-in-school-year', count: 1, severity: 'error' }, { code: 'score-out-of-range', count: 1 }],
  });
  const locked = await upload(clerk, '/api/intake/oneroster/check', zipOf([{ name: 'users.csv', content: 'x', says: { flags: 0x0801 } }]), 'application/json');
  expect(locked.statusCode).toBe(422);
  expect(locked.headers['content-type']).toContain('application/problem+json');
  expect(locked.json()).toMatchObject({ type: '/problems/archive-encrypted', status: 422, errors: [{ field: 'package' }] });
});

test('the contract for machines tells the form and every code', async () => {
  const { paths } = (await t.server.inject('/api/openapi.json')).json<{ paths: Record<string, { post: { requestBody: { content: Record<string, unknown> } } }> }>();
  const { post } = paths['/api/intake/oneroster/check']!;
  expect(Object.keys(post.requestBody.content)).toEqual(['multipart/form-data']);
  expect(JSON.stringify(post)).toContain('line-item-in-school-year');
});

test('only whom a role lets may check, and a vendor’s role shows nothing of the registers', async () => {
  const resident = visitor(t);
  await resident.signIn('iedzivotajs', demo('auditor').password);
  expect((await resident.open('/intake/check')).status).toBe(403);
  expect((await upload(resident, '/intake/check', FAULTY)).statusCode).toBe(403);
  for (const role of ['school-secretary', 'institution-head', 'municipality-education-specialist']) expect((await (await signedIn(role)).open('/intake/check')).status).toBe(200);
  const { rows } = await t.database.pool.query(`select permissions from access.role where code = 'e-journal-vendor'`);
  expect(rows).toEqual([{ permissions: ['intake.check-packages', 'intake.see-own-journal'] }]);
});

test('the audit log keeps how much was checked and how much was wrong, and nothing of what it says', async () => {
  const checker = actorWith([checkPackages]);
  const checked = await t.perform(checkPackage, { package: { name: 'Anna Paraugbērza.zip', type: 'application/zip', content: FAULTY } }, checker);
  await t.perform(exportFindings, { report: packReport(checked), as: 'csv' }, checker);
  const { rows } = await t.database.pool.query<{ action: string; facts: object }>(`select action, facts from audit.entry where action like 'intake.%' and actor_id = $1 order by id`, [checker.id]);
  expect(rows.map(({ action }) => action)).toEqual(['intake.check-package', 'intake.export-findings']);
  expect(rows[0]!.facts).toMatchObject({ rows: 24, errors: 2, warnings: 0, bytes: FAULTY.length });
  expect(JSON.stringify(rows)).not.toMatch(/Anna|Paraug|u1\b/);
});
