import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundWords, rowsWords, startSending, type SendingSimulator } from '../../simulators/e-journal/sending.js';
import type { RosterClass } from '../../simulators/e-journal/roster.js';
import { zalaisSends } from '../../simulators/e-journal/semester.js';
import { VENDORS } from '../../simulators/e-journal/vendors.js';
import { loadDemoMachines } from '../../src/modules/apps/public.js';
import { loadMadeUpJournals, MADE_UP_JOURNALS } from '../../src/modules/intake/public.js';
import { madeUpStateOf } from '../../src/modules/marks/domain/made-up-states.js';
import { matchSubject } from '../../src/modules/intake/actions/map-subjects.js';
import { mapNames } from '../../src/modules/intake/permissions.js';
import { A, REG_NRS, type SendingSchool, sendingSchool, YEAR } from '../../src/modules/intake/tests/sending-school.js';
import { actorWith } from '#test/test-platform.js';

const pupils = (grade: number) => Array.from({ length: 4 }, (_, n) => ({ code: `4505${String(grade).padStart(2, '0')}9${String(n).padStart(4, '0')}`, family: `Paraugs${n}`, given: 'Anna' }));
const CLASSES: readonly RosterClass[] = [1, 2, 5, 6, 7].map((grade) => ({ title: `${grade}.a`, grade, pupils: pupils(grade), subjects: [{ id: 900018, name: 'Matemātika' }, { id: 900004, name: 'Angļu valoda' }, { id: 900099, name: 'Teātra māksla' }] }));
const semester = (code: string) => VENDORS.find((vendor) => vendor.code === code)!.semester({ institution: '9900000001', stranger: '9900000002', year: 2026, month: 'M11', classes: CLASSES });

test('a semester sent again is the same semester', () => {
  for (const { code } of VENDORS) expect(semester(code)).toEqual(semester(code));
});

test('together the two journals make every usual mistake', () => {
  const codes = new Set(VENDORS.flatMap(({ code }) => semester(code).flatMap(({ expects }) => expects)));
  expect([...codes].sort()).toEqual(['VI-101', 'VI-102', 'VI-103', 'VI-105', 'VI-106', 'VI-201', 'VI-203', 'VI-204', 'VI-206', 'VI-207', 'VI-208', 'VI-211']);
});

test('the journals leave the teacher something to fill in, and do not send what is there from elsewhere but for a few shown mistakes', () => {
  expect([5, 6, 7].map((grade) => ['Matemātika', 'Angļu valoda', 'Mūzika', 'Teātra māksla'].filter((subject) => zalaisSends(grade, subject)))).toEqual([['Mūzika'], ['Angļu valoda', 'Mūzika'], ['Matemātika', 'Angļu valoda', 'Mūzika']]);
  const gradeOf = new Map(CLASSES.flatMap(({ grade, pupils: members }) => members.map(({ code }) => [code, grade])));
  const parcels = VENDORS.flatMap(({ code }) => semester(code)).filter(({ head }) => head.year === 2026 && head.institution === '9900000001');
  const sent = parcels.flatMap(({ head, rows }) => rows.map((row) => ({ kind: head.kind, pupil: String(row['pupil']), subject: row['subject'] ?? row['subjectId'], period: String(row['period']), value: row['value'], record: String(row['record']) })));
  // What a journal sends in order, without the rows that are wrong on purpose.
  const right = sent.filter(({ record, period }) => !/^[zs]-[a-z]/.test(record) && period === 'S1' && !record.startsWith('k-'));
  const { leftToJournals } = madeUpStateOf(0, 'own');
  expect(right.length).toBeGreaterThan(20);
  expect(right.filter(({ kind, pupil }) => !leftToJournals!({ record: kind, period: 'S1', grade: gradeOf.get(pupil)! }))).toEqual([]);
  expect(sent.filter(({ record }) => record.startsWith('s-other-')).map(({ pupil }) => gradeOf.get(pupil))).toEqual([7, 7, 7]);
});

test('the page of the journals speaks in words', () => {
  expect([1, 2, 11, 21, 111].map(rowsWords)).toEqual(['1 rinda', '2 rindas', '11 rindas', '21 rinda', '111 rindas']);
  expect(['S2', 'outcome', 'M09', '11'].map(foundWords)).toEqual(['2. semestris', 'sasniedzamais rezultāts', '9. mēnesis', '11']);
});

