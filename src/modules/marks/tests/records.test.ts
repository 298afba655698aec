import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { demo } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { putSubject } from '../../education/actions/classes.js';
import { enrol } from '../../education/actions/enrol.js';
import { answerTransferOf, askForTransfer, viewTransfer } from '../../education/actions/transfers.js';
import { carryOutTransfers } from '../../education/jobs/carry-out-transfers.js';
import { keepPupils, seePupils } from '../../education/permissions.js';
import { BASIC, refusalOf, type Schools, schools, type Someone } from '../../education/tests/made-up-schools.js';
import { isoDate } from '#kernel/iso-date.js';
import type { Actor } from '#platform/actions/actor.js';
import { actorWith } from '#test/test-platform.js';
import { correctRecord } from '../actions/enter-record.js';
import { viewClassMarks } from '../actions/view-class.js';
import { viewOwnMarks, viewOwnRecord } from '../actions/own-marks.js';
import { viewPupilMarks } from '../actions/view-pupil.js';
import { correctMarks, enterMarks, seeMarks } from '../permissions.js';

const MATHS = 900018;
const SPORT = 900048;

let s: Schools;
let browser: ReturnType<typeof visitor>;
/** Secretary of the second school. */
let other: Actor;
let fifth: string;
let second: string;

beforeAll(async () => {
  s = await schools({ now: '2027-01-20T10:00:00+02:00' });
  browser = visitor(s.t, '198.51.100.41');
  await browser.signIn(demo('school-secretary').login, DEMO_PASSWORD);
  other = actorWith([seeMarks, enterMarks, correctMarks, seePupils, keepPupils], { everywhere: false, institutionIds: [s.institutions[1]!] });
  fifth = await s.aClass(s.regNrs[0]!, '5.a');
  second = await s.aClass(s.regNrs[0]!, '2.a');
  for (const subjectId of [MATHS, SPORT]) await s.t.perform(putSubject, { id: fifth, subjectId: String(subjectId) }, s.secretary);
});
afterAll(() => s.t.close());

async function pupilIn(classId: string): Promise<Someone & { membershipId: string }> {
  const child = await s.child();
  const { id } = await s.t.perform(enrol, { regNr: s.regNrs[0], code: child.code, family: child.family, programmeCode: BASIC, from: '2026-09-01', classId }, s.secretary);
  return { ...child, membershipId: id };
}

const pathOf = (kind: string, membershipId: string, item: number, period: string) => `/marks/records/${kind}/2026/${membershipId}/${item}/${period}`;
const post = (path: string, fields: Record<string, string>) => browser.send(`${path}?lang=lv`, fields);
const enter = (membershipId: string, value: string, period = 'S1', item = MATHS) => post(`${pathOf('mark', membershipId, item, period)}/enter`, { value });
const marksOf = (personId: string) => s.rows('select subject_id, period, value, state, channel from marks.mark where person_id = $1 order by subject_id, period', [personId]);

test('a mark is entered for who was in the class, and shown with its way', async () => {
  const pupil = await pupilIn(fifth);
  const done = await enter(pupil.membershipId, '7');
  expect(done.location).toBe(pathOf('mark', pupil.membershipId, MATHS, 'S1'));
  expect(await marksOf(pupil.id)).toEqual([{ subject_id: MATHS, period: 'S1', value: '7', state: 'confirmed', channel: 'manual' }]);
  const page = await browser.open(`${done.location}?lang=lv`);
  expect(page.body).toContain('Ieraksta ceļš');
  expect(page.body).toMatch(/Reģistrā: ievadīja skola \([^)]+\)/);
  expect(page.body).toContain('skola to nav norādījusi, tāpēc par lēmuma dienu pieņemta perioda pēdējā diena');
  expect((await browser.open(`/marks/classes/${fifth}?period=S1&lang=lv`)).body).toContain(pathOf('mark', pupil.membershipId, MATHS, 'S1'));
});

