import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '../../authentication/tests/browser-like.js';
import { demo } from '../../access/tests/made-up-country.js';
import { B, type Pupil, REG_NRS, sendingSchool, type SendingSchool, YEAR } from './sending-school.js';

const [SCHOOL, OTHER_SCHOOL] = REG_NRS;
let s: SendingSchool;
let secretary: ReturnType<typeof visitor>;
let english: number;
let fifth: string;
let sixth: string;
beforeAll(async () => {
  s = await sendingSchool();
  fifth = await s.aClass('5.a', 5);
  sixth = await s.aClass('6.a', 6);
  english = await s.subject('Angļu valoda');
  secretary = visitor(s.t);
  await secretary.signIn(demo('school-secretary').login, demo('school-secretary').password);
});
afterAll(() => s.t.close());

const row = (pupil: Pupil, subject: string, more: object = {}) => ({ record: `r-${pupil.code}`, pupil: pupil.code, familyName: pupil.family, class: '5.a', subject, period: 'S1', value: '7', ...more });
const marksOf = (pupil: Pupil) => s.rows<{ subject_id: number; value: string }>('select subject_id, value from marks.mark where person_id = $1', [pupil.id]);
const stateOf = (batch: string) => s.rows<{ row: number; state: string }>('select row, state from intake.answer where batch_id = $1 order by row', [batch]);

test('scenario 17.2: a school matches a name once, the rows that waited are taken, and the same batch sent again changes nothing', async () => {
  const [one, other, third] = [await s.pupil(fifth), await s.pupil(fifth), await s.pupil(fifth)];
  const rows = [row(one, 'Angļu val. (1.)'), row(other, 'ANGĻU VAL 1'), row(third, 'Angļu val. (1.)')];
  const batch = await s.send({}, rows, 'to-be-matched');
  expect(batch).toMatchObject({ taken: 0, waiting: 3 });

  const desk = await secretary.open(`/intake/mapping?regNr=${SCHOOL}`);
  expect(desk.status).toBe(200);
  expect(desk.body.match(/<tr/g)).toHaveLength(2);
  // A name however written is one line, and one on the tabs: of both sides of the desk, and of the troubles.
  for (const tab of ['Priekšmetu nosaukumi', 'Nosaukumu saskaņošana', 'E-žurnālu kļūmes']) expect(desk.body).toContain(`${tab}<span class="tab-count"> (1)</span>`);
  expect(desk.body).toContain('Klašu nosaukumi<span class="tab-count"> (0)</span>');
  expect(desk.body).toContain('“Angļu val. (1.)”');
  expect(desk.body).toContain('arī “ANGĻU VAL 1”');
  expect(desk.body).toMatch(/name="subject" value="\d+"[^>]*>Angļu valoda<\/button>[^]*līdzība \d+\s%/);
  expect(desk.body.match(/Līdzība rāda/g)).toHaveLength(1);

  const inEnglish = visitor(s.t, '198.51.100.7');
  await inEnglish.signIn(demo('school-secretary').login, demo('school-secretary').password);
  await inEnglish.open('/intake/mapping?lang=en');
  expect((await inEnglish.open(`/intake/mapping?regNr=${SCHOOL}`)).body).toMatch(/name="subject" value="\d+"[^>]*>English<\/button>/);
  const matched = await secretary.send('/intake/mapping/name', { regNr: SCHOOL, journal: s.journalId, name: 'Angļu val. (1.)', subject: String(english), offer: 'yes' });
  expect([matched.status, matched.location]).toEqual([303, `/intake/mapping?regNr=${SCHOOL}`]);
  expect((await secretary.open(matched.location!)).body).toContain('“Angļu val. (1.)” tagad nozīmē “Angļu valoda”. Pieņemtas gaidījušās rindas: 3.');
  expect([await marksOf(one), await marksOf(other)]).toEqual([[{ subject_id: english, value: '7' }], [{ subject_id: english, value: '7' }]]);
  expect(await stateOf(batch.id)).toEqual([1, 2, 3].map((at) => ({ row: at, state: 'settled' })));

  expect(await s.send({}, rows, 'sent-again')).toMatchObject({ taken: 0, unchanged: 3, waiting: 0 });
  const late = await s.pupil(fifth);
  expect(await s.send({}, [row(late, 'angļu val 1')])).toMatchObject({ taken: 1 });
  const logged = await s.rows<{ facts: object; subjects: string[] }>(`select facts, subjects from audit.entry where action = 'intake.match-subject'`);
  expect(logged).toMatchObject([{ facts: { name: 'Angļu val. (1.)', subject: english, offered: true, recorded: 3 } }]);
  expect(new Set(logged[0]!.subjects)).toEqual(new Set([one.id, other.id, third.id]));
});

