import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InvalidInput } from '#kernel/errors.js';
import { isoDate } from '#kernel/iso-date.js';
import { enrolCandidates } from '../actions/candidates.js';
import { enrol } from '../actions/enrol.js';
import { correctMembershipOf, endMembershipOf, placeInClass, reopen, withdraw } from '../actions/memberships.js';
import { viewClass } from '../actions/classes.js';
import { withdrawPlacement } from '../actions/withdraw-placement.js';
import { viewPupil } from '../actions/pupils.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { listNearestMemberships } from '../store/ask.js';
import { listStatuses } from '../store/status.js';
import { BASIC, refusalOf, type Schools, schools, type Someone } from './made-up-schools.js';

let s: Schools;
beforeAll(async () => {
  s = await schools();
});
afterAll(() => s.t.close());

const enrolled = async (who: Someone, more: object = {}) =>
  s.t.perform(enrol, { regNr: s.regNrs[0], code: who.code, family: who.family, programmeCode: BASIC, from: '2026-09-01', ...more }, s.secretary);

const fieldOf = (error: unknown) => (error instanceof InvalidInput ? error.fields[0]!.field : `${String(error)}`);

test('a pupil is enrolled by code and family name, and placed', async () => {
  const [child, a, b] = [await s.child(), await s.aClass(s.regNrs[0]!, '5.a'), await s.aClass(s.regNrs[0]!, '5.b')];
  const { id } = await enrolled(child, { classId: a });
  await s.t.perform(placeInClass, { id, classId: b, from: '2026-11-02' }, s.secretary);
  const placements = await s.rows<{ class_id: string; valid_from: string; valid_to: string | null }>('select class_id, valid_from, valid_to from education.placement where membership_id = $1 and superseded_at is null order by valid_from', [id]);
  expect(placements).toEqual([
    { class_id: a, valid_from: '2026-09-01', valid_to: '2026-11-02' },
    { class_id: b, valid_from: '2026-11-02', valid_to: null },
  ]);
  const card = await s.t.perform(viewPupil, { id: child.id }, s.secretary, 'own-pupils');
  expect(card.placements.filter((one) => one.supersededAt)).toHaveLength(1);
});

test('a class of another grade or kind is taken only when it is named once more; a mistake taken back leaves the class as it was, with its first day', async () => {
  const [child, five, nine] = [await s.child(), await s.aClass(s.regNrs[0]!, '5.c'), await s.aClass(s.regNrs[0]!, '9.d')];
  const [group] = await s.rows<{ id: string }>(
    `insert into education.class (year, institution_id, kind, title, title_key, programme_code, recorded_at, recorded_by) values (2026, $1, 'preschool', 'Zvaniņš', 'ZVANINS', '01011111', now(), 'test') returning id`, [s.institutions[0]]);
  const { id } = await enrolled(child, { classId: five });
  const move = (classId: string, confirmed = '') => s.t.perform(placeInClass, { id, classId, from: '2026-11-02', confirmed }, s.secretary);
  for (const [classId, other] of [[group!.id, nine], [nine, group!.id]] as const) {
    expect(fieldOf(await refusalOf(move(classId)))).toBe('confirmed');
    expect(fieldOf(await refusalOf(move(classId, other)))).toBe('confirmed');
  }
  await move(group!.id, group!.id);
  await move(nine, nine);
  const placements = () => s.rows<{ id: string; class_id: string; valid_from: string; valid_to: string | null }>('select id, class_id, valid_from, valid_to from education.placement where membership_id = $1 and superseded_at is null order by valid_from', [id]);
  const [, wrong] = await placements();
  expect(wrong).toMatchObject({ class_id: nine });
  const back = (actor = s.secretary) => s.t.perform(withdrawPlacement, { id: wrong!.id, why: 'Kļūda' }, actor);
  expect((await refusalOf(back(s.other))).code).toBe('no-such-membership');
  await back();
  expect(await placements()).toMatchObject([{ class_id: five, valid_from: '2026-09-01', valid_to: null }]);
  expect((await refusalOf(back())).code).toBe('no-such-placement');
  const list = await s.t.perform(viewClass, { id: five, on: '2026-11-20' }, s.secretary, 'own-pupils');
  expect(list.pupils.find(({ personId }) => personId === child.id)).toMatchObject({ validFrom: '2026-09-01' });
  const card = await s.t.perform(viewPupil, { id: child.id }, s.secretary, 'own-pupils');
  expect(card.placements.some((one) => one.supersededAt !== null && one.classId === nine)).toBe(true);
});

