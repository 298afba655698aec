import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { isoDate } from '#kernel/iso-date.js';
import { ANONYMOUS, NOWHERE, systemActor } from '#platform/actions/actor.js';
import { permission, SIGNED_IN } from '#platform/actions/permission.js';
import type { Platform } from '#platform/actions/perform.js';
import { writeEntries } from '#platform/audit/write-audit.js';
import { sql } from '#platform/db/sql.js';
import { enqueuer } from '#platform/jobs/job.js';
import { notify } from '#platform/notices/notify.js';
import { makeReport } from '#platform/reports/make-report.js';
import { reportKind } from '#platform/reports/report-kind.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { publishAnnouncements, readAudit } from '../permissions.js';
import { signedIn, type SignedIn } from './signed-in.js';

const READ = permission('test.read', { lv: 'Lasīt', en: 'Read' });
const numbers = reportKind({
  name: 'numbers',
  title: { lv: 'Skaitļu pārskats', en: 'Report of numbers' },
  summary: { lv: 'Skaitļi pēc kārtas.', en: 'Numbers in order.' },
  permission: READ,
  input: z.object({ upTo: z.coerce.number().int().min(1) }),
  fields: [{ name: 'upTo', label: { lv: 'Līdz skaitlim', en: 'Up to' }, kind: 'text' }],
  columns: () => [{ header: 'n', kind: 'integer', value: (row: { n: number }) => row.n }],
  rows: ({ tx }, { upTo }) => tx.stream(z.object({ n: z.number() }), sql`select n from generate_series(1, ${upTo}::int) n`),
  about: async (_, { upTo }) => [{ label: 'Līdz', value: String(upTo) }],
});
const idle = { name: 'nothing', title: { lv: 'Nekas', en: 'Nothing' }, href: '/idle', permission: READ, count: async () => 0 };
const overdue = { name: 'late', title: { lv: 'Nokavētais', en: 'The late' }, href: '/late', permission: READ, count: async () => ({ count: 2, due: isoDate('2026-11-20') }) };
const task = { name: 'tasks', title: { lv: 'Izskatāmie pieprasījumi', en: 'Requests to decide' }, href: '/tasks', permission: READ, count: async () => 7 };

const words = { lv: 'Sāciet te', en: 'Begin here' };
const firstSteps = [{ href: '/begin', permission: READ, use: 'main', title: words, text: words }, { href: '/about-me', permission: SIGNED_IN, use: 'main', title: words, text: words }] as const;
const happened = { key: 'a', title: { lv: 'Reforma izbeidza tiesības', en: 'A reform ended a right' }, text: words, todo: { text: words, href: '/todo' } };

let t: TestPlatform;
let platform: Platform;
let anna: SignedIn;
let clerk: SignedIn;
beforeAll(async () => {
  t = await testPlatform();
  platform = { ...t.platform, contributions: { ...t.platform.contributions, reports: [numbers], work: [task, idle, overdue], firstSteps, startNotices: [async () => [happened]] } };
  anna = await signedIn(platform, actorWith([READ, publishAnnouncements, readAudit]));
  clerk = await signedIn(platform, { ...actorWith([], NOWHERE), id: '00000000-0000-7000-8000-000000000002' });
});
afterAll(() => t.close());

const anonymous = async (url: string) => {
  const answer = await t.server.inject({ url, headers: { accept: 'text/html' } });
  return { status: answer.statusCode, text: answer.body };
};

test('the start page shows a newcomer the way in, in both languages', async () => {
  const lv = await anonymous('/');
  expect(lv.status).toBe(200);
  expect(lv.text).toContain('href="/?on=2021-06-30#map"');
  expect(lv.text).toContain('<svg class="map"');
  expect((await anonymous('/?on=1990-01-01')).text).toContain('Karte ir zināma no');
  expect(lv.text).toContain('Ar ko sākt');
  expect((await anonymous('/?lang=en')).text).toContain('Where to begin');
});

test('work that waits is counted for those who may do it', async () => {
  expect((await anna.get('/')).text).toMatch(/href="\/tasks"[^]*?7/);
  expect((await clerk.get('/')).text).not.toContain('/tasks');
});

