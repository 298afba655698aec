import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InvalidInput } from '#kernel/errors.js';
import { addPromotionRules } from '../actions/contributed.js';
import { enrol } from '../actions/enrol.js';
import { placeInClass } from '../actions/memberships.js';
import { applyRollover, openYearEnd, propose } from '../actions/rollover.js';
import { decideFor, decideForClass, openClassDecision } from '../actions/rollover-decisions.js';
import { BASIC, refusalOf, type Schools, schools } from './made-up-schools.js';

let s: Schools;
beforeAll(async () => {
  s = await schools({ now: '2027-06-10T10:00:00+03:00' });
});
afterAll(() => s.t.close());

test('a school is moved in one reviewed step: next class, repeaters, leavers and groups; done twice it changes nothing', async () => {
  const regNr = s.regNrs[0]!;
  const [five, nine] = [await s.aClass(regNr, '5.b'), await s.aClass(regNr, '9.a')];
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
  expect(await s.t.perform(applyRollover, { regNr, orderNr: '1-7/12' }, head)).toMatchObject({ classes: 2, groups: 1, moved: 2, left: 1 });
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

test('before June there is only a proposal', async () => {
  const early = await schools({ now: '2027-05-20T10:00:00+03:00' });
  await early.t.perform(propose, { regNr: early.regNrs[0] }, early.secretary);
  expect((await refusalOf(early.t.perform(applyRollover, { regNr: early.regNrs[0], orderNr: '1' }, await early.as('institution-head')))).code).toBe('too-early');
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