test('what is there is not overwritten but corrected with a reason, and what it was stays', async () => {
  const pupil = await pupilIn(fifth);
  await enter(pupil.membershipId, '7');
  const again = await enter(pupil.membershipId, '8');
  expect([again.status, again.body.includes('jau ir cita vērtība: 7')]).toEqual([422, true]);
  const without = await post(`${pathOf('mark', pupil.membershipId, MATHS, 'S1')}/correct`, { value: '8' });
  expect(without.status).toBe(422);
  const corrected = await post(`${pathOf('mark', pupil.membershipId, MATHS, 'S1')}/correct`, { value: '8', reason: 'Pārrakstīšanās kļūda', orderNr: '1-8/12' });
  expect(corrected.status).toBe(303);
  expect(await marksOf(pupil.id)).toMatchObject([{ value: '8' }]);
  const page = (await browser.open(`${pathOf('mark', pupil.membershipId, MATHS, 'S1')}?lang=lv`)).body;
  expect(page).toContain('Pārrakstīšanās kļūda');
  expect(page).toContain('1-8/12');
});

test('the same value with another day, or an absence with other days, is a correction too and not entered', async () => {
  const pupil = await pupilIn(fifth);
  await enter(pupil.membershipId, '7');
  const path = `${pathOf('mark', pupil.membershipId, MATHS, 'S1')}/enter`;
  const otherDay = await post(path, { value: '7', decidedOn: '2026-12-17' });
  expect([otherDay.status, otherDay.body.includes('Ieraksts 7 jau ir')]).toEqual([422, true]);
  expect((await post(path, { value: '7', language: 'de' })).status).toBe(422);
  expect((await enter(pupil.membershipId, '7')).status).toBe(303);
  expect(await s.rows('select decided_on, language from marks.mark where person_id = $1', [pupil.id])).toEqual([{ decided_on: null, language: null }]);
  const absence = (more: Record<string, string>) => post(`${pathOf('absence', pupil.membershipId, 0, 'M10')}/enter`, { justifiedLessons: '2', unjustifiedLessons: '1', ...more });
  expect((await absence({})).status).toBe(303);
  expect((await absence({ unjustifiedDays: '1' })).status).toBe(422);
  expect((await absence({ reasonGroup: 'slimiba' })).status).toBe(422);
  expect(await s.rows('select count(*)::int as n from marks.record_before where person_id = $1', [pupil.id])).toEqual([{ n: 0 }]);
});

test('a record taken back keeps its value in its history and may be entered anew', async () => {
  const pupil = await pupilIn(fifth);
  await enter(pupil.membershipId, '3');
  expect((await post(`${pathOf('mark', pupil.membershipId, MATHS, 'S1')}/withdraw`, { reason: 'Cits skolēns' })).status).toBe(303);
  expect(await marksOf(pupil.id)).toMatchObject([{ state: 'withdrawn' }]);
  expect((await enter(pupil.membershipId, '9')).status).toBe(303);
  expect(await marksOf(pupil.id)).toMatchObject([{ state: 'confirmed', value: '9' }]);
});

test('a mark of a period that has not opened is refused, and of a closed one taken by order alone', async () => {
  const pupil = await pupilIn(fifth);
  expect((await enter(pupil.membershipId, '7', 'YEAR')).body).toContain('atveras 20.05.2027.');
  await s.rows(`update education.deadline set corrections_until = '2027-01-19' where year = 2026 and matter = 'S1' and superseded_at is null`);
  expect((await enter(pupil.membershipId, '7')).body).toContain('slēgta kopš 19.01.2027.');
  const path = `${pathOf('mark', pupil.membershipId, MATHS, 'S1')}/correct`;
  expect((await post(path, { value: '7', reason: 'Vērtējums piešķirts vēlāk' })).body).toContain('norādiet rīkojuma numuru');
  expect((await post(path, { value: '7', reason: 'Vērtējums piešķirts vēlāk', orderNr: '2-1/5' })).status).toBe(303);
  const back = path.replace('/correct', '/withdraw');
  expect((await post(back, { reason: 'Cits skolēns' })).body).toContain('norādiet rīkojuma numuru');
  expect(await marksOf(pupil.id)).toMatchObject([{ state: 'confirmed' }]);
  expect((await post(back, { reason: 'Cits skolēns', orderNr: '2-1/6' })).status).toBe(303);
  await s.rows(`update education.deadline set corrections_until = '2027-08-31' where year = 2026 and matter = 'S1' and superseded_at is null`);
});

