import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPromotionRules } from '../actions/contributed.js';
import { enrol } from '../actions/enrol.js';
import { applyRollover, decideFor, openYearEnd, propose } from '../actions/rollover.js';
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
  addPromotionRules('test', () => Promise.resolve(new Map([[blocked.id, [{ rule: 'MK 11 25.2', words: { lv: 'zem 4', en: 'below 4' }, subjects: ['Fizika'] }]]])));
  await s.t.perform(propose, { regNr }, s.secretary);
  const head = await s.as('institution-head');
  const { lines } = await s.t.perform(openYearEnd, { regNr }, head);
  const of = (id: string) => lines.find((line) => line.membershipId === id);
  expect(of(goesOn.id)).toMatchObject({ fate: 'promote', toTitle: '6.b', blockedBy: '' });
  expect(of(blocked.id)).toMatchObject({ fate: 'repeat', toTitle: '5.b', blockedBy: 'MK 11 25.2: zem 4, Fizika' });
  expect(of(leaves.id)).toMatchObject({ fate: 'leave', toTitle: null });
  await s.t.perform(decideFor, { regNr, membershipId: decided.id, fate: 'promote', toTitle: '6. B' }, s.secretary);
  expect((await refusalOf(s.t.perform(applyRollover, { regNr, orderNr: '1' }, s.secretary))).code).toBe('no-right');
  expect(await s.t.perform(applyRollover, { regNr, orderNr: '1-7/12' }, head)).toMatchObject({ classes: 2, groups: 1, moved: 3, left: 1 });
  const state = () =>
    s.rows(
      `select m.id, m.valid_to, m.end_reason, c.title, l.valid_from, l.repeats from education.membership m join education.placement l on l.membership_id = m.id and l.superseded_at is null and l.valid_to is not distinct from m.valid_to
       join education.class c on c.id = l.class_id where m.superseded_at is null and m.id = any($1::uuid[]) order by array_position($1::uuid[], m.id)`,
      [[goesOn.id, blocked.id, decided.id, leaves.id]],
    );
  const after = [
    { id: goesOn.id, valid_to: null, end_reason: null, title: '6. B', valid_from: '2027-09-01', repeats: false },
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
