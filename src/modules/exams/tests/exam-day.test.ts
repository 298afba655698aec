import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, type Someone } from '../../education/tests/made-up-schools.js';
import type { InvalidInput } from '#kernel/errors.js';
import type { Actor } from '#platform/actions/actor.js';
import { actorWith } from '#test/test-platform.js';
import { annulEntry, recordFact, takeBack, viewEntry } from '../actions/entry-facts.js';
import { addRoom, approveProtocol, markAttendance, openAttendance, returnProtocol, seatEverybody, submitProtocol, viewProtocol } from '../actions/exam-day.js';
import { registerPupils, withdraw } from '../actions/register.js';
import { viewSitting } from '../actions/view-sittings.js';
import { approveProtocols, leadExams, seeSittings } from '../permissions.js';
import { EXAM_DAY, type ExamSchools, examSchools, waitsOf } from './exam-schools.js';

let s: ExamSchools;
let head: Actor;
const ORDER = { documentNr: '1-9/7', documentDate: '2026-02-02' };

beforeAll(async () => {
  s = await examSchools();
  const scope = { everywhere: false, institutionIds: [s.institutions[0]!] };
  head = { ...actorWith([seeSittings, approveProtocols, leadExams], scope), id: '00000000-0000-7000-8000-0000000000e3' };
});
afterAll(() => s.t.close());

const fieldsOf = async (work: Promise<unknown>) => ((await refusalOf(work)) as InvalidInput).fields.map(({ field }) => field);
const refused = async (work: Promise<unknown>) => (await refusalOf(work)).code;
const record = (id: string, kind: string, more: object) => s.t.perform(recordFact, { id, kind, ...ORDER, ...more }, s.superuser);
const exempt = (id: string, parts?: number[]) => record(id, 'exempt', { ground: 'specialist-opinion', parts });
const mark = (id: string, marks: object[], rest = false, day = EXAM_DAY) => s.on(day, markAttendance, { id, marks, rest }, s.superuser);

async function sittingWith(count: number, code = 'MAT09'): Promise<{ id: string; pupils: Someone[]; entries: string[] }> {
  const pupils: Someone[] = [];
  for (let n = 0; n < count; n += 1) pupils.push(await s.pupil());
  const id = await s.sittingOf(code, pupils);
  return { id, pupils, entries: await Promise.all(pupils.map((pupil) => s.entryOf(id, pupil))) };
}

test('who is wholly exempt is no candidate any more, who is exempt from a part still is; a ground outside the classes is refused', async () => {
  const { id, pupils, entries } = await sittingWith(3, 'LAT09');
  expect(await fieldsOf(record(entries[0]!, 'exempt', { ground: 'slimība' }))).toEqual(['ground']);
  expect(await fieldsOf(record(entries[0]!, 'exempt', { ground: 'specialist-opinion', documentNr: '' }))).toEqual(['documentNr']);
  await exempt(entries[0]!);
  await exempt(entries[1]!, [5]);
  expect(new Set(await s.onTab(id, 'exempt'))).toEqual(new Set([pupils[0]!.family, pupils[1]!.family]));
  expect((await s.t.perform(viewSitting, { id, tab: 'takers' }, s.superuser, 'own-pupils')).entries.map((one) => one.id).sort()).toEqual([entries[1]!, entries[2]!].sort());
  expect(await refused(exempt(entries[0]!))).toBe('one-fact-of-a-kind');
});

test('present where exempt is refused by the program and, whoever writes, by the database; the other way round as well', async () => {
  const { id, entries } = await sittingWith(2);
  await exempt(entries[0]!, [2]);
  expect(await fieldsOf(mark(id, [{ entryId: entries[0], part: 2, mark: 'present' }]))).toEqual(['marks']);
  const behind = `insert into exams.attendance (entry_id, part, mark, has_work, marked_at, marked_by) values ($1, 2, 'present', true, now(), 'x')`;
  await expect(s.rows(behind, [entries[0]])).rejects.toMatchObject({ constraint: 'nobody_exempt_is_present' });
  await mark(id, [{ entryId: entries[1], part: 1, mark: 'present' }]);
  expect(await refused(exempt(entries[1]!, [1]))).toBe('nobody-exempt-is-present');
  await exempt(entries[1]!, [2]);
});

