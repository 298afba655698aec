import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InvalidInput } from '#kernel/errors.js';
import { isoDate } from '#kernel/iso-date.js';
import { perform } from '#platform/actions/perform.js';
import { addPromotionRules } from '../actions/contributed.js';
import { openPlan, putSubject, takeOverPlan } from '../actions/classes.js';
import { enrol } from '../actions/enrol.js';
import { placeInClass } from '../actions/memberships.js';
import { applyRollover, openYearEnd, propose } from '../actions/rollover.js';
import { decideFor, decideForClass, openClassDecision } from '../actions/rollover-decisions.js';
import { BASIC, refusalOf, type Schools, schools } from './made-up-schools.js';

const [MATHS, ENGLISH, SPORT] = [900018, 900004, 900048];

let s: Schools;
beforeAll(async () => {
  s = await schools({ now: '2027-06-10T10:00:00+03:00' });
});
afterAll(() => s.t.close());

test('a school is moved in one reviewed step: next class, repeaters, leavers and groups; done twice it changes nothing', async () => {
  const regNr = s.regNrs[0]!;
  const [five, six, nine] = [await s.aClass(regNr, '5.b'), await s.aClass(regNr, '6.a'), await s.aClass(regNr, '9.a')];
  const [stays, gone] = [await s.child('1980-01-01'), await s.child('1980-01-01')];
  await s.rows(`insert into education.teacher_position (person_id, institution_id, position_code, workload, valid_from, valid_to, recorded_at, recorded_by)
    select p, $3, (select code from education.position_kind order by code limit 1), 1, '2020-09-01', to_date, now(), 'test' from (values ($1::uuid, null::date), ($2::uuid, '2027-07-01'::date)) v (p, to_date)`, [stays.id, gone.id, s.institutions[0]]);
  const learns = (classId: string, subjectId: number, teacherId: string | null, semesters = 'both') => s.t.perform(putSubject, { id: classId, subjectId: String(subjectId), semesters, teacherId: teacherId ?? '' }, s.secretary);
  await s.rows(`insert into education.class (year, institution_id, kind, title, title_key, programme_code, recorded_at, recorded_by) values (2026, $1, 'interest', 'Koris', 'KORIS', $2, now(), 'test')`, [s.institutions[0], BASIC]);
  const into = async (classId: string) => {
    const child = await s.child();
    return { ...(await s.t.perform(enrol, { regNr, code: child.code, family: child.family, programmeCode: BASIC, from: '2026-09-01', classId }, s.secretary)), child };
  };
  const [goesOn, blocked, decided, leaves] = [await into(five), await into(five), await into(five), await into(nine)];
  addPromotionRules('test', () => Promise.resolve(new Map([[blocked.id, [{ rule: 'MK 11 25.2', words: { lv: 'zem 4', en: 'below 4' }, subjects: [{ lv: 'Fizika', en: 'Physics' }], waits: false }]]])));
  await s.t.perform(propose, { regNr }, s.secretary);
  const head = await s.as('institution-head');
  const { lines } = await s.t.perform(openYearEnd, { regNr }, head);
  const of = (id: string) => lines.find((line) => line.membershipId === id);
  expect(of(goesOn.id)).toMatchObject({ fate: 'promote', toTitle: '6.b', blocks: [] });
  expect(of(blocked.id)).toMatchObject({ fate: 'repeat', toTitle: '5.b', blocks: [{ rule: 'MK 11 25.2', words: { lv: 'zem 4', en: 'below 4' }, subjects: [{ lv: 'Fizika', en: 'Physics' }] }] });
  expect(of(leaves.id)).toMatchObject({ fate: 'stay', toTitle: null, blocks: [{ waits: true }] });
  await s.t.perform(decideFor, { regNr, membershipId: leaves.id, fate: 'leave' }, s.secretary);
  await s.t.perform(decideFor, { regNr, membershipId: decided.id, fate: 'promote', toTitle: '6. B' }, s.secretary);
  expect((await refusalOf(s.t.perform(applyRollover, { regNr, orderNr: '1' }, s.secretary))).code).toBe('no-right');
  // Who came after the proposal stops the move until it is made anew, which keeps what the school decided.
  const came = await into(nine);
  expect((await s.t.perform(openYearEnd, { regNr }, head)).since).toBe(1);
  expect((await refusalOf(s.t.perform(applyRollover, { regNr, orderNr: '1-7/12' }, head))).code).toBe('rollover-outdated');
  expect((await s.t.perform(propose, { regNr }, s.secretary)).kept).toBe(2);
  const anew = await s.t.perform(openYearEnd, { regNr }, head);
  expect([anew.since, ...[leaves, decided, goesOn, came].map(({ id }) => anew.lines.find((line) => line.membershipId === id)!).map(({ fate, decided: own }) => [fate, own])]).toEqual([0, ['leave', true], ['promote', true], ['promote', false], ['stay', false]]);
  // Whom the school has placed in a class of the next year already is left there.
  const sixth = await s.aClass(regNr, '6.c', 2027);
  await s.t.perform(placeInClass, { id: goesOn.id, classId: sixth, from: '2027-09-01', confirmed: sixth }, s.secretary);
  await learns(five, MATHS, stays.id);
  await learns(five, ENGLISH, gone.id);
  await learns(six, MATHS, gone.id, 'first');
  await learns(six, ENGLISH, stays.id);
  await learns(six, SPORT, stays.id);
  expect(await s.t.perform(applyRollover, { regNr, orderNr: '1-7/12' }, head)).toMatchObject({ classes: 2, groups: 1, planned: 3, moved: 2, left: 1 });
  // What is learnt is the plan of the grade, of the same title before another; a teacher goes along with the pupils of the subject while they hold a position.
  expect(await s.rows(`select c.title_key, p.subject_id, p.semesters, p.teacher_id from education.class_subject p join education.class c on c.id = p.class_id where c.year = 2027 order by 1, 2`)).toEqual([
    ['5B', ENGLISH, 'both', null], ['5B', MATHS, 'both', stays.id],
    ['6B', ENGLISH, 'both', null], ['6B', MATHS, 'first', stays.id], ['6B', SPORT, 'both', null],
    ['6C', ENGLISH, 'both', null], ['6C', MATHS, 'first', stays.id], ['6C', SPORT, 'both', null],
  ].map(([title_key, subject_id, semesters, teacher_id]) => ({ title_key, subject_id, semesters, teacher_id })));
  const first = await s.aClass(regNr, '1.a', 2027);
  expect(await s.t.perform(openYearEnd, { regNr }, head)).toMatchObject({ planless: [{ id: first, title: '1.a' }] });
  // A class that is made later begins with such a plan where there is one, once.
  expect((await refusalOf(s.t.perform(takeOverPlan, { id: first }, s.secretary))).code).toBe('no-plan-to-take');
  const later = await s.aClass(regNr, '5.c', 2027);
  expect((await s.t.perform(openPlan, { id: later }, s.secretary)).source).toEqual({ id: five, title: '5.b', year: 2026 });
  await s.t.perform(takeOverPlan, { id: later }, s.secretary);
  expect(await s.t.perform(openPlan, { id: later }, s.secretary)).toMatchObject({ source: undefined, plan: [{ subjectId: ENGLISH, teacherId: null }, { subjectId: MATHS, teacherId: null }] });
  expect((await refusalOf(s.t.perform(takeOverPlan, { id: later }, s.secretary))).code).toBe('no-plan-to-take');
  const state = () =>
    s.rows(
      `select m.id, m.valid_to, m.end_reason, c.title, l.valid_from, l.repeats from education.membership m join education.placement l on l.membership_id = m.id and l.superseded_at is null and l.valid_to is not distinct from m.valid_to
       join education.class c on c.id = l.class_id where m.superseded_at is null and m.id = any($1::uuid[]) order by array_position($1::uuid[], m.id)`,
      [[goesOn.id, blocked.id, decided.id, leaves.id]],
    );
  const after = [
    { id: goesOn.id, valid_to: null, end_reason: null, title: '6.c', valid_from: '2027-09-01', repeats: false },
    { id: blocked.id, valid_to: null, end_reason: null, title: '5.b', valid_from: '2027-09-01', repeats: true },
    { id: decided.id, valid_to: null, end_reason: null, title: '6. B', valid_from: '2027-09-01', repeats: false },
    { id: leaves.id, valid_to: '2027-09-01', end_reason: 'completed-document', title: '9.a', valid_from: '2026-09-01', repeats: false },
  ];
  expect((await state()).map((row) => ({ ...row, title: (row as { title: string }).title.replace('6.b', '6. B') }))).toEqual(after);
  expect((await refusalOf(s.t.perform(applyRollover, { regNr, orderNr: '1-7/12' }, head))).code).toBe('rollover-applied');
  expect(await state()).toHaveLength(4);
});

