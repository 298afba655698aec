import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, type Someone } from '../../education/tests/made-up-schools.js';
import type { InvalidInput } from '#kernel/errors.js';
import type { Actor } from '#platform/actions/actor.js';
import { actorWith } from '#test/test-platform.js';
import { confirmSitting, openRegistration, registerPupils, withdraw } from '../actions/register.js';
import { openOtherForm, registerOther } from '../actions/register-others.js';
import { exportSitting, openSchoolSittings, viewSitting } from '../actions/view-sittings.js';
import { examWork } from '../actions/waiting-work.js';
import { viewEntry } from '../actions/entry-facts.js';
import { registerEntries, seeSittings } from '../permissions.js';
import { type ExamSchools, examSchools } from './exam-schools.js';

let s: ExamSchools;
let pupils: Someone[];

beforeAll(async () => {
  s = await examSchools();
  pupils = [await s.pupil(), await s.pupil(), await s.pupil()];
});
afterAll(() => s.t.close());

const fieldsOf = async (work: Promise<unknown>) => ((await refusalOf(work)) as InvalidInput).fields.map(({ field }) => field);

test('a school registers its grade 9 without applications, and the confirmed get codes from the school’s own series, in a row', async () => {
  const sitting = await s.sittingOf('MAT09', pupils);
  const { entries, counts } = await s.t.perform(viewSitting, { id: sitting }, s.superuser, 'own-pupils');
  const codes = entries.map(({ candidateCode }) => candidateCode!).sort();
  expect(codes.every((code) => /^\d{12}$/.test(code) && code.startsWith(codes[0]!.slice(0, 4)))).toBe(true);
  expect(codes.map((code) => Number(code.slice(4)))).toEqual([1, 2, 3]);
  expect(counts).toMatchObject({ registered: 3, takers: 3, applied: 0, unconfirmed: 0, unmarked: 3 });
  const again = await s.sittingOf('LAT09', pupils);
  const same = (await s.t.perform(viewSitting, { id: again }, s.superuser, 'own-pupils')).entries.map(({ candidateCode }) => candidateCode!).sort();
  expect(same).toEqual(codes);
});

test('who is registered is not offered again, and the database lets nobody be registered twice for an event', async () => {
  const eventId = await s.eventOf('MAT09');
  expect((await s.t.perform(openRegistration, { regNr: s.regNrs[0], eventId }, s.superuser)).pupils).toEqual([]);
  expect(await fieldsOf(s.t.perform(registerPupils, { regNr: s.regNrs[0], eventId, persons: [pupils[0]!.id] }, s.superuser))).toEqual(['persons']);
  await expect(
    s.rows(`insert into exams.entry select uuidv7(), e.sitting_id, e.event_id, e.exam_id, e.term, e.person_id, e.class_title, e.origin, e.applied_on, 'registered', null, null, null, null, now(), 'x', now(), 'x', '' from exams.entry e where e.person_id = $1`, [pupils[0]!.id]),
  ).rejects.toMatchObject({ constraint: 'one_entry_for_an_event' });
});

test('after the last day of changes the school is refused with that day, and the agency is not', async () => {
  const late = await s.pupil();
  const input = { regNr: s.regNrs[0], eventId: await s.eventOf('MAT09'), persons: [late.id] };
  expect((await refusalOf(s.on('2026-03-17', registerPupils, input, s.superuser)) as InvalidInput).fields[0]!.message.lv).toContain('16.03.2026.');
  expect((await s.on('2026-03-17', registerPupils, input, s.manager)).entries).toBe(1);
});

test('secondary school applies: a day is needed, no later than the deadline of the session', async () => {
  const pupil = await s.pupil();
  // The basic programme of the tests has no grade 12.
  await s.rows(`update education.class set grade = 12 where id = $1`, [s.ninth]);
  try {
    const input = { regNr: s.regNrs[0], eventId: await s.eventOf('ANGOL'), persons: [pupil.id] };
    expect(await fieldsOf(s.t.perform(registerPupils, input, s.superuser))).toEqual(['appliedOn']);
    expect((await refusalOf(s.t.perform(registerPupils, { ...input, appliedOn: '2026-01-16' }, s.superuser)) as InvalidInput).fields[0]!.message.lv).toContain('15.01.2026.');
    const { clock } = s.t.platform;
    const waiting = async (actor: Actor) => {
      const found = await examWork[0]!.count({ tx: s.t.database.read, actor, scope: actor.scopes.get(registerEntries.name)!, today: clock.today(), now: clock.now(), installation: s.t.platform.installation });
      return typeof found === 'number' ? found : found.count;
    };
    const before = await waiting(s.superuser);
    const { sittingId } = await s.t.perform(registerPupils, { ...input, appliedOn: '2026-01-15' }, s.superuser);
    expect([await waiting(s.superuser), await waiting(s.otherSuperuser)]).toEqual([before + 1, 0]);
    expect(await s.onTab(sittingId, 'applied')).toEqual([pupil.family]);
    expect(await s.onTab(sittingId, 'takers')).toEqual([]);
    await s.t.perform(confirmSitting, { id: sittingId }, s.superuser);
    expect(await s.onTab(sittingId, 'takers')).toEqual([pupil.family]);
  } finally {
    await s.rows(`update education.class set grade = 9 where id = $1`, [s.ninth]);
  }
});