test('a class that was planned for later comes back when the one that pushed it away is taken back', async () => {
  const [child, before, later, wrong] = [await s.child(), await s.aClass(s.regNrs[0]!, '6.v'), await s.aClass(s.regNrs[0]!, '6.w'), await s.aClass(s.regNrs[0]!, '6.x')];
  const { id } = await enrolled(child, { classId: before });
  const move = (classId: string, from: string) => s.t.perform(placeInClass, { id, classId, from }, s.secretary);
  const placements = () => s.rows<{ id: string; class_id: string; valid_from: string; valid_to: string | null }>('select id, class_id, valid_from, valid_to from education.placement where membership_id = $1 and superseded_at is null order by valid_from', [id]);
  await move(later, '2027-01-11');
  await move(wrong, '2026-11-02');
  expect(await placements()).toMatchObject([{ class_id: before, valid_to: '2026-11-02' }, { class_id: wrong, valid_to: null }]);
  await s.t.perform(withdrawPlacement, { id: (await placements())[1]!.id, why: 'Kļūda' }, s.secretary);
  expect(await placements()).toMatchObject([
    { class_id: before, valid_from: '2026-09-01', valid_to: '2027-01-11' },
    { class_id: later, valid_from: '2027-01-11', valid_to: null },
  ]);
});

test('nobody is created: an unknown code, and a code with another name, are refused alike', async () => {
  const child = await s.child();
  const [unknown, misnamed] = [await refusalOf(enrolled({ ...child, code: '45059999999' })), await refusalOf(enrolled({ ...child, family: 'Citskis' }))];
  expect(fieldOf(unknown)).toBe('code');
  expect(misnamed.message).toBe(unknown.message);
  expect(unknown.message).toContain('do not belong together');
});

test('who is named without a code is told about the names and the day, never about a code; what is wrong with a code is said of the code', async () => {
  const child = await s.child('2016-05-09');
  const without = { code: '', given: 'Anna', bornOn: '2016-05-09' };
  const named = (await refusalOf(enrolled(child, without))) as InvalidInput;
  expect(named.fields).toMatchObject([{ field: 'given', message: { lv: expect.stringContaining('Bez Latvijas personas koda') } }]);
  const wordsOf = async (code: string) => ((await refusalOf(enrolled({ ...child, code }))) as InvalidInput).fields[0]!.message.lv;
  expect(await wordsOf('123')).toContain('11 cipari');
  expect(await wordsOf('310275-19997')).toContain('nav derīga dzimšanas diena');
  expect(await wordsOf('161175-19991')).toContain('pēdējais cipars');
});

test('a pupil without a Latvian code gets a number of the institution that cannot be taken for a code', async () => {
  const child = await s.child('2016-01-02', false);
  const { personId } = await enrolled(child, { given: 'Anna', bornOn: '2016-01-02' });
  const [row] = await s.rows<{ number: string }>('select number from education.learner_number where person_id = $1', [personId]);
  expect(row!.number).toMatch(/^IZ-2026-\d{4}$/);
});

test('two without a code enrolled at once get numbers of their own, and so does a candidate', async () => {
  const children = await Promise.all(['2016-02-01', '2016-02-02', '2016-02-03', '2016-02-04'].map((day) => s.child(day, false)));
  const [candidate, ...others] = children;
  await s.rows(`insert into education.candidate (person_id, institution_id, year, programme_code, state, applied_on, recorded_at, recorded_by) values ($1, $2, 2026, $3, 'candidate', '2026-05-01', now(), 'test')`, [candidate!.id, s.institutions[0], BASIC]);
  const [row] = await s.rows<{ id: string }>('select id from education.candidate where person_id = $1', [candidate!.id]);
  await Promise.all([
    ...others.map((child, at) => enrolled(child, { given: 'Anna', bornOn: `2016-02-0${at + 2}` })),
    s.t.perform(enrolCandidates, { regNr: s.regNrs[0], year: '2026', chosen: [row!.id] }, s.secretary),
  ]);
  const numbers = await s.rows<{ number: string }>('select number from education.learner_number where person_id = any($1::uuid[])', [children.map(({ id }) => id)]);
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(4);
});

test('a second main membership is refused with the name of the other school; one beside it is not', async () => {
  const child = await s.child();
  await enrolled(child);
  const refused = await refusalOf(s.t.perform(enrol, { regNr: s.regNrs[1], code: child.code, family: child.family, programmeCode: BASIC, from: '2026-10-01' }, s.other));
  expect(refused.message).toContain('Izdomātā');
  await s.t.perform(enrol, { regNr: s.regNrs[1], code: child.code, family: child.family, programmeCode: BASIC, from: '2026-10-01', beside: 'yes' }, s.other);
});

test('enrolment needs a licence on the day', async () => {
  const child = await s.child();
  expect(fieldOf(await refusalOf(enrolled(child, { programmeCode: '31016011' })))).toBe('programmeCode');
});