test('what a school offers reaches the e-journal as long as the school confirms it, and what it does not offer never does', async () => {
  const pupil = await s.pupil(fifth);
  await s.send({}, [row(pupil, 'Matene')]);
  const maths = await s.subject('Matemātika');
  await secretary.send('/intake/mapping/name', { regNr: SCHOOL, journal: s.journalId, name: 'Matene', subject: 'other', other: String(maths) });
  expect(await marksOf(pupil)).toMatchObject([{ subject_id: maths }]);
  const offered = async (token?: string) => (await s.call(`/aliases?institution=${SCHOOL}`, {}, token)).json() as Promise<object[]>;
  expect(await offered()).toMatchObject([{ regNr: SCHOOL, name: 'Angļu val. (1.)', subjectId: english }]);
  const another = await s.journal('cits', []);
  expect(await offered(another.token)).toEqual([]);
  expect(await (await s.call('/journals/me')).json()).toMatchObject({ code: 'zalais', state: 'registered', institutions: [{ regNr: SCHOOL, confirmedFrom: '2026-09-01', confirmedUntil: null }] });
  expect(await (await s.call('/journals/me', {}, another.token)).json()).toMatchObject({ code: 'cits', institutions: [] });
});

test('rows that waited and cannot be taken are told with a way to them', async () => {
  const [taken, clashing] = [await s.pupil(fifth), await s.pupil(fifth)];
  const music = await s.subject('Mūzika');
  await s.send({}, [row(clashing, '', { subjectId: music, value: '4' })]);
  await s.cameFrom(clashing, 'manual');
  const { id } = await s.send({}, [row(taken, 'Dziedāšana'), row(clashing, 'Dziedāšana', { value: '9' })]);
  // The clock of tests stands still: what was matched before was matched earlier.
  await s.rows(`update intake.answer set settled_at = settled_at - interval '1 hour'`);
  const matched = await secretary.send('/intake/mapping/name', { regNr: SCHOOL, journal: s.journalId, name: 'Dziedāšana', subject: 'other', other: String(music) });
  const desk = (await secretary.open(matched.location!)).body;
  expect(desk).toContain('pieņemtas 1, nav pieņemtas 1.');
  expect(desk).toContain('Gaidījušās rindas: pieņemtas 1, nav pieņemtas 1 (VI-208)');
  expect(desk).toContain(`/intake/batches/${id}/answers?code=VI-208`);
  // Of another school's match nothing is told.
  await s.rows('update intake.subject_alias set institution_id = $1 where id = $2', [B, matched.location!.split('matched=')[1]]);
  expect((await secretary.open(matched.location!)).body).not.toContain('(VI-208)');
});

test('what the classes of the rows learn is suggested first, and whatever something speaks against is asked about once more', async () => {
  const seventh = await s.aClass('7.k', 7);
  const [sport, french] = [await s.subject('Sports un veselība'), await s.subject('Franču valoda')];
  for (const subject of [sport, french]) await s.rows('insert into education.class_subject (class_id, subject_id) values ($1, $2)', [seventh, subject]);
  const pupil = await s.pupil(seventh);
  await s.send({}, [row(pupil, 'Sporta stundas', { class: '7K' })]);
  const line = (await secretary.open(`/intake/mapping?regNr=${SCHOOL}`)).body.split('“Sporta stundas”')[1]!;
  expect(/name="subject" value="(\d+)"[^]*?<p class="hint">([^<]*)</.exec(line)!.slice(1)).toEqual([String(sport), expect.stringContaining('to mācās 7.k')]);

  const other = { regNr: SCHOOL, journal: s.journalId, name: 'Sporta stundas', subject: String(english) };
  const asked = await secretary.send('/intake/mapping/name', { ...other, offer: 'yes' });
  expect(asked.status).toBe(422);
  expect(asked.body).toMatch(/Vai “Sporta stundas” tiešām ir “Angļu valoda”\?[^]*\(7K\), priekšmetu “Angļu valoda” šogad nemācās[^]*Ticamāks ir “Sports un veselība”/);
  expect(asked.body).toMatch(/name="offer" value="yes"[^]*name="sure" value="yes"/);
  expect(await marksOf(pupil)).toEqual([]);
  // A press on the desk that passes over the likeliest is asked about too; a choice from the whole list that the class learns is not.
  const learnt = { ...other, subject: String(french) };
  expect((await secretary.send('/intake/mapping/name', { ...learnt, quick: 'yes' })).status).toBe(422);
  expect((await secretary.send('/intake/mapping/name', learnt)).status).toBe(303);
  expect(await marksOf(pupil)).toMatchObject([{ subject_id: french }]);

  const next = await s.pupil(seventh);
  await s.send({}, [row(next, 'Sporta diena', { class: '7K' })]);
  expect((await secretary.send('/intake/mapping/name', { ...other, name: 'Sporta diena', sure: 'yes' })).status).toBe(303);
  expect(await marksOf(next)).toMatchObject([{ subject_id: english }]);
});