test('before June there is only a proposal; a school that is late closes the year in September', async () => {
  const early = await schools({ now: '2027-05-20T10:00:00+03:00' });
  const regNr = early.regNrs[0]!;
  const child = await early.child();
  await early.t.perform(enrol, { regNr, code: child.code, family: child.family, programmeCode: BASIC, from: '2026-09-01', classId: await early.aClass(regNr, '5.a') }, early.secretary);
  await early.t.perform(propose, { regNr }, early.secretary);
  const head = await early.as('institution-head');
  expect((await refusalOf(early.t.perform(applyRollover, { regNr, orderNr: '1' }, head))).code).toBe('too-early');
  const on = (day: string) => ({ ...early.t.platform, clock: { now: () => new Date(`${day}T10:00:00+03:00`), today: () => isoDate(day) } });
  const closing = async (day: string) => (await perform(on(day), openYearEnd, { regNr }, { actor: head })).years.current;
  expect([await closing('2027-09-03'), await closing('2027-11-01')]).toEqual([2026, 2027]);
  await perform(on('2027-09-03'), propose, { regNr }, { actor: early.secretary });
  expect(await perform(on('2027-09-03'), applyRollover, { regNr, orderNr: '1' }, { actor: head })).toMatchObject({ classes: 1, moved: 1 });
  expect(await closing('2027-09-03')).toBe(2027);
  await early.t.close();
});

