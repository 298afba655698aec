import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { demo } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { putSubject } from '../../education/actions/classes.js';
import { enrol } from '../../education/actions/enrol.js';
import { addExemption, withdrawExemption } from '../../education/actions/exemptions.js';
import { endMembershipOf } from '../../education/actions/memberships.js';
import { BASIC, type Schools, schools, type Someone } from '../../education/tests/made-up-schools.js';
import { openCompleteness, openSchoolCompleteness } from '../actions/completeness.js';
import type { MarkRecord } from '../domain/record.js';
import { countStandings, recountStandings } from '../jobs/count-standings.js';
import { takeRecords, type Taking } from '../store/take.js';

/** S1 of 2026/2027 ends on 18 December and is due on 22 December; absences by 31 August. */
const NOW = '2027-01-20T10:00:00+02:00';
const [MATHS, SPORT, ART] = [900_001, 900_002, 900_003];

let s: Schools;
let fifth: string;
let second: string;
const pupils: { who: Someone; membershipId: string }[] = [];

beforeAll(async () => {
  s = await schools({ now: NOW });
  const [regNr] = s.regNrs;
  fifth = await s.aClass(regNr!, '5.a');
  second = await s.aClass(regNr!, '2.a');
  for (const [subjectId, semesters] of [[MATHS, 'both'], [SPORT, 'both'], [ART, 'second']] as const) await s.t.perform(putSubject, { id: fifth, subjectId, semesters }, s.secretary);
  const [outcome] = await s.rows<{ subject_id: number }>('select subject_id from education.outcome where 2 between from_grade and to_grade limit 1');
  await s.t.perform(putSubject, { id: second, subjectId: outcome!.subject_id }, s.secretary);
  for (const classId of [fifth, fifth, fifth, second]) {
    const who = await s.child();
    const { id } = await s.t.perform(enrol, { regNr, code: who.code, family: who.family, programmeCode: BASIC, from: '2026-09-01', classId }, s.secretary);
    pupils.push({ who, membershipId: id });
  }
  await s.rows(
    `insert into education.exemption (person_id, subject_id, basis, valid_from, recorded_at, recorded_by) values ($1, $2, 'Ārsta atzinums', '2026-09-01', now(), 'test')`,
    [pupils[2]!.who.id, SPORT],
  );
});
afterAll(() => s.t.close());

const count = () => countStandings.run({ platform: s.t.platform, now: s.t.platform.clock.now() }, {});
const recount = async () => {
  await recountStandings.run({ platform: s.t.platform, now: s.t.platform.clock.now() }, {});
  await count();
};
const taking = (at: string, more: Partial<Taking> = {}): Taking => ({ institutionId: s.institutions[0]!, year: 2026, channel: 'manual', journalId: null, batchId: null, at: new Date(at), by: 'test', reason: 'entered-again', ...more });
const mark = (n: number, subjectId: number, value: string): MarkRecord => ({ row: n, personId: pupils[n]!.who.id, membershipId: pupils[n]!.membershipId, classId: fifth, period: 'S1', subjectId, scale: 'TEN', value });
const take = (records: MarkRecord[], how: Taking) => s.t.database.transaction((tx) => takeRecords(tx, { kind: 'mark', records }, how));
const absence = (n: number, period: string, how: Taking) =>
  s.t.database.transaction((tx) =>
    takeRecords(tx, { kind: 'absence', records: [{ row: n, personId: pupils[n]!.who.id, membershipId: pupils[n]!.membershipId, classId: fifth, period, justifiedLessons: 2, unjustifiedLessons: 0 }] }, how));
const standing = async (record: string, period = 'S1', institution = s.institutions[0]) =>
  (await s.rows('select expected, received, late, by_nil, due_on from marks.standing where institution_id = $1 and record = $2 and period = $3 and year = 2026', [institution, record, period]))[0];

