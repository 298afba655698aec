import { afterEach, beforeEach, expect, test } from 'vitest';
import { putSubject } from '../../education/actions/classes.js';
import { enrol } from '../../education/actions/enrol.js';
import { BASIC, noticesOf, refusalOf, type Schools, schools } from '../../education/tests/made-up-schools.js';
import { fixedClock } from '#kernel/clock.js';
import { actorWith } from '#test/test-platform.js';
import { completenessParameterActions as parameters } from '../actions/completeness-parameters.js';
import { openReminders } from '../actions/reminders.js';
import { countStandings, recountStandings } from '../jobs/count-standings.js';
import { sendReminders } from '../jobs/send-reminders.js';
import { seeCompleteness } from '../permissions.js';

/** S1 of 2026/2027 is due on Tuesday 22 December; 5 working days before it is the 15th, 2 are the 18th. */
let s: Schools;
beforeEach(async () => {
  s = await schools({ now: '2026-12-15T09:00:00+02:00' });
  const classId = await s.aClass(s.regNrs[0]!, '5.a');
  await s.t.perform(putSubject, { id: classId, subjectId: 900_001 }, s.secretary);
  const who = await s.child();
  await s.t.perform(enrol, { regNr: s.regNrs[0], code: who.code, family: who.family, programmeCode: BASIC, from: '2026-09-01', classId }, s.secretary);
  for (const job of [recountStandings, countStandings]) await job.run({ platform: s.t.platform, now: s.t.platform.clock.now() }, {});
});
afterEach(() => s.t.close());

const at = (moment: string) => ({ ...s.t.platform, clock: fixedClock(moment) });
const sendOn = (moment: string) => sendReminders.run({ platform: at(moment), now: new Date(moment) }, {});
const stages = async () => (await s.rows<{ stage: number }>('select stage from marks.reminder where institution_id is not null order by stage')).map((row) => row.stage);
const kindsOf = async (role: string) => (await noticesOf(s, await s.as(role))).map((notice) => notice.kind).filter((kind) => kind.startsWith('marks.'));

test('secretary and head are told once for each stage, the municipality gets a digest; another run tells nobody', async () => {
  for (let run = 0; run < 3; run += 1) await sendOn('2026-12-15T08:00:00+02:00');
  expect(await stages()).toEqual([-5]);
  expect(await kindsOf('school-secretary')).toEqual(['marks.reminder']);
  expect(await kindsOf('institution-head')).toEqual(['marks.reminder']);
  expect(await kindsOf('municipality-education-specialist')).toEqual(['marks.reminder-digest']);
  expect(await kindsOf('education-administrator')).toEqual([]);
  await sendOn('2026-12-18T08:00:00+02:00');
  expect(await stages()).toEqual([-5, -2]);
  expect(await s.rows('select count(*)::int as n from platform.outbox_mail')).toEqual([{ n: 6 }]);
});

test('a run killed between two institutions goes on: who was told is not told again, who was not is', async () => {
  const real = s.t.platform.database;
  let left = 1;
  const dying = { ...at('2026-12-15T08:00:00+02:00'), database: { ...real, transaction: (work: Parameters<typeof real.transaction>[0]) => (left-- > 0 ? real.transaction(work) : Promise.reject(new Error('killed'))) } } as unknown as typeof s.t.platform;
  await expect(sendReminders.run({ platform: dying, now: new Date('2026-12-15T06:00:00Z') }, {})).rejects.toThrow('killed');
  expect(await kindsOf('school-secretary')).toEqual(['marks.reminder']);
  expect(await kindsOf('municipality-education-specialist')).toEqual([]);
  await sendOn('2026-12-15T09:00:00+02:00');
  expect(await kindsOf('school-secretary')).toEqual(['marks.reminder']);
  expect(await kindsOf('municipality-education-specialist')).toEqual(['marks.reminder-digest']);
});

test('a missed day is made good on the next working day, never on a free one, and nobody is reminded of what is there', async () => {
  await sendOn('2026-12-19T08:00:00+02:00');
  expect(await stages()).toEqual([]);
  await sendOn('2026-12-16T08:00:00+02:00');
  expect(await stages()).toEqual([-5]);
  await s.rows('update marks.standing set received = expected');
  await sendOn('2026-12-23T08:00:00+02:00');
  expect(await stages()).toEqual([-5]);
});

test('the page says what will be told whom and when, and what was', async () => {
  await sendOn('2026-12-15T08:00:00+02:00');
  const page = await s.t.perform(openReminders, {}, await s.as('municipality-education-specialist'));
  const first = page.planned.filter((row) => row.dueOn === '2026-12-22');
  expect(first.map(({ stage, day, sent, open }) => ({ stage, day, sent, open }))).toEqual([
    { stage: -5, day: '2026-12-15', sent: 1, open: 1 }, { stage: -2, day: '2026-12-18', sent: null, open: 1 },
    { stage: 1, day: '2026-12-23', sent: null, open: 1 }, { stage: 5, day: '2027-01-04', sent: null, open: 1 },
  ]);
  expect(page.told.map((row) => [row.regNr, row.missing])).toEqual([[null, 1], [s.regNrs[0], 1]]);
  expect((await s.t.perform(openReminders, {}, actorWith([seeCompleteness], { everywhere: false, institutionIds: [s.institutions[1]!] }))).told).toEqual([]);
});

test('the days of reminders are data: changed from a day on, with the basis, and what held before stays', async () => {
  const keeper = await s.as('education-administrator');
  const change = { name: 'remind-before', numbers: '10, 3', from: '2026-12-17', basis: 'Pārziņa rīkojums 7' };
  const { seen, touches } = await s.t.perform(parameters.foresee, change, keeper);
  expect(touches.en).toContain('such institutions: 1');
  await s.t.perform(parameters.change, { ...change, seen }, keeper);
  const rows = await s.rows(`select numbers, valid_from, valid_to from marks.parameter where name = 'remind-before' and superseded_at is null order by valid_from`);
  expect(rows).toEqual([{ numbers: [5, 2], valid_from: '2020-09-01', valid_to: '2026-12-17' }, { numbers: [3, 10], valid_from: '2026-12-17', valid_to: null }]);
  await sendOn('2026-12-17T08:00:00+02:00');
  expect(await stages()).toEqual([-3]);
  expect((await refusalOf(s.t.perform(parameters.foresee, { name: 'long-absence-lessons', numbers: '10, 3', from: '2026-12-17', basis: 'Rīkojums' }, keeper))).message).toContain('one number');
  await expect(s.t.perform(parameters.change, { name: 'remind-before', numbers: '1', from: '2026-12-17', basis: 'Rīkojums', seen }, s.secretary)).rejects.toMatchObject({ status: 403 });
});