test('a class of another grade is refused beside the field with the ones that are possible; nobody is promoted after the last grade', async () => {
  const spring = await schools({ now: '2027-05-21T10:00:00+03:00' });
  const regNr = spring.regNrs[0]!;
  const into = async (classId: string) => {
    const child = await spring.child();
    return (await spring.t.perform(enrol, { regNr, code: child.code, family: child.family, programmeCode: BASIC, from: '2026-09-01', classId }, spring.secretary)).id;
  };
  const [one, nine] = [await spring.aClass(regNr, '1.a'), await spring.aClass(regNr, '9.a')];
  const [first, second, last] = [await into(one), await into(one), await into(nine)];
  await spring.t.perform(propose, { regNr }, spring.secretary);
  const decide = (membershipId: string, fate: string, toTitle = '') => spring.t.perform(decideFor, { regNr, membershipId, fate, toTitle }, spring.secretary);
  const refused = async (work: Promise<unknown>) => ((await refusalOf(work)) as InvalidInput).fields[0]!;
  expect(await refused(decide(first, 'promote', '12.z'))).toMatchObject({ field: 'toTitle', message: { lv: expect.stringContaining('Iespējamās: 2.a.') } });
  expect(await refused(decide(first, 'repeat', '2.a'))).toMatchObject({ field: 'toTitle', message: { lv: expect.stringContaining('Iespējamās: 1.a.') } });
  expect(await refused(decide(first, 'promote'))).toMatchObject({ field: 'toTitle' });
  expect(await refused(decide(last, 'promote', '10.a'))).toMatchObject({ field: 'fate' });
  await decide(first, 'promote', '2A');

  const look = () => spring.t.perform(openClassDecision, { regNr, classId: one, fate: 'promote', toTitle: '2.a' }, spring.secretary);
  const { plan } = await look();
  expect(plan!.changes.map(({ membershipId }) => membershipId)).toEqual([second]);
  expect((await spring.t.perform(openClassDecision, { regNr, classId: one, fate: 'promote', toTitle: '7.a' }, spring.secretary)).errors).toMatchObject([{ field: 'toTitle' }]);
  await decide(second, 'repeat', '1.a');
  const save = (seen: string) => spring.t.perform(decideForClass, { regNr, classId: one, fate: 'promote', toTitle: '2.a', seen }, spring.secretary);
  expect((await refusalOf(save(plan!.seen))).code).toBe('changed-since');
  expect((await save((await look()).plan!.seen)).changed).toHaveLength(1);
  const { lines } = await spring.t.perform(openYearEnd, { regNr }, spring.secretary);
  expect(lines.filter(({ fromClassId }) => fromClassId === one).map(({ fate, toTitle }) => [fate, toTitle])).toEqual([['promote', '2.a'], ['promote', '2.a']]);
  await spring.t.close();
});