test('a name of a class is matched beside the classes of the register, and the class of the pupils is suggested first', async () => {
  const pupil = await s.pupil(sixth);
  const batch = await s.send({}, [row(pupil, '', { subjectId: english, class: 'Zvaniņi' })]);
  expect(batch).toMatchObject({ waiting: 1 });
  const desk = (await secretary.open(`/intake/mapping/classes?regNr=${SCHOOL}&year=${YEAR}`)).body;
  expect(desk).toContain('“Zvaniņi”');
  expect(desk).toMatch(/>6\.a<\/button>[^]*šo rindu izglītojamie ir šajā klasē/);
  const matched = await secretary.send('/intake/mapping/class', { regNr: SCHOOL, year: String(YEAR), name: 'Zvaniņi', class: sixth });
  expect(matched.location).toBe(`/intake/mapping/classes?regNr=${SCHOOL}&year=${YEAR}`);
  expect(await marksOf(pupil)).toMatchObject([{ subject_id: english }]);
  const known = (await secretary.open(matched.location!)).body;
  expect(known).toContain('Jau saskaņotie nosaukumi');
  const undo = /href="(\/intake\/mapping\/undo\?[^"]+)"/.exec(known)![1]!.replaceAll('&amp;', '&');
  const asked = (await secretary.open(undo)).body;
  expect(asked).toMatch(/“Zvaniņi” nozīmē “6\.a”[^]*pieņemts: 1\srinda[^]*answers\?code=VI-102/);
  const undone = await secretary.send('/intake/mapping/undo', Object.fromEntries(new URL(undo, 'http://here').searchParams));
  expect([undone.status, undone.location]).toEqual([303, `/intake/mapping/classes?regNr=${SCHOOL}&year=${YEAR}`]);
  expect(await marksOf(pupil)).toMatchObject([{ subject_id: english }]);
});

test('a match taken back is asked about anew, and what was taken by it stays', async () => {
  const before = await s.pupil(fifth);
  await s.send({}, [row(before, 'Mat. pulciņš')]);
  const maths = await s.subject('Matemātika');
  await secretary.send('/intake/mapping/name', { regNr: SCHOOL, journal: s.journalId, name: 'Mat. pulciņš', subject: String(maths) });
  const [alias] = await s.rows<{ id: string }>(`select id from intake.subject_alias where name = 'Mat. pulciņš' and ended_at is null`);
  const asked = (await secretary.open(`/intake/mapping/undo?regNr=${SCHOOL}&id=${alias!.id}`)).body;
  expect(asked).toMatch(/Vai atsaukt “Mat\. pulciņš” atbilstību\?[^]*nozīmē “Matemātika”[^]*pieņemts: 1\srinda[^]*\/intake\/batches\/[0-9a-f-]{36}\/answers\?code=VI-101/);
  expect((await secretary.open(`/intake/mapping/undo?regNr=${OTHER_SCHOOL}&id=${alias!.id}`)).status).toBe(404);
  expect((await secretary.open(`/intake/mapping/undo?regNr=${SCHOOL}&kind=class&id=${alias!.id}`)).status).toBe(404);
  expect((await secretary.send('/intake/mapping/undo', { regNr: SCHOOL, id: alias!.id })).status).toBe(303);
  expect((await secretary.send('/intake/mapping/undo', { regNr: SCHOOL, id: alias!.id })).status).toBe(404);
  expect(await marksOf(before)).toHaveLength(1);
  expect(await s.send({}, [row(await s.pupil(fifth), 'Mat. pulciņš')])).toMatchObject({ waiting: 1 });
});

test('where nothing fits the rows wait with a comment, or are dropped with a reason and never taken', async () => {
  const pupil = await s.pupil(fifth);
  const batch = await s.send({}, [row(pupil, 'Robotikas pulciņš')]);
  const form = { regNr: SCHOOL, kind: 'subject', name: 'Robotikas pulciņš' };
  const why = await secretary.send('/intake/mapping/leave', { ...form, decision: 'left', comment: '' });
  expect([why.status, why.body.includes('Uzrakstiet, kādēļ')]).toEqual([422, true]);
  await secretary.send('/intake/mapping/leave', { ...form, decision: 'left', comment: 'Jājautā direktorei' });
  expect((await secretary.open(`/intake/mapping?regNr=${SCHOOL}`)).body).toContain('atlikts: Jājautā direktorei');
  expect(await stateOf(batch.id)).toEqual([{ row: 1, state: 'waiting' }]);
  await secretary.send('/intake/mapping/leave', { ...form, decision: 'dropped', comment: 'Tas ir pulciņš' });
  expect(await stateOf(batch.id)).toEqual([{ row: 1, state: 'dropped' }]);
  expect(await s.rows('select waiting, refused from intake.batch where id = $1', [batch.id])).toEqual([{ waiting: 0, refused: 1 }]);
  const again = await secretary.send('/intake/mapping/leave', { ...form, decision: 'dropped', comment: 'Vēlreiz' });
  expect([again.status, again.body.includes('vairs negaida')]).toEqual([422, true]);
  expect(await marksOf(pupil)).toEqual([]);
});