test('only what waits is shown, what is due first, with its day; whoever holds no right meets what is about themselves, and everybody what has happened to them', async () => {
  const { text } = await anna.get('/');
  expect(text).not.toContain('/idle');
  expect(text.indexOf('/late')).toBeLessThan(text.indexOf('/tasks'));
  expect(text).toContain('termiņš bija 20.11.2026.');
  expect(text).toContain('href="/begin"');
  const own = (await clerk.get('/')).text;
  const said = [text, own].map((page) => ['Mans darbs', 'Ar ko sākt', 'Jūsu dati un dokumenti', 'href="/my/rights/request"', 'href="/about-me"', 'Reforma izbeidza'].filter((words) => page.includes(words)));
  expect(said).toEqual([['Mans darbs', 'Ar ko sākt', 'Reforma izbeidza'], ['Jūsu dati un dokumenti', 'href="/about-me"', 'Reforma izbeidza']]);
});

test('an announcement is shown from its first to its last day, and no more once withdrawn', async () => {
  const words = { kind: 'outage', module: '', titleLv: 'Svētdien nestrādāsim', titleEn: 'Closed on Sunday', bodyLv: 'No 8.00 līdz 10.00.', bodyEn: 'From 8 to 10.', through: '2026-11-21' };
  expect((await anna.post('/announcements/new', { ...words, from: '2026-11-22' })).text).toContain('Perioda beigas ir pirms sākuma.');
  expect((await anna.post('/announcements/new', { ...words, from: '2026-11-20' })).status).toBe(303);
  expect((await anonymous('/')).text).toContain('Svētdien nestrādāsim');
  const { id } = (await t.database.read.first(z.object({ id: z.string() }), sql`select id from platform.announcement`))!;
  expect((await clerk.post(`/announcements/${id}/withdraw`, {})).status).toBe(403);
  expect((await anna.post(`/announcements/${id}/withdraw`, {})).status).toBe(303);
  expect((await anonymous('/')).text).not.toContain('Svētdien nestrādāsim');
  expect((await anonymous('/announcements')).text).toContain('atsaukts');
});

test('an announcement is put right by another that takes its place, and keeps its paragraphs', async () => {
  const words = { kind: 'news', module: '', titleLv: 'Jauna karte', titleEn: 'A new map', bodyLv: 'Pirmā rindkopa.\r\n\r\nOtrā rindkopa.', bodyEn: 'One.', from: '2026-11-21', through: '' };
  await anna.post('/announcements/new', words);
  expect((await anonymous('/')).text).toContain('<p>Pirmā rindkopa.</p><p>Otrā rindkopa.</p>');
  const path = /\/announcements\/[0-9a-f-]{36}\/correct/.exec((await anna.get('/announcements')).text)![0];
  expect((await anna.get(path)).text).toMatch(/value="Jauna karte"[^]*value="2026-11-21"/);
  expect((await clerk.post(path, words)).status).toBe(403);
  const refused = await anna.post(path, { ...words, titleLv: '' });
  expect([refused.status, refused.text.includes('Virsraksts latviski: lauks ir jāaizpilda.')]).toEqual([422, true]);
  expect((await anna.post(path, { ...words, titleLv: 'Karte ir jauna' })).status).toBe(303);
  const start = (await anonymous('/')).text;
  expect([start.includes('Karte ir jauna'), start.includes('Jauna karte')]).toEqual([true, false]);
  expect((await anonymous('/announcements')).text).toMatch(/Karte ir jauna[^]*Visa programma[^]*no 21\.11\.2026\.[^]*labots/);
  expect((await anna.get(path)).status).toBe(404);
});

test('a notice is read in the inbox, by its owner alone', async () => {
  const userId = '00000000-0000-7000-8000-000000000001';
  const told = { lv: 'Tiesības piešķirtas', en: 'Rights given' };
  await t.database.transaction((tx) =>
    notify({ tx, enqueue: enqueuer(tx, t.platform.jobs), now: t.platform.clock.now() }, { userId, email: 'anna@example.lv', kind: 'x', subject: told, body: told, link: '/my/rights', onceKey: 'k' }),
  );
  await t.runDueJobs();
  expect((await anna.get('/my/notices')).text).toMatch(/Tiesības piešķirtas[^]*neizlasīts[^]*nav pasta servera/);
  expect((await clerk.get('/my/notices')).text).toContain('Paziņojumu nav');
  await clerk.post('/my/notices/read', {});
  expect((await anna.get('/my/notices')).text).toContain('neizlasīts');
  await anna.post('/my/notices/read', {});
  expect((await anna.get('/my/notices')).text).not.toContain('neizlasīts');
  expect((await anonymous('/my/notices')).status).toBe(401);
  expect((await anonymous('/_mail')).text).toContain('anna@example.lv');
});