test('the journals of the demonstration are known to it by the same identifiers and secrets', () => {
  expect(VENDORS.map(({ code, clientId, secret }) => ({ code, clientId, secret }))).toEqual(MADE_UP_JOURNALS.map(({ code, clientId, secret }) => ({ code, clientId, secret })));
});

let s: SendingSchool;
let office: SendingSimulator;
beforeAll(async () => {
  s = await sendingSchool();
  // The fixture's own journal gives its name to the demonstration's.
  await s.rows(`update intake.journal set code = 'first'`);
  await s.rows(`update access.app_user set login = 'sistema.first' where login = 'sistema.zalais'`);
  const { clock } = s.t.platform;
  await s.t.database.transaction(async (tx) => {
    await loadMadeUpJournals(tx, { today: clock.today(), recordedAt: clock.now(), schools: [REG_NRS[0]] });
    await loadDemoMachines(tx, MADE_UP_JOURNALS.map(({ clientId, secret, login, name }) => ({ id: clientId, secret, login, titleLv: name, titleEn: name })), clock.now());
  });
  for (const [title, grade] of [['2.a', 2], ['7.a', 7]] as const) {
    const classId = await s.aClass(title, grade);
    await s.rows(`insert into education.class_subject (class_id, subject_id) select $1, id from education.subject where name in ('Matemātika', 'Angļu valoda')`, [classId]);
    for (let n = 0; n < 5; n += 1) await s.pupil(classId);
  }
  office = await startSending({ port: 0, vienkopus: s.t.address, institution: REG_NRS[0], stranger: REG_NRS[1], year: YEAR, month: 'M01' });
});
afterAll(async () => {
  await office?.stop();
  await s?.t.close();
});

/** Presses the button and waits for the last answer. */
async function press(journal: string): Promise<string> {
  await fetch(`${office.address}/send`, { method: 'POST', body: new URLSearchParams({ journal }), redirect: 'manual' });
  expect(await (await fetch(office.address)).text()).toContain('http-equiv="refresh"');
  for (let tries = 0; tries < 300; tries += 1) {
    const page = await (await fetch(office.address)).text();
    if (!page.includes('role="status"')) return page;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the semester was not sent in time');
}
const marks = () => s.rows<{ subject: string; n: number }>('select b.name as subject, count(*)::int as n from marks.mark m join education.subject b on b.id = m.subject_id group by 1 order by 1');

test('a press of the button sends a semester over HTTP with a real token; what waited is taken once after the school has said what a name means', async () => {
  const page = await press('zalais');
  expect(page).not.toContain('http-equiv="refresh"');
  expect(page).not.toContain('role="alert"');
  for (const code of ['VI-101', 'VI-102', 'VI-201', 'VI-203', 'VI-204', 'VI-211']) expect(page, code).toContain(`<strong>${code}</strong>`);
  expect(await marks()).toEqual([{ subject: 'Matemātika', n: 5 }]);
  expect(page).toContain('gaida skolu: <strong data-waiting>6</strong>');

  const [zalais] = await s.rows<{ id: string }>(`select id from intake.journal where code = 'zalais'`);
  const secretary = actorWith([mapNames], { everywhere: false, institutionIds: [A] });
  await s.t.perform(matchSubject, { regNr: REG_NRS[0], name: 'Svešvaloda (angļu)', journal: zalais!.id, subject: '900004' }, secretary);
  expect(await marks()).toEqual([{ subject: 'Angļu valoda', n: 5 }, { subject: 'Matemātika', n: 5 }]);

  const again = await press('zalais');
  expect(again).toContain('pieņemtas: <strong data-taken>0</strong>');
  expect(await marks()).toEqual([{ subject: 'Angļu valoda', n: 5 }, { subject: 'Matemātika', n: 5 }]);
});

test('the other journal makes the other mistakes', async () => {
  const page = await press('klases-soma');
  // VI-206 needs a school that had classes the year before, as the demonstration's has.
  for (const code of ['VI-101', 'VI-103', 'VI-105', 'VI-207', 'VI-208']) expect(page, code).toContain(`<strong>${code}</strong>`);
  expect(page).toContain('pieņemtas: <strong data-taken>20</strong>');
});

test('a journal that the school no longer confirms gets no class lists', async () => {
  await s.rows(`delete from intake.journal_school where journal_id = (select id from intake.journal where code = 'klases-soma')`);
  expect(await press('klases-soma')).toContain('role="alert"');
});