test('scenario 17.11: in grade 2 a mark is refused with the scale, and the level of an outcome is taken', async () => {
  const pupil = await pupilIn(second);
  expect((await enter(pupil.membershipId, '7')).body).toContain('vērtē katru sasniedzamo rezultātu');
  const [outcome] = await s.rows<{ id: number }>('select id from education.outcome where 2 between from_grade and to_grade order by id limit 1');
  const path = pathOf('outcome', pupil.membershipId, outcome!.id, 'S1');
  expect((await post(`${path}/enter`, { value: '7' })).status).toBe(422);
  expect((await post(`${path}/enter`, { value: 'A' })).status).toBe(303);
  expect(await s.rows('select value, scale from marks.outcome_mark where person_id = $1', [pupil.id])).toEqual([{ value: 'A', scale: 'STAP' }]);
});

test('a mark of who is exempt is taken with a warning', async () => {
  const pupil = await pupilIn(fifth);
  await s.rows(`insert into education.exemption (person_id, subject_id, basis, valid_from, recorded_at, recorded_by) values ($1, $2, 'Ārsta atzinums', '2026-09-01', now(), 'test')`, [pupil.id, SPORT]);
  const done = await enter(pupil.membershipId, '7', 'S1', SPORT);
  expect((await browser.open(`${done.location}?lang=lv`)).body).toContain('Izglītojamais no šī priekšmeta ir atbrīvots');
});

test('months of absences do not exceed their semester', async () => {
  const pupil = await pupilIn(fifth);
  const absence = (period: string, justifiedLessons: string, unjustifiedLessons: string) => post(`${pathOf('absence', pupil.membershipId, 0, period)}/enter`, { justifiedLessons, unjustifiedLessons });
  expect((await absence('S1', '6', '4')).status).toBe(303);
  expect((await absence('M09', '6', '2')).status).toBe(303);
  expect((await absence('M10', '2', '1')).body).toContain('mēnešu summa ir lielāka par semestri');
  expect((await absence('M10', '1', '1')).status).toBe(303);
  expect((await absence('M11', '', '1')).status).toBe(422);
});