test('who is taken off the list stays readable with the reason, and may be registered again under the same code', async () => {
  const pupil = await s.pupil();
  const sitting = await s.sittingOf('LAT09', [pupil]);
  const id = await s.entryOf(sitting, pupil);
  const before = (await s.t.perform(viewEntry, { id }, s.superuser, 'own-pupils')).entry.candidateCode;
  expect(await fieldsOf(s.t.perform(withdraw, { id, why: '' }, s.superuser))).toEqual(['why']);
  await s.t.perform(withdraw, { id, why: 'Pārcēlās uz citu valsti' }, s.superuser);
  expect((await s.t.perform(viewEntry, { id }, s.superuser, 'own-pupils')).entry).toMatchObject({ state: 'withdrawn', withdrawnWhy: 'Pārcēlās uz citu valsti' });
  await s.sittingOf('LAT09', [pupil]);
  expect((await s.t.perform(viewEntry, { id: await s.entryOf(sitting, pupil) }, s.superuser, 'own-pupils')).entry.candidateCode).toBe(before);
});

test('another school sees neither the sitting, nor a candidate, nor the file; who does not hold the right to codes gets none anywhere', async () => {
  const sitting = await s.sittingOf('MAT09', [await s.pupil()]);
  const [first] = (await s.t.perform(viewSitting, { id: sitting }, s.superuser, 'own-pupils')).entries;
  const attempts = [
    () => s.t.perform(viewSitting, { id: sitting }, s.otherSuperuser, 'own-pupils'),
    () => s.t.perform(viewEntry, { id: first!.id }, s.otherSuperuser, 'own-pupils'),
    () => s.t.perform(exportSitting, { id: sitting, format: 'csv' }, s.otherSuperuser, 'own-pupils'),
    () => s.t.perform(confirmSitting, { id: sitting }, s.otherSuperuser),
    () => s.t.perform(openSchoolSittings, { regNr: s.regNrs[0] }, s.otherSuperuser),
  ];
  for (const attempt of attempts) expect((await refusalOf(attempt())).status).toBe(404);
  const specialist = actorWith([seeSittings], { everywhere: false, institutionIds: [s.institutions[0]!] });
  const codesOf = async (actor: typeof specialist) => {
    const rows: (string | null)[] = [];
    for await (const row of (await s.t.perform(exportSitting, { id: sitting, format: 'csv' }, actor, 'education')).rows) rows.push(row.personCode);
    return [...new Set([...rows, ...(await s.t.perform(viewSitting, { id: sitting }, actor, 'education')).entries.map(({ personCode }) => personCode)].map((code) => code === null))];
  };
  expect([await codesOf(specialist), await codesOf(s.superuser)]).toEqual([[true], [false]]);
});

test('a look needs a reason and is logged with everybody shown', async () => {
  const sitting = await s.sittingOf('MAT09', [await s.pupil()]);
  expect(await fieldsOf(s.t.perform(viewSitting, { id: sitting }, s.superuser))).toEqual(['reason']);
  const { entries } = await s.t.perform(viewSitting, { id: sitting }, s.manager, 'education');
  const logged = () => s.rows<{ subjects: string[]; reason: string }>(`select subjects, reason from audit.entry where action = 'exams.view-sitting' and reason = 'education' order by at desc limit 1`);
  await expect.poll(async () => [...((await logged())[0]?.subjects ?? [])].sort()).toEqual(entries.map(({ personId }) => personId).sort());
});

test('the table is paged by a row’s identity and sorted by what was asked, each row once', async () => {
  const sitting = await s.sittingOf('LAT09', await Promise.all(Array.from({ length: 3 }, () => s.pupil())));
  const view = async (more: object) => (await s.t.perform(viewSitting, { id: sitting, ...more }, s.superuser, 'own-pupils')).entries;
  const all = await view({ sort: 'code' });
  expect(all.map(({ candidateCode }) => candidateCode)).toEqual(all.map(({ candidateCode }) => candidateCode).sort());
  expect((await view({ sort: 'code', order: 'desc' })).map(({ id }) => id)).toEqual(all.map(({ id }) => id).reverse());
  expect((await view({ sort: 'code', after: all[1]!.id })).map(({ id }) => id)).toEqual(all.slice(2).map(({ id }) => id));
});