test('expected are the members of the period’s last day times what they learn in it, without the exempt; outcomes in the first grades', async () => {
  await recount();
  expect(await standing('mark')).toEqual({ expected: 5, received: 0, late: 0, by_nil: 0, due_on: '2026-12-22' });
  expect(await standing('mark', 'YEAR')).toMatchObject({ expected: 8, due_on: '2027-06-01' });
  expect(await standing('absence')).toMatchObject({ expected: 4, due_on: '2027-08-31' });
  const [{ n }] = (await s.rows<{ n: number }>(`select count(*)::int as n from education.outcome o join education.class_subject p on p.subject_id = o.subject_id and p.class_id = $1 where 2 between o.from_grade and o.to_grade`, [second])) as [{ n: number }];
  expect(n).toBeGreaterThan(0);
  expect(await standing('outcome')).toMatchObject({ expected: n });
});

test('what arrives sets its institution to be counted; late is what came after the deadline, and a correction makes nothing late', async () => {
  await take([mark(0, MATHS, '7'), mark(1, MATHS, '8')], taking('2026-12-22T21:30:00Z'));
  await take([mark(0, SPORT, '9')], taking('2026-12-22T22:30:00Z'));
  await take([mark(1, MATHS, '6')], taking('2027-01-12T08:00:00Z'));
  await count();
  expect(await standing('mark')).toMatchObject({ expected: 5, received: 3, late: 1 });
  expect(await s.rows('select * from marks.standing_to_count')).toEqual([]);
});

test('a pupil who left after the semester is still expected to have its marks here, but none of the year', async () => {
  await s.t.perform(endMembershipOf, { id: pupils[1]!.membershipId, lastDay: '2027-01-14', reason: 'abroad-family' }, s.secretary);
  await s.t.runDueJobs();
  expect(await s.rows('select year from marks.standing_to_count')).toEqual([{ year: 2026 }]);
  await count();
  expect(await standing('mark')).toMatchObject({ expected: 5, received: 3 });
  expect(await standing('mark', 'YEAR')).toMatchObject({ expected: 5 });
});

test('an exemption recorded later is no longer expected, and one withdrawn is again, without waiting for the night', async () => {
  const { id } = await s.t.perform(addExemption, { membershipId: pupils[0]!.membershipId, subjectId: MATHS, from: '2026-09-07', lastDay: '2027-01-10', basis: 'Ārsta izziņa Nr. 5' }, s.secretary);
  await s.t.runDueJobs();
  expect(await s.rows('select institution_id, year from marks.standing_to_count')).toEqual([{ institution_id: s.institutions[0], year: 2026 }]);
  await count();
  expect(await standing('mark')).toMatchObject({ expected: 4 });
  await s.t.perform(withdrawExemption, { id, why: 'Cits bērns' }, s.secretary);
  await s.t.runDueJobs();
  await count();
  expect(await standing('mark')).toMatchObject({ expected: 5 });
});

test('absences of a semester are there when its own totals or all its months are', async () => {
  const now = taking(NOW);
  await absence(0, 'S1', now);
  for (const month of ['M09', 'M10', 'M11']) await absence(1, month, now);
  await count();
  expect(await standing('absence')).toMatchObject({ received: 1 });
  await absence(1, 'M12', now);
  await count();
  expect(await standing('absence')).toMatchObject({ received: 2, by_nil: 0 });
});