test('an ending needs a precise reason, and a comment where the reason says so', async () => {
  const child = await s.child();
  const { id } = await enrolled(child, { classId: await s.aClass(s.regNrs[0]!, '6.a') });
  const end = (more: object) => s.t.perform(endMembershipOf, { id, lastDay: '2026-11-20', ...more }, s.secretary);
  expect(fieldOf(await refusalOf(end({ reason: 'moved' })))).toBe('reason');
  expect(fieldOf(await refusalOf(end({ reason: 'other' })))).toBe('comment');
  expect(fieldOf(await refusalOf(end({ reason: 'abroad-family', lastDay: '2026-08-01' })))).toBe('lastDay');
  await end({ reason: 'other', comment: 'Tiesas lēmums' });
  expect(await s.rows('select valid_to from education.placement where membership_id = $1 and superseded_at is null', [id])).toEqual([{ valid_to: '2026-11-21' }]);
  expect((await listStatuses(s.t.database.read, [{ code: null, id: child.id, day: isoDate('2026-11-20') }], EVERYWHERE))[0]).toEqual({ personId: child.id, isLearner: true, level: 'basic', form: 'full-time', validTo: '2026-11-21' });
  expect((await listStatuses(s.t.database.read, [{ code: child.code, id: null, day: isoDate('2026-11-21') }], EVERYWHERE))[0]).toMatchObject({ isLearner: false });
});

test('an ending taken back leaves what was believed, the same identity and the class', async () => {
  const child = await s.child();
  const { id } = await enrolled(child, { classId: await s.aClass(s.regNrs[0]!, '7.a') });
  await s.t.perform(endMembershipOf, { id, lastDay: '2026-11-20', reason: 'abroad-family' }, s.secretary);
  await s.t.perform(reopen, { id, why: 'Ģimene atgriezās' }, s.secretary);
  expect(await s.rows('select id, valid_to, end_reason from education.membership where person_id = $1 and superseded_at is null', [child.id])).toEqual([{ id, valid_to: null, end_reason: null }]);
  expect(await s.rows('select end_reason from education.membership where person_id = $1 and superseded_at is not null order by recorded_at, end_reason', [child.id])).toHaveLength(2);
  expect(await s.rows('select valid_to from education.placement where membership_id = $1 and superseded_at is null', [id])).toEqual([{ valid_to: null }]);
});

test('a corrected first day moves the class along; a withdrawn membership is nobody’s', async () => {
  const child = await s.child();
  const { id } = await enrolled(child, { classId: await s.aClass(s.regNrs[0]!, '8.a') });
  await s.t.perform(correctMembershipOf, { id, from: '2026-09-07', form: 'full-time', why: 'Sāka vēlāk' }, s.secretary);
  expect(await s.rows('select valid_from from education.placement where membership_id = $1 and superseded_at is null', [id])).toEqual([{ valid_from: '2026-09-07' }]);
  await s.t.perform(withdraw, { id, why: 'Cits bērns' }, s.secretary);
  expect(await listNearestMemberships(s.t.database.read, child.id, s.institutions[0]!, isoDate('2026-10-01'))).toEqual([]);
  expect((await refusalOf(s.t.perform(placeInClass, { id, classId: await s.aClass(s.regNrs[0]!, '8.b'), from: '2026-10-01' }, s.secretary))).code).toBe('no-such-membership');
});

test('another school sees neither the card nor the membership', async () => {
  const child = await s.child();
  const { id } = await enrolled(child);
  expect((await refusalOf(s.t.perform(viewPupil, { id: child.id }, s.other, 'own-pupils'))).code).toBe('no-such-pupil');
  expect((await refusalOf(s.t.perform(endMembershipOf, { id, lastDay: '2026-11-20', reason: 'abroad-family' }, s.other))).code).toBe('no-such-membership');
});

test('each look at a card is logged with its reason, and none is had without one', async () => {
  const child = await s.child();
  await enrolled(child);
  expect(fieldOf(await refusalOf(s.t.perform(viewPupil, { id: child.id }, s.secretary)))).toBe('reason');
  await s.t.perform(viewPupil, { id: child.id }, s.secretary, 'own-pupils');
  await expect.poll(() => s.rows(`select e.reason from audit.entry e join audit.about a on a.entry_id = e.id where a.person_id = $1 and e.action = 'education.view-pupil'`, [child.id])).toEqual([{ reason: 'own-pupils' }]);
});

test('whatever moves between classes are made, a pupil is in exactly one class on each day of the membership', async () => {
  const classes = await Promise.all(['9.a', '9.b', '9.c'].map((title) => s.aClass(s.regNrs[0]!, title)));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.nat(2)), { minLength: 1, maxLength: 6 }), async (moves) => {
      const { id } = await enrolled(await s.child(), { classId: classes[0] });
      for (const [day, to] of moves) {
        const from = new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10);
        await s.t.perform(placeInClass, { id, classId: classes[to], from }, s.secretary).catch((error: unknown) => expect(fieldOf(error)).toBe('classId'));
      }
      const [whole] = await s.rows<{ whole: boolean }>(
        `select range_agg(daterange(valid_from, valid_to)) = '{[2026-09-01,)}' as whole from education.placement where membership_id = $1 and superseded_at is null`, [id]);
      expect(whole!.whole).toBe(true);
    }),
    { numRuns: 8 },
  );
});
