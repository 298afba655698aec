import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '../../authentication/tests/browser-like.js';
import { demo } from '../../access/tests/made-up-country.js';
import { LIMITS } from '../domain/limits.js';
import { B, type Pupil, REG_NRS, sendingSchool, type SendingSchool } from './sending-school.js';

const [SCHOOL, OTHER_SCHOOL] = REG_NRS;
let s: SendingSchool;
let secretary: ReturnType<typeof visitor>;
let fifth: string;
let maths: number;
let addresses = 0;
const signedIn = async (role: string) => {
  const someone = visitor(s.t, `198.51.100.${(addresses += 1)}`);
  await someone.signIn(demo(role).login, demo(role).password);
  return someone;
};
beforeAll(async () => {
  s = await sendingSchool();
  fifth = await s.aClass('5.a', 5);
  maths = await s.subject('Matemātika');
  secretary = await signedIn('school-secretary');
});
afterAll(() => s.t.close());

const row = (pupil: Pupil, more: object = {}) => ({ record: `r-${pupil.code}`, pupil: pupil.code, familyName: pupil.family, class: '5.a', subjectId: maths, period: 'S1', value: '7', ...more });

test('a batch shows its numbers, each trouble with what to do, and the pupil only where a reason stands', async () => {
  const [right, wrong, waits] = [await s.pupil(fifth), await s.pupil(fifth), await s.pupil(fifth)];
  const { id } = await s.send({}, [row(right), row(wrong, { value: '11' }), row(waits, { subjectId: undefined, subject: 'Rēķini' }), row(right, { pupil: '45059999999' })]);
  const list = (await secretary.open('/intake/batches')).body;
  expect(list).toContain(`/intake/batches/${id}`);
  const page = (await secretary.open(`/intake/batches/${id}`)).body;
  expect(page).toMatch(/VI-101[^]*Saskaņot nosaukumus[^]*VI-201[^]*VI-204/);
  expect(page).not.toContain(wrong.family);
  expect(page).not.toContain('data-refresh-seconds');

  const rows = (await secretary.open(`/intake/batches/${id}/answers?code=VI-204`)).body;
  expect(rows).toMatch(new RegExp(`${wrong.family} Anna[^]*Vērtējums: 11`));
  expect(rows).toContain('1. semestris');

  const unknown = (await secretary.open(`/intake/batches/${id}/answers?code=VI-201`)).body;
  expect(unknown).toContain('450599-*****');
  expect(unknown).not.toContain('45059999999');
  const logged = await s.rows<{ subjects: string[]; reason: string }>(`select subjects, reason from audit.entry where action = 'intake.show-answers'`);
  expect(logged).toMatchObject([{ subjects: [wrong.id], reason: 'own-pupils' }, { subjects: [] }]);
});

test('the answers are saved as files with rows and records, and with nobody’s name or code', async () => {
  const [one, other] = [await s.pupil(fifth), await s.pupil(fifth)];
  const { id } = await s.send({}, [row(one, { value: 'S', record: 'nr-1' }), row(other, { pupil: '45058888888', record: 'nr-2' })]);
  const csv = (await secretary.open(`/intake/batches/${id}/export?as=csv`)).body;
  expect(csv.split('\r\n').filter((line) => /^[12];/.test(line)).map((line) => line.split(';').slice(0, 4))).toEqual([['1', 'nr-1', 'VI-204', 'atteikta'], ['2', 'nr-2', 'VI-201', 'atteikta']]);
  for (const secret of [one.family, one.code, '45058888888']) expect(csv).not.toContain(secret);
  const { sheets } = await readXlsx((await secretary.open(`/intake/batches/${id}/export?as=xlsx`)).raw.rawPayload);
  expect(sheets[0]!.rows.slice(1).map((cells) => cells.slice(0, 3))).toEqual([[1, 'nr-1', 'VI-204'], [2, 'nr-2', 'VI-201']]);
});

test('lists are narrowed and go on where they ended', async () => {
  const pupil = await s.pupil(fifth);
  const { id } = await s.send({ dryRun: true }, [row(pupil)]);
  await s.rows(
    `insert into intake.batch (journal_id, institution_id, year, kind, channel, format, idempotency_key, content_sha256, is_dry_run, is_sandbox, state, received_at, received_by, worked_at, done_at)
     select journal_id, institution_id, year, kind, channel, format, 'copy-' || n, content_sha256, is_dry_run, is_sandbox, state, received_at, received_by, worked_at, done_at from intake.batch, generate_series(1, 51) n where id = $1`,
    [id],
  );
  const first = (await secretary.open('/intake/batches?journal=zalais')).body;
  expect(first.match(/href="\/intake\/batches\/[0-9a-f-]{36}"/g)).toHaveLength(50);
  const next = /href="([^"]*before=[^"]*)"/.exec(first)![1]!.replaceAll('&amp;', '&');
  const second = (await secretary.open(next)).body;
  expect(second.match(/href="\/intake\/batches\/[0-9a-f-]{36}"/g)!.length).toBeGreaterThan(1);
  const troubled = (await secretary.open('/intake/batches?troubled=yes')).body;
  expect(troubled.match(/href="\/intake\/batches\/[0-9a-f-]{36}"/g)).toHaveLength(2);
  expect((await secretary.open('/intake/batches?journal=cits')).body).toContain('Šādu pakešu nav');
});