test('a fact that is taken back stays readable with the reason, and no longer counts', async () => {
  const { id, pupils, entries } = await sittingWith(1, 'LAT09');
  await exempt(entries[0]!);
  const { facts } = await s.t.perform(viewEntry, { id: entries[0]! }, s.superuser, 'own-pupils');
  expect(await refused(s.t.perform(takeBack, { id: facts[0]!.id, why: 'Rīkojums atcelts' }, s.otherSuperuser))).toBe('no-such-fact');
  await s.t.perform(takeBack, { id: facts[0]!.id, why: 'Rīkojums atcelts' }, s.superuser);
  expect(await s.onTab(id, 'takers')).toContain(pupils[0]!.family);
  expect((await s.t.perform(viewEntry, { id: entries[0]! }, s.superuser, 'own-pupils')).facts).toMatchObject([{ kind: 'exempt', supersededWhy: 'Rīkojums atcelts' }]);
  expect(await s.rows(`select name from platform.event where payload->>'entryId' = $1 order by name`, [entries[0]])).toEqual([{ name: 'exams.exemption-recorded' }, { name: 'exams.fact-taken-back' }]);
});

test('an international document does not replace an exam of grade 9', async () => {
  const { entries } = await sittingWith(1);
  expect(await fieldsOf(record(entries[0]!, 'replaced', { ground: 'international-test', cefrLevel: 'C1' }))).toEqual(['ground']);
  expect(await fieldsOf(record(entries[0]!, 'replaced', { ground: 'international-test' }))).toEqual(['cefrLevel']);
});

test('the extra term puts a candidate on its list under the same code, naming the first entry; taking it back takes them off again', async () => {
  const { id, entries } = await sittingWith(1);
  await record(entries[0]!, 'extra term', { ground: 'illness' });
  const [extra] = await s.rows<{ id: string; sitting_id: string; same: boolean }>(
    `select x.id, x.sitting_id, x.candidate_code = e.candidate_code as same from exams.entry x join exams.entry e on e.id = x.first_entry_id where e.id = $1`, [entries[0]],
  );
  expect(extra!.same).toBe(true);
  expect(await refused(record(extra!.id, 'extra term', { ground: 'illness' }))).toBe('not-from-extra');
  expect(await refused(s.t.perform(withdraw, { id: entries[0], why: 'Nepareizi' }, s.superuser))).toBe('has-following');
  expect(await refused(s.t.perform(registerPupils, { regNr: s.regNrs[0], eventId: await s.eventOf('MAT09', 'extra'), persons: [] }, s.superuser))).toBe('main-term-only');
  await expect(s.rows(`update exams.entry set first_entry_id = null where id = $1`, [extra!.id])).rejects.toMatchObject({ constraint: 'extra_term_names_the_first' });
  const { facts } = await s.t.perform(viewEntry, { id: entries[0]! }, s.superuser, 'own-pupils');
  await s.t.perform(takeBack, { id: facts[0]!.id, why: 'Atveseļojās' }, s.superuser);
  expect(await s.onTab(extra!.sitting_id, 'registered')).toEqual([]);
  expect(await s.onTab(id, 'registered')).not.toEqual([]);
});

test('only the agency annuls, and only it takes that back', async () => {
  const { entries } = await sittingWith(1);
  const input = { id: entries[0], ground: 'rules-broken', ...ORDER };
  expect((await refusalOf(s.t.perform(annulEntry, input, s.superuser))).status).toBe(403);
  await s.t.perform(annulEntry, input, s.manager);
  const { facts } = await s.t.perform(viewEntry, { id: entries[0]! }, s.superuser, 'own-pupils');
  expect(await refused(s.t.perform(takeBack, { id: facts[0]!.id, why: 'Kļūda' }, s.superuser))).toBe('no-such-fact');
  await s.t.perform(takeBack, { id: facts[0]!.id, why: 'Lēmums atcelts' }, s.manager);
});

test('everybody gets a seat, and too few seats are said', async () => {
  const { id, entries } = await sittingWith(3);
  await s.t.perform(addRoom, { id, name: '101. kabinets', seats: '1' }, s.superuser);
  const all = (await s.t.perform(viewSitting, { id }, s.superuser, 'own-pupils')).counts.takers;
  expect(await refused(s.t.perform(seatEverybody, { id }, s.superuser))).toBe('too-few-seats');
  expect(await refused(s.t.perform(addRoom, { id, name: '101. kabinets', seats: '9' }, s.superuser))).toBe('one-room-of-a-name');
  await s.t.perform(addRoom, { id, name: '102. kabinets', seats: '40' }, s.superuser);
  expect((await s.t.perform(seatEverybody, { id }, s.superuser)).seated).toBe(all);
  const { entries: seated } = await s.t.perform(viewSitting, { id, tab: 'rooms' }, s.superuser, 'own-pupils');
  expect(new Set(seated.map(({ room, seat }) => `${room} ${seat}`)).size).toBe(all);
  await expect(s.rows(`update exams.entry set room_id = (select id from exams.room where sitting_id = $1 and seats = 40), seat = 1 where id = any($2::uuid[])`, [id, entries])).rejects.toMatchObject({ constraint: 'one_person_on_a_seat' });
});