test('an extern is entered by the school of the grade with what lets them, stands in the table without a class, and gets a code; a pupil of the grade is not', async () => {
  const eventId = await s.eventOf('MAT09');
  const [extern, pupil] = [await s.child('2004-03-03'), await s.pupil()];
  const input = (who: Someone, more: object = {}) => ({ regNr: s.regNrs[0], eventId, candidateAs: 'extern', code: who.code, family: who.family, letBy: 'Rīkojums 1-8/7', appliedOn: '2026-01-10', ...more });
  const refused = (...[who, more, actor = s.superuser]: [Someone, object?, Actor?]) => fieldsOf(s.t.perform(registerOther, input(who, more), actor));
  expect(await refused(pupil)).toEqual(['code']);
  expect(await refused(extern, { family: 'Citāds' })).toEqual(['code']);
  expect(await refused(extern, { letBy: '' })).toEqual(['letBy']);
  expect(await refused(extern, { appliedOn: '2026-02-11' })).toEqual(['appliedOn']);
  expect(await refused(extern, { candidateAs: 'former graduate' }, s.manager)).toEqual(['candidateAs']);
  expect((await refusalOf(s.t.perform(registerOther, input(extern), s.otherSuperuser))).status).toBe(404);
  const { sittingId } = await s.t.perform(registerOther, input(extern), s.superuser);
  await expect(s.t.perform(registerOther, input(extern), s.superuser)).rejects.toMatchObject({ status: 409 });
  await s.t.perform(confirmSitting, { id: sittingId }, s.superuser);
  const { entries } = await s.t.perform(viewSitting, { id: sittingId, tab: 'takers' }, s.superuser, 'own-pupils');
  expect(entries.find(({ personId }) => personId === extern.id)).toMatchObject({ candidateAs: 'extern', classTitle: '', origin: 'application', state: 'confirmed', candidateCode: expect.stringMatching(/^\d{12}$/) });
  expect((await s.t.perform(viewEntry, { id: await s.entryOf(sittingId, extern) }, s.superuser, 'own-pupils')).entry.letBy).toBe('Rīkojums 1-8/7');
});

test('a graduate of an earlier year is entered for secondary school by a university or the agency, and by a school only while the number in force says so', async () => {
  const eventId = await s.eventOf('MATOL');
  const graduate = await s.child('2003-03-03');
  const input = { regNr: s.regNrs[0], eventId, candidateAs: 'former graduate', code: graduate.code, family: graduate.family, letBy: 'Atestāts AV 1', appliedOn: '2026-01-10' };
  const kinds = async (actor: Actor) => (await s.t.perform(openOtherForm, { regNr: s.regNrs[0], eventId }, actor)).kinds;
  const itBecomesAUniversity = () => s.rows(`insert into institutions.standing (institution_id, type, legal_status, subordination, basis, valid_from, recorded_at, recorded_by)
    select $1, (select code from institutions.type where kind = 'higher' limit 1), (select code from institutions.legal_status_kind limit 1), (select code from institutions.subordination limit 1), 'x', '2020-01-01', now(), 'test'`, [s.institutions[0]]);
  expect([await kinds(s.superuser), await kinds(s.manager)]).toEqual([[], ['extern', 'former graduate']]);
  expect(await fieldsOf(s.t.perform(registerOther, input, s.superuser))).toEqual(['candidateAs']);
  await s.rows(`update education.class set grade = 12 where id = $1`, [s.ninth]);
  expect(await kinds(s.superuser)).toEqual(['extern']);
  await s.rows(`update exams.parameter set numbers = '{1}' where name = 'graduates-at-schools'`);
  expect(await kinds(s.superuser)).toEqual(['extern', 'former graduate']);
  await s.rows(`update exams.parameter set numbers = '{0}' where name = 'graduates-at-schools'`);
  await s.rows(`update education.class set grade = 9 where id = $1`, [s.ninth]);
  await itBecomesAUniversity();
  expect(await kinds(s.superuser)).toEqual(['former graduate']);
  expect((await s.t.perform(openSchoolSittings, { regNr: s.regNrs[0], year: '2025' }, s.superuser)).events.map(({ code }) => code)).toContain('MATOL');
  const { sittingId } = await s.t.perform(registerOther, input, s.superuser);
  expect(await s.onTab(sittingId, 'applied')).toEqual([graduate.family]);
});