test('scenario 17.1: a pupil who moved on 15 January has semester 1 at the old school, which the new one reads and cannot change; semester 2 is no longer the old one’s', async () => {
  const pupil = await pupilIn(fifth);
  const x = await s.aClass(s.regNrs[1]!, '5.x');
  await enter(pupil.membershipId, '6');
  const { id } = await s.t.perform(askForTransfer, { regNr: s.regNrs[1], code: pupil.code, family: pupil.family, programmeCode: BASIC, movesOn: '2027-01-15', classId: x }, actorWith([keepPupils], { everywhere: false, institutionIds: [s.institutions[1]!] }));
  const open = (await s.t.perform(viewTransfer, { id }, s.secretary)).openItems.map(({ words }) => words.lv);
  expect(open).toContain('1. semestris: nav ievadīts vērtējums – Sports un veselība');
  expect(open).toContain('Nav ievadīti kavējumi: septembris, oktobris, novembris, decembris');
  // What a nil report says of a month is entered.
  await post(`/marks/institutions/${s.regNrs[0]}/nil`, { year: '2026', period: 'M12' });
  expect((await s.t.perform(viewTransfer, { id }, s.secretary)).openItems.map(({ words }) => words.lv)).toContain('Nav ievadīti kavējumi: septembris, oktobris, novembris');
  await post(`/marks/institutions/${s.regNrs[0]}/nil/take-back`, { year: '2026', period: 'M12' });
  await s.t.perform(answerTransferOf, { id, answer: 'agreed', reason: '' }, s.secretary);
  await carryOutTransfers.run({ platform: { ...s.t.platform, clock: { now: () => new Date('2027-01-20T10:00:00+02:00'), today: () => isoDate('2027-01-20') } }, now: new Date('2027-01-20T10:00:00+02:00') }, {});
  // The old school may still enter semester 1, and no semester 2 or year.
  expect((await enter(pupil.membershipId, '5', 'S1', SPORT)).status).toBe(303);
  const late = await enter(pupil.membershipId, '5', 'S2');
  expect([late.status, late.body.includes('izglītojamais iestādes klasē nebija')]).toEqual([422, true]);
  // The new school sees what came along, read-only.
  const carried = await s.t.perform(viewClassMarks, { classId: x, period: 'S1' }, other, 'own-pupils');
  expect(carried.records.filter(({ personId }) => personId === pupil.id).map(({ item, value, institutionId }) => [item, value, institutionId])).toEqual([[MATHS, '6', s.institutions[0]], [SPORT, '5', s.institutions[0]]]);

  const address = { kind: 'mark', year: '2026', membershipId: pupil.membershipId, item: String(MATHS), period: 'S1' };
  expect((await refusalOf(s.t.perform(correctRecord, { ...address, value: '10', reason: 'Nav mūsu' }, other))).code).toBe('of-other-school');
  expect(await marksOf(pupil.id)).toMatchObject([{ value: '6' }, { value: '5' }]);
  // And the old school keeps its own, but sees nothing of the new.
  const [next] = await s.rows<{ id: string }>('select id from education.membership where person_id = $1 and superseded_at is null and valid_to is null', [pupil.id]);
  expect((await browser.open(`/marks/pupils/${next!.id}`)).status).toBe(404);
  expect((await browser.open(`/marks/pupils/${pupil.membershipId}`)).status).toBe(200);
});

test('another school, a municipality and strangers see nothing; the ministry only with a reason, which is logged with the child', async () => {
  const pupil = await pupilIn(fifth);
  await enter(pupil.membershipId, '7');
  expect((await refusalOf(s.t.perform(viewClassMarks, { classId: fifth }, other, 'own-pupils'))).code).toBe('no-such-class');
  expect((await refusalOf(s.t.perform(viewPupilMarks, { membershipId: pupil.membershipId }, other, 'own-pupils'))).code).toBe('no-such-pupil');
  expect((await visitor(s.t).open(`/marks/classes/${fifth}`)).status).not.toBe(200);
  const ministry = actorWith([seeMarks]);
  expect((await refusalOf(s.t.perform(viewPupilMarks, { membershipId: pupil.membershipId }, ministry))).code).toBe('invalid-input');
  expect((await s.t.perform(viewPupilMarks, { membershipId: pupil.membershipId }, ministry, 'data-quality')).records).toHaveLength(1);
  await expect.poll(() => s.rows(`select e.reason from audit.entry e join audit.about a on a.entry_id = e.id where a.person_id = $1 and e.action = 'marks.view-pupil'`, [pupil.id])).toEqual([{ reason: 'data-quality' }]);
});