test('participation is marked from the day of the exam on, corrections keep what was, and absent is not a work', async () => {
  const { id, entries } = await sittingWith(2);
  const before = await refusalOf(mark(id, [{ entryId: entries[0], part: 1, mark: 'present' }], false, '2026-05-19'));
  expect((before as InvalidInput).fields[0]!.message.lv).toContain('20.05.2026.');
  await mark(id, [{ entryId: entries[0], part: 1, mark: 'absent' }, { entryId: entries[0], part: 2, mark: 'absent' }]);
  await mark(id, [{ entryId: entries[0], part: 2, mark: 'partial' }], true);
  const marks = await s.rows(`select part, mark, has_work from exams.attendance where entry_id = any($1::uuid[]) order by entry_id = $2 desc, part`, [entries, entries[0]]);
  expect(marks).toEqual([
    { part: 1, mark: 'absent', has_work: false }, { part: 2, mark: 'partial', has_work: true }, { part: 1, mark: 'present', has_work: true }, { part: 2, mark: 'present', has_work: true },
  ]);
  expect(await s.rows(`select part, mark from exams.attendance_before where entry_id = $1`, [entries[0]])).toEqual([{ part: 2, mark: 'absent' }]);
  await expect(s.rows(`update exams.attendance set has_work = true where entry_id = $1 and part = 1`, [entries[0]])).rejects.toMatchObject({ constraint: 'nobody_absent_hands_in_a_work' });
});

test('a protocol is handed in when everybody is marked, approved by somebody else, and keeps participation until it is given back', async () => {
  const { id, entries } = await sittingWith(2, 'LAT09');
  const day = '2026-05-25';
  const submit = (by: Actor) => s.on(day, submitProtocol, { id, remarks: 'Bez pārkāpumiem' }, by);
  expect((await refusalOf(submit(head))).text.lv).toContain('Dalība vēl nav atzīmēta');
  const missing = await waitsOf(s, 'exams.protocols-missing', head, '2026-05-26');
  expect([missing.due, (await waitsOf(s, 'exams.protocols-missing', head, day)).count]).toEqual([EXAM_DAY, missing.count - 1]);
  expect((await s.on(day, viewProtocol, { id }, s.superuser, 'own-pupils')).lacking.unmarked).toBeGreaterThan(0);
  const { takers } = await s.on(day, openAttendance, { id }, s.superuser);
  await mark(id, [{ entryId: entries[0], part: 1, mark: 'absent' }], true, day);
  const waiting = async () => (await waitsOf(s, 'exams.protocols-to-approve', head, day)).count;
  expect(await waiting()).toBe(0);
  await submit(head);
  expect(await waiting()).toBe(1);
  expect((await waitsOf(s, 'exams.protocols-missing', head, '2026-05-26')).count).toBe(missing.count - 1);
  expect((await s.on(day, openAttendance, { id }, s.superuser)).isClosed).toBe(true);
  expect([(await s.on(day, viewProtocol, { id }, head, 'own-pupils')).others, (await s.on(day, viewProtocol, { id }, s.superuser, 'own-pupils')).others]).toEqual([['Andris Vadonis'], null]);
  expect(await refused(submit(s.superuser))).toBe('one-protocol-at-a-time');
  expect(await refused(mark(id, [{ entryId: entries[0], part: 1, mark: 'present' }], false, day))).toBe('protocol-keeps-participation');
  expect(await refused(s.t.perform(withdraw, { id: entries[1], why: 'Par vēlu' }, s.superuser))).toBe('protocol-keeps-participation');
  expect(await refused(s.on(day, approveProtocol, { id }, head))).toBe('nobody-approves-their-own');
  expect((await refusalOf(s.on(day, approveProtocol, { id }, s.superuser))).status).toBe(403);
  const other = { ...head, id: '00000000-0000-7000-8000-0000000000e4' };
  await s.on(day, returnProtocol, { id, why: 'Nav atzīmēts izraidītais' }, other);
  await mark(id, [{ entryId: entries[0], part: 2, mark: 'expelled' }], false, day);
  await submit(s.superuser);
  await s.on(day, approveProtocol, { id }, head);
  const { protocols, counts } = await s.on(day, viewProtocol, { id }, s.superuser, 'own-pupils');
  expect(protocols.map(({ state }) => state)).toEqual(['approved', 'returned']);
  expect(counts).toMatchObject({ expelled: 1, works: takers.length });
  expect(await s.rows(`select payload->>'sittingId' as id from platform.event where name = 'exams.protocol-approved'`)).toEqual([{ id }]);
});