test('two answers of one row are parted between pages without losing one', async () => {
  const { id } = await s.send({}, [row(await s.pupil(fifth), { value: '11' })]);
  await s.rows(`insert into intake.answer (batch_id, row, code, state, sent) select $1::uuid, n, 'VI-209', 'warned', '{}'::jsonb from generate_series(2, 100) n union all select $1::uuid, 100, 'VI-210', 'warned', '{}'`, [id]);
  const first = (await secretary.open(`/intake/batches/${id}/answers?lang=en`)).body;
  expect(first).not.toContain('VI-210');
  const next = /href="([^"]*after=[^"]*)"/.exec(first)![1]!.replaceAll('&amp;', '&');
  const second = (await secretary.open(next)).body;
  expect(second).toContain('VI-210');
  expect(second).toMatch(/>1.row on this page/);
});

test('a batch under way shows how far it has come and shows itself anew', async () => {
  const { id } = await s.send({}, [row(await s.pupil(fifth))]);
  await s.rows(`update intake.batch set state = 'working', done_at = null, row_count = 400, next_row = 101 where id = $1`, [id]);
  const page = (await secretary.open(`/intake/batches/${id}?lang=en`)).body;
  expect(page).toContain('data-refresh-seconds="2"');
  expect(page).toContain('100 of 400');
  await secretary.open('/?lang=lv');
});

test('nobody sees the batches of another school, and a specialist of the municipality gives a reason before names', async () => {
  await s.aClass('7.b', 7, B);
  const { token } = await s.journal('otrais', [B]);
  const sent = (await (await s.call('/batches', { method: 'POST', body: JSON.stringify({ institution: OTHER_SCHOOL, year: 2026, kind: 'mark', rows: [{}] }), headers: { 'content-type': 'application/json', 'idempotency-key': 'b-1' } }, token)).json()) as { id: string };
  expect((await secretary.open(`/intake/batches/${sent.id}`)).status).toBe(404);
  expect((await secretary.open(`/intake/batches/${sent.id}/answers`)).status).toBe(404);
  expect((await secretary.open(`/intake/batches/${sent.id}/export`)).status).toBe(404);
  expect((await secretary.open('/intake/batches')).body).not.toContain(sent.id);
  const [own] = await s.rows<{ id: string }>(`select a.batch_id as id from intake.answer a where a.code = 'VI-204' limit 1`);
  const specialist = await signedIn('municipality-education-specialist');
  expect((await specialist.open(`/intake/batches/${own!.id}/answers?code=VI-204`)).body).toContain('Kādēļ skatāties šos datus?');
  expect((await specialist.open(`/intake/batches/${own!.id}/answers?code=VI-204&reason=data-quality`)).body).toContain('Vērtējums: 11');
});

test('the six troubles are counted for the own school, and a pupil who moved stands on a line of time', async () => {
  const moved = await s.pupil(fifth, '2026-09-01', '2027-01-15');
  const sixthB = await s.aClass('5.x', 5, B);
  await s.member(moved, sixthB, '2027-01-15', null, B);
  await s.send({}, [row(moved)]);
  const page = (await secretary.open('/intake/troubles')).body;
  expect(page).toMatch(/nosaukumi: 1, rindas: 1<\/strong>[^]*VI-101/);
  expect(page).toMatch(/izglītojamie šogad: 1<\/strong>[^]*VI-104/);
  for (const path of ['rights', 'outcomes', 'addresses']) expect((await secretary.open(`/intake/troubles/${path}?regNr=${SCHOOL}`)).status).toBe(200);
  const line = (await secretary.open(`/intake/troubles/moved?regNr=${SCHOOL}`)).body;
  expect(line).toMatch(/Anna Paraugs\w[^]*Šeit: 5\.a, 01\.09\.2026\.[^<]*14\.01\.2027\.[^]*Izdomātā 2\. pamatskola: 5\.x/);
  expect(line).toContain('Vērtējums skaitās');
  expect(await s.rows(`select subjects from audit.entry where action = 'intake.show-moved-trouble'`)).toEqual([{ subjects: [moved.id] }]);
  expect((await secretary.open(`/intake/troubles?regNr=${OTHER_SCHOOL}`)).status).toBe(404);
});

test('a subject by an unknown number is refused, and nobody is told to wait', async () => {
  const { id } = await s.send({}, [row(await s.pupil(fifth), { subjectId: 1 })]);
  for (const path of ['', '/answers?code=VI-101', '/export?as=csv']) {
    const { body } = await secretary.open(`/intake/batches/${id}${path}`);
    expect(body).toContain('Labojiet numuru e-žurnālā');
    expect(body).not.toContain('gaidošās rindas tad tiek pieņemtas');
  }
});

test('why a batch failed is told in the reader’s language, to people and to machines', async () => {
  const lines = Array.from({ length: LIMITS.rowsAtOnce + 1 }, () => JSON.stringify({ pupil: '45059999999', period: 'S1', value: '7', subjectId: maths })).join('\n');
  const { id, state } = await s.sendLines({ year: '2099' }, lines, 'no-such-year');
  expect(state).toBe('received');
  await s.t.runDueJobs();
  expect(await s.rows('select state, failure, failure_facts from intake.batch where id = $1', [id])).toEqual([{ state: 'failed', failure: 'no-such-year', failure_facts: { year: 2099 } }]);
  const [latvian, english] = [(await secretary.open(`/intake/batches/${id}`)).body, (await secretary.open(`/intake/batches/${id}?lang=en`)).body];
  expect(latvian).toContain('2099: Tāda mācību gada nav');
  expect(english).toContain('2099: There is no such school year');
  expect(english).not.toContain('Tāda mācību gada nav');
  expect([english.includes('All rows were taken'), english.includes('No row has been answered')]).toEqual([false, true]);
  await secretary.open(`/intake/batches/${id}?lang=lv`);
  expect(await (await s.call(`/batches/${id}`)).json()).toMatchObject({ state: 'failed', failure: 'no-such-year', why: { lv: expect.stringContaining('2099') as string, en: expect.stringContaining('2099') as string } });
});