test('a parent sees the own child’s marks and nobody else’s; a pupil sees the own', async () => {
  const [pupil, stranger] = [await pupilIn(fifth), await pupilIn(fifth)];
  await enter(pupil.membershipId, '7');
  await enter(stranger.membershipId, '4');
  const parent = await s.child('1985-03-03');
  await s.rows(`insert into persons.guardianship (child_id, guardian_id, kind, place, basis, valid_from, recorded_at, recorded_by) values ($1, $2, 'parent', '', 'Dzimšanas reģistrs', '2016-01-01', now(), 'test')`, [pupil.id, parent.id]);
  const mother = actorWith([], { everywhere: false }, parent.id);
  const own = await s.t.perform(viewOwnMarks, {}, mother);
  expect([own.person.id, own.records.map(({ value }) => value)]).toEqual([pupil.id, ['7']]);
  expect((await refusalOf(s.t.perform(viewOwnMarks, { person: stranger.id }, mother))).code).toBe('not-your-child');
  expect((await s.t.perform(viewOwnMarks, {}, actorWith([], { everywhere: false }, pupil.id))).records.map(({ personId }) => personId)).toEqual([pupil.id]);
  await post(`${pathOf('mark', pupil.membershipId, MATHS, 'S1')}/correct`, { value: '9', reason: 'Pārrakstīšanās kļūda' });
  const address = (who: { membershipId: string }) => ({ kind: 'mark', year: '2026', membershipId: who.membershipId, item: String(MATHS), period: 'S1' });
  const page = await s.t.perform(viewOwnRecord, address(pupil), mother);
  expect([page.record.value, page.before.map(({ value, reason }) => [value, reason]), page.mayEnter, page.names.size]).toEqual(['9', [['7', 'Pārrakstīšanās kļūda']], false, 0]);
  expect((await refusalOf(s.t.perform(viewOwnRecord, address(stranger), mother))).code).toBe('not-your-child');
  await s.rows(`update persons.guardianship set valid_to = '2027-01-20' where child_id = $1`, [pupil.id]);
  expect((await refusalOf(s.t.perform(viewOwnMarks, { person: pupil.id }, mother))).code).toBe('not-your-child');
});

test('scenario 17.12: a nil report is no silence, and is refused where there are unjustified absences', async () => {
  const pupil = await pupilIn(fifth);
  const nil = `/marks/institutions/${s.regNrs[0]}/nil`;
  expect((await post(nil, { year: '2026', period: 'M12' })).status).toBe(303);
  expect(await s.rows('select period from marks.nil_report where institution_id = $1', [s.institutions[0]])).toEqual([{ period: 'M12' }]);
  await post(`${pathOf('absence', pupil.membershipId, 0, 'M11')}/enter`, { justifiedLessons: '0', unjustifiedLessons: '3' });
  expect((await post(nil, { year: '2026', period: 'M11' })).status).not.toBe(303);
  expect((await post(nil, { year: '2026', period: 'M03' })).status).not.toBe(303);
  // January is not over on the 20th: whoever reports it now says that nothing more will come.
  expect((await post(nil, { year: '2026', period: 'M01' })).status).toBe(409);
  expect((await post(nil, { year: '2026', period: 'M01', nothingWillCome: 'yes' })).status).toBe(303);
  expect((await post(`${nil}/take-back`, { year: '2026', period: 'M01' })).status).toBe(303);
  const page = (await browser.open(`${nil}?year=2026&lang=lv`)).body;
  expect(page).toContain('Beidzas 31.01.2027.');
  expect(page).toContain('ziņots, ka nav');
  expect(page).toContain('nav ziņots');
  expect((await post(`${nil}/take-back`, { year: '2026', period: 'M12' })).status).toBe(303);
  expect(await s.rows('select period from marks.nil_report where institution_id = $1', [s.institutions[0]])).toEqual([]);
});

test('machines read the same by the same right and reason', async () => {
  const pupil = await pupilIn(fifth);
  await enter(pupil.membershipId, '10');
  const headers = { accept: 'application/json', cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  const get = (url: string, more: Record<string, string> = {}) => s.t.server.inject({ method: 'GET', url, headers: { ...headers, ...more } });
  expect((await get(`/api/marks/classes/${fifth}?period=S1`)).statusCode).toBe(422);
  const found = (await get(`/api/marks/pupils/${pupil.membershipId}`, { 'x-reason': 'own-pupils' })).json() as { records: { value: string; period: string }[] };
  expect(found.records).toMatchObject([{ value: '10', period: 'S1' }]);
  const whole = (await get(`/api/marks/classes/${fifth}?period=S1`, { 'x-reason': 'own-pupils' })).json() as { records: { membershipId: string }[]; dueOn: string };
  expect(whole.dueOn).toBe('2026-12-22');
  expect(whole.records.some(({ membershipId }) => membershipId === pupil.membershipId)).toBe(true);
});