test('a report is asked for, made in the background and downloaded', async () => {
  expect((await anna.get('/reports/numbers?upTo=12')).text).toContain('value="12"');
  const refused = await anna.post('/reports/numbers', { upTo: '0', format: 'csv' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('mazākā vērtība ir 1');
  expect((await anna.post('/reports/numbers', { upTo: '3', format: 'csv' })).location).toBe('/reports');
  expect((await anna.get('/reports')).text).toMatch(/Atjaunot[^]*gaida rindā/);
  const { id } = (await t.database.read.first(z.object({ id: z.string() }), sql`select id from platform.report_request`))!;
  expect((await anna.get(`/reports/requests/${id}/file`)).status).toBe(409);
  await makeReport.run({ platform, now: platform.clock.now() }, { requestId: id });
  expect((await anna.get('/reports')).text).toContain(`/reports/requests/${id}/file`);
  const file = await anna.get(`/reports/requests/${id}/file`);
  expect(file).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8', name: 'Skaitļu pārskats 2026-11-21.csv' });
  expect((await anna.get('/my/notices')).text).toMatch(/Pārskats ir gatavs: Skaitļu pārskats[^]*21\.12\.2026\./);
  expect((await anna.get('/reports?lang=en')).text).toContain('The file is in Latvian, as it was asked for.');
  expect(file.text.trim().split(/\r?\n/).slice(1)).toEqual(['1', '2', '3']);
  expect((await clerk.get(`/reports/requests/${id}/file`)).status).toBe(404);
  // What the file says of itself goes beside it, so that the CSV stays rows under one header.
  const beside = await anna.get(`/reports/requests/${id}/about`);
  expect(beside).toMatchObject({ status: 200, name: 'Skaitļu pārskats 2026-11-21.csv-metadata.json' });
  const said = JSON.parse(beside.text) as { url: string; dialect: object; notes: { label: string; value: string }[] };
  expect(said).toMatchObject({ '@context': ['http://www.w3.org/ns/csvw', { '@language': 'lv' }], url: encodeURIComponent('Skaitļu pārskats 2026-11-21.csv'), dialect: { delimiter: ';' } });
  expect(said.notes.map(({ label }) => label)).toEqual(expect.arrayContaining(['Datu brīdis', 'Pieprasīja']));
  expect((await anna.get('/reports')).text).toContain(`/reports/requests/${id}/about`);
  expect((await clerk.get(`/reports/requests/${id}/about`)).status).toBe(404);

  const part = async (range: string, more = {}) => {
    const { statusCode, headers, rawPayload } = await anna.server.inject({ url: `/reports/requests/${id}/file`, headers: { range, ...more } });
    return { status: statusCode, range: headers['content-range'], length: headers['content-length'], tag: String(headers['etag']), text: rawPayload.toString() };
  };
  const whole = Buffer.from(file.text);
  const { tag, ...rest } = await part('bytes=2-');
  expect(rest).toEqual({ status: 206, range: `bytes 2-${whole.length - 1}/${whole.length}`, length: String(whole.length - 2), text: whole.subarray(2).toString() });
  expect(await part('bytes=2-4', { 'if-range': tag })).toMatchObject({ status: 206, text: whole.subarray(2, 5).toString() });
  expect(await part('bytes=2-4', { 'if-range': '"another file"' }), 'of another file nothing is continued').toMatchObject({ status: 200, text: file.text });
  expect(await part(`bytes=${whole.length}-`)).toMatchObject({ status: 416, range: `bytes */${whole.length}`, text: '' });
});

test('a report outside one’s rights cannot be asked for', async () => {
  expect((await clerk.get('/reports/numbers')).status).toBe(403);
  expect((await clerk.post('/reports/numbers', { upTo: '3', format: 'csv' })).status).toBe(403);
  expect((await clerk.get('/reports')).text).not.toContain('Skaitļu pārskats');
  expect((await anna.get('/reports/no-such')).status).toBe(404);
});

test('an auditor finds what was done, and the search itself is logged', async () => {
  const found = await anna.get('/audit?action=workspace.announce');
  expect(found.text).toContain('Publicēts jaunums');
  expect(found.text).not.toContain('Meklēts audita žurnālā</td>');
  expect((await anna.get('/audit')).text).toContain('Meklēts audita žurnālā');
  expect((await anna.get('/audit?from=2026-11-22&through=2026-11-21')).text).toContain('Perioda beigas ir pirms sākuma.');
  expect((await clerk.get('/audit')).status).toBe(403);
});

test('the audit log speaks words: names, reasons, roles, and whose a sign-in was; it is searched by login', async () => {
  const { id } = (await t.database.transaction((tx) =>
    tx.first(z.object({ id: z.string() }), sql`insert into access.app_user (login, name, email, recorded_at, recorded_by) values ('inga.liepa', 'Inga Liepa', '', ${t.platform.clock.now()}, 'test') returning id`),
  ))!;
  const { titleLv, titleEn } = (await t.database.read.first(z.object({ titleLv: z.string(), titleEn: z.string() }), sql`select title_lv, title_en from access.role where code = 'auditor'`))!;
  const acting = { role: { lv: titleLv, en: titleEn }, organisation: { lv: 'Latvija', en: 'Latvia' } };
  const entry = { at: t.platform.clock.now(), acting: null, outcome: 'done', reason: null, subjects: [], facts: {}, requestId: null } as const;
  await t.database.transaction((tx) =>
    writeEntries(tx, [
      { ...entry, actor: ANONYMOUS, action: 'authentication.sign-in', facts: { user: id, factor: 'password', outcome: 'signed-in' } },
      { ...entry, actor: { ...ANONYMOUS, kind: 'user', id }, acting, action: 'persons.view-card', reason: 'application', subjects: [id], facts: { case: '1-2/3' } },
      { ...entry, actor: systemActor('access.end-with-institution'), action: 'institutions.close', reason: 'liquidated', facts: { was: { phone: null, email: 'a@b.lv' } } },
    ]),
  );
  const mine = (await anna.get('/audit?actor=Inga.Liepa')).text.split('<table')[1]!;
  for (const words of ['Inga Liepa (inga.liepa)', 'Personas iesnieguma izskatīšana', 'Lieta: 1-2/3', 'Līdzeklis: parole · Iznākums: pierakstījās', titleLv]) expect([words, mine.includes(words)]).toEqual([words, true]);
  expect(mine.split('scope="row"')).toHaveLength(3);
  expect([mine.includes(id), mine.includes('nepierakstījies'), mine.includes('Programma pati')]).toEqual([false, false, false]);
  expect((await anna.get('/audit?actor=Inga&lang=en')).text).toContain(titleEn);
  const all = (await anna.get('/audit')).text;
  for (const words of ['Programma pati', 'likvidēta', 'Bija: E-pasts – a@b.lv']) expect([words, all.includes(words)]).toEqual([words, true]);
  const last = await t.database.read.first(z.object({ facts: z.record(z.string(), z.unknown()) }), sql`select facts from audit.entry where action = 'workspace.search-audit' and facts->>'actor' = 'Inga'`);
  expect(last!.facts).toMatchObject({ shown: 2, named: 1 });
});

test('an action that bears the same name as others stands once in the list to choose from', async () => {
  const options = [...(await anna.get('/audit')).text.matchAll(/<option[^>]*>([^<]*)<\/option>/g)].map((found) => found[1]);
  expect(options.length).toBeGreaterThan(50);
  expect(options).toEqual([...new Set(options)]);
});

test('the audit log is paged by key, each entry once', async () => {
  await t.database.transaction((tx) =>
    tx.run(sql`insert into audit.entry (at, actor_kind, action, outcome) select timestamptz '2026-11-01 10:00+02' + n % 7 * interval '1 s', 'system', 'test.page', 'done' from generate_series(1, 70) n`),
  );
  let url: string | undefined = '/audit?action=test.page';
  let rows = 0;
  for (let pages = 0; url && pages < 9; pages += 1) {
    const { text } = await anna.get(url);
    rows += text.split('scope="row"').length - 1;
    url = /href="(\/audit\?[^"]*after=[^"]*)"[^>]*>Vecāki/.exec(text)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(rows).toBe(70);
});

test.each(['/status', '/accessibility', '/announcements', '/api', '/_mail'])('%s is open to everyone in both languages', async (url) => {
  for (const lang of ['lv', 'en']) {
    const page = await anonymous(`${url}?lang=${lang}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain(`<html lang="${lang}"`);
  }
});

test('the development mailbox does not exist in production', async () => {
  const production = await signedIn({ ...platform, installation: { ...platform.installation, production: true } }, actorWith([]));
  expect((await production.get('/_mail')).status).toBe(404);
});