test('scenario 17.12: a school with a nil report is told from one that entered nothing', async () => {
  const other = await s.aClass(s.regNrs[1]!, '6.a');
  const third = await s.aClass(s.regNrs[2]!, '6.b');
  for (const [classId, at] of [[other, 1], [third, 2]] as const) {
    const who = await s.child();
    await s.t.perform(enrol, { regNr: s.regNrs[at], code: who.code, family: who.family, programmeCode: BASIC, from: '2026-09-01', classId }, at === 1 ? s.other : { ...s.other, scopes: new Map([...s.other.scopes].map(([name, scope]) => [name, { ...scope, institutionIds: [s.institutions[2]!] }])) });
  }
  await s.rows(`insert into marks.nil_report (year, institution_id, period, reported_at, reported_by) values (2026, $1, 'S1', now(), 'test')`, [s.institutions[1]]);
  await recount();
  expect(await standing('absence', 'S1', s.institutions[1])).toMatchObject({ expected: 1, received: 1, by_nil: 1 });
  expect(await standing('absence', 'S1', s.institutions[2])).toMatchObject({ expected: 1, received: 0, by_nil: 0 });
  const ministry = visitor(s.t, '198.51.100.40');
  await ministry.signIn(demo('education-administrator').login, DEMO_PASSWORD);
  await s.rows(`update education.deadline set due_on = '2027-01-10' where year = 2026 and matter = 'ABSENCE' and superseded_at is null`);
  await recount();
  const country = (await ministry.open('/marks/completeness?period=S1&record=absence&lang=lv')).body;
  const [, atvk] = /\/marks\/completeness\/municipalities\/(\d{7})/.exec(country)!;
  const municipality = (await ministry.open(`/marks/completeness/municipalities/${atvk}?period=S1&record=absence&lang=lv`)).body;
  const rowOf = (body: string, at: number) => body.split('<tr').find((row) => row.includes(`/institutions/${s.regNrs[at]}`)) ?? '';
  const everywhere = municipality + (await Promise.all([...country.matchAll(/\/municipalities\/(\d{7})/g)].map(async ([, code]) => (await ministry.open(`/marks/completeness/municipalities/${code}?period=S1&record=absence&lang=lv`)).body))).join('');
  expect(rowOf(everywhere, 1)).toContain('ziņots, ka kavējumu nav');
  expect(rowOf(everywhere, 2)).toContain('nekas nav ievadīts');
  const file = (await ministry.open('/marks/completeness/export?format=csv&period=S1&record=absence&lang=lv')).body;
  const lineOf = (at: number) => file.split('\r\n').find((line) => line.includes(s.regNrs[at]!));
  expect(lineOf(1)).toMatch(/ziņots, ka kavējumu nav"?[;,]1[;,]1[;,]1[;,]0[;,]0/);
  expect(lineOf(2)).toMatch(/nekas nav ievadīts"?[;,]1[;,]0[;,]0[;,]0[;,]1/);
  const school = (await ministry.open(`/marks/completeness/institutions/${s.regNrs[0]}/export?format=csv&period=S1&lang=lv`)).body;
  expect(school.split('\r\n').filter((line) => /^"?5\.a/.test(line))).toHaveLength(3);
});

test('scenario 17.4: a mark of grade 12 on 25 June 2026 is in time, on the 26th late; of grade 9 it is late from 17 June', async () => {
  const school = s.institutions[0]!;
  const [ninth, twelfth] = await Promise.all([9, 12].map(async (grade) =>
    (await s.rows<{ id: string }>(`insert into education.class (year, institution_id, kind, grade, title, title_key, programme_code, recorded_at, recorded_by) values (2025, $1, 'class', $2, $3, $3, '21011111', now(), 'test') returning id`, [school, grade, `${grade}Z`]))[0]!.id));
  const entries = [[twelfth, '2026-06-25T20:59:00Z'], [twelfth, '2026-06-25T21:01:00Z'], [ninth, '2026-06-16T20:59:00Z'], [ninth, '2026-06-16T21:01:00Z']] as const;
  await s.rows('insert into education.class_subject (class_id, subject_id) values ($1, $3), ($2, $3)', [ninth, twelfth, MATHS]);
  for (const [classId, at] of entries) {
    const who = await s.child();
    const [member] = await s.rows<{ id: string }>(
      `insert into education.membership (person_id, institution_id, programme_code, is_main, valid_from, recorded_at, recorded_by) values ($1, $2, '21011111', true, '2025-09-01', now(), 'test') returning id`, [who.id, school]);
    await s.rows(`insert into education.placement (membership_id, class_id, person_id, valid_from, valid_to, recorded_at, recorded_by) values ($1, $2, $3, '2025-09-01', '2026-09-01', now(), 'test')`, [member!.id, classId, who.id]);
    await s.t.database.transaction((tx) =>
      takeRecords(tx, { kind: 'mark', records: [{ row: 1, personId: who.id, membershipId: member!.id, classId: classId!, period: 'YEAR', subjectId: MATHS, scale: 'TEN', value: '7' }] }, { ...taking(at), year: 2025 }));
  }
  await count();
  const counted = await s.rows(`select due_on, expected, received, late from marks.standing where institution_id = $1 and year = 2025 and period = 'YEAR' and record = 'mark' order by due_on`, [school]);
  expect(counted).toEqual([{ due_on: '2026-06-16', expected: 2, received: 2, late: 1 }, { due_on: '2026-06-25', expected: 2, received: 2, late: 1 }]);
});

test('a school sees itself by class and subject, a municipality its schools, the country everything; nobody more', async () => {
  const own = await s.t.perform(openSchoolCompleteness, { regNr: s.regNrs[0], period: 'S1' }, s.secretary);
  const maths = own.counts.find((row) => row.classId === fifth && row.subjectId === MATHS);
  expect(maths).toMatchObject({ expected: 3, received: 2, missing: 1 });
  await expect(s.t.perform(openSchoolCompleteness, { regNr: s.regNrs[1] }, s.secretary)).rejects.toMatchObject({ status: 404 });
  // Who has one institution is sent there before anything is counted, even for a year that there is not.
  for (const asked of [{}, { year: '1999' }]) expect(await s.t.perform(openCompleteness, asked, s.secretary)).toEqual({ kind: 'school', regNr: s.regNrs[0] });
  const specialist = await s.as('municipality-education-specialist');
  const board = await s.t.perform(openCompleteness, { period: 'S1' }, specialist);
  if (board.kind !== 'schools') throw new Error('a municipality sees its schools');
  const { rows } = await s.t.database.pool.query<{ institution_id: string }>(`select institution_id from institutions.founder where unit_id = any($1::int[]) and role = 'actual'`, [specialist.scopes.get('marks.see-completeness')!.unitIds]);
  expect(board.schools.map((one) => one.institutionId).sort()).toEqual(rows.map((row) => row.institution_id).filter((id) => s.institutions.includes(id)).sort());
});

test('a preschool that enters nothing is missing like a school: of its children those of five and six are awaited, from their fifth birthday on', async () => {
  const [preschool] = await s.rows<{ id: string }>(
    `insert into education.class (year, institution_id, kind, title, title_key, programme_code, recorded_at, recorded_by) values (2026, $1, 'preschool', 'Taurenīši', 'TAURENISI', '01011111', now(), 'test') returning id`, [s.institutions[2]]);
  const children = await Promise.all(['2020-10-20', '2021-05-05', '2021-11-20', '2022-02-02'].map(async (bornOn) => {
    const who = await s.child(bornOn);
    const [member] = await s.rows<{ id: string }>(
      `insert into education.membership (person_id, institution_id, programme_code, is_main, valid_from, recorded_at, recorded_by) values ($1, $2, '01011111', true, '2026-09-01', now(), 'test') returning id`, [who.id, s.institutions[2]]);
    await s.rows(`insert into education.placement (membership_id, class_id, person_id, valid_from, recorded_at, recorded_by) values ($1, $2, $3, '2026-09-01', now(), 'test')`, [member!.id, preschool!.id, who.id]);
    return { id: who.id, membershipId: member!.id };
  }));
  const before = (await standing('absence', 'S1', s.institutions[2])) as { expected: number; received: number };
  await recount();
  // On 18 December three have had their fifth birthday; the one of the day before the semester's last month counts from that month on.
  expect(await standing('absence', 'S1', s.institutions[2])).toMatchObject({ expected: before.expected + 3, received: before.received });
  const late = children[2]!;
  await s.t.database.transaction((tx) => takeRecords(tx, { kind: 'absence', records: [{ row: 1, personId: late.id, membershipId: late.membershipId, classId: preschool!.id, period: 'M12', justifiedLessons: 0, unjustifiedLessons: 0 }] }, { ...taking(NOW), institutionId: s.institutions[2]! }));
  await count();
  expect(await standing('absence', 'S1', s.institutions[2])).toMatchObject({ expected: before.expected + 3, received: before.received + 1 });
  await s.rows(`insert into marks.nil_report (year, institution_id, period, reported_at, reported_by) values (2026, $1, 'S1', now(), 'test')`, [s.institutions[2]]);
  await recount();
  expect(await standing('absence', 'S1', s.institutions[2])).toMatchObject({ received: before.expected + 3 });
});

test('the detail and the whole agree', async () => {
  const own = await s.t.perform(openSchoolCompleteness, { regNr: s.regNrs[0], period: 'S1' }, s.secretary);
  const sum = (record: string, of: 'expected' | 'received' | 'late') => own.counts.filter((row) => row.record === record).reduce((all, row) => all + row[of], 0);
  for (const record of ['mark', 'outcome', 'absence']) expect(await standing(record)).toMatchObject({ expected: sum(record, 'expected'), received: sum(record, 'received'), late: sum(record, 'late') });
});