test('nobody matches names of another school, and who only looks matches none', async () => {
  const waiting = { regNr: OTHER_SCHOOL, journal: s.journalId, name: 'Mat. pulciņš', subject: String(english) };
  expect((await secretary.open(`/intake/mapping?regNr=${OTHER_SCHOOL}`)).status).toBe(404);
  expect((await secretary.send('/intake/mapping/name', waiting)).status).toBe(404);
  const specialist = visitor(s.t, '198.51.100.8');
  await specialist.signIn(demo('municipality-education-specialist').login, demo('municipality-education-specialist').password);
  expect((await specialist.open(`/intake/mapping?regNr=${SCHOOL}`)).status).toBe(403);
  expect((await specialist.send('/intake/mapping/name', { ...waiting, regNr: SCHOOL })).status).toBe(403);
  expect((await specialist.open(`/intake/schools/${SCHOOL}`)).status).toBe(200);
});

test('a choice that is none comes back to the name with what to do', async () => {
  const fields = { regNr: SCHOOL, journal: s.journalId, name: 'Mat. pulciņš' };
  for (const [more, words] of [[{}, 'Izvēlieties priekšmetu'], [{ subject: 'other', other: '' }, 'Izvēlieties priekšmetu'], [{ subject: '1' }, 'Šāda priekšmeta klasifikatorā nav']] as const) {
    const page = await secretary.send('/intake/mapping/name', { ...fields, ...more });
    expect([page.status, page.body.includes(words), page.body.includes('“Mat. pulciņš”')]).toEqual([422, true, true]);
  }
});

test('what waits is looked at again after the register was mended, and only in one’s own school', async () => {
  const pupil = await s.pupil(sixth);
  expect(await s.send({}, [row(pupil, '', { subjectId: english, class: 'Jaunā klase' })])).toMatchObject({ waiting: 1 });
  await s.rows(`update education.class set title = 'Jaunā klase', title_key = 'JAUNAKLASE' where id = $1`, [sixth]);
  expect((await secretary.send('/intake/mapping/retry', { regNr: OTHER_SCHOOL })).status).toBe(404);
  const retried = await secretary.send('/intake/mapping/retry', { regNr: SCHOOL });
  expect((await secretary.open(retried.location!)).body).toContain('Pieņemtas: 1.');
  expect(await marksOf(pupil)).toMatchObject([{ subject_id: english }]);
});

test('what two schools decided alike can be extended to all of the e-journal’s, and where it waits it is taken', async () => {
  const keeper = visitor(s.t, '198.51.100.9');
  await keeper.signIn(demo('education-administrator').login, demo('education-administrator').password);
  const maths = await s.subject('Matemātika');
  const decide = (institution: string, name: string, subject: number) =>
    s.rows(`insert into intake.subject_alias (institution_id, journal_id, name, name_key, subject_id, confirmed_at, confirmed_by) values ($1, $2, $3, platform.search_key(replace($3, ' ', '')), $4, now(), 'test')`, [institution, s.journalId, name, subject]);
  const [third] = await s.rows<{ id: string }>(`select id from institutions.institution where reg_nr = '9900000002'`);
  for (const institution of [B, third!.id]) await decide(institution, 'Algebra', maths);
  await decide(B, 'Strīds', maths);
  await decide(third!.id, 'Strīds', english);
  const pupil = await s.pupil(fifth);
  expect(await s.send({}, [row(pupil, 'ALGEBRA')])).toMatchObject({ waiting: 1 });

  const card = (await keeper.open('/intake/journals/zalais')).body;
  expect(card).toContain('“Algebra”');
  expect(card).not.toContain('“Strīds”');
  expect((await keeper.send('/intake/journals/zalais/spread', { name: 'Strīds' })).status).toBe(409);
  const spread = await keeper.send('/intake/journals/zalais/spread', { name: 'Algebra' });
  expect((await keeper.open(spread.location!)).body).toContain('“Algebra” visās iestādēs tagad nozīmē “Matemātika”');
  await s.t.runDueJobs();
  expect(await marksOf(pupil)).toMatchObject([{ subject_id: maths }]);
  expect((await secretary.send('/intake/journals/zalais/spread', { name: 'Algebra' })).status).toBe(403);
});
