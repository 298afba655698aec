import { afterAll, beforeAll, expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { enrol } from '../actions/enrol.js';
import { addOpenItems } from '../actions/contributed.js';
import { answerTransferOf, askForTransfer, carryOutTransfer, viewTransfer } from '../actions/transfers.js';
import { carryOutTransfers } from '../jobs/carry-out-transfers.js';
import { joinClassOn, joinMembershipOn } from '../store/ask.js';
import { BASIC, noticesOf, refusalOf, type Schools, schools, type Someone } from './made-up-schools.js';

let s: Schools;
beforeAll(async () => {
  s = await schools({ now: '2027-01-05T10:00:00+02:00' });
});
afterAll(() => s.t.close());

/** The secretary's school is the old one, the other the new. */
async function enrolledPupil(): Promise<{ child: Someone; oldClass: string }> {
  const child = await s.child();
  const oldClass = (await s.rows<{ id: string }>(`select id from education.class where institution_id = $1 and title = '5.a'`, [s.institutions[0]]))[0]?.id ?? (await s.aClass(s.regNrs[0]!, '5.a'));
  await s.t.perform(enrol, { regNr: s.regNrs[0], code: child.code, family: child.family, programmeCode: BASIC, from: '2026-09-01', classId: oldClass }, s.secretary);
  return { child, oldClass };
}

const ask = ({ code, family }: Someone, movesOn: string, more: object = {}) => s.t.perform(askForTransfer, { regNr: s.regNrs[1], code, family, programmeCode: BASIC, movesOn, ...more }, s.other);
const answer = (id: string, words: string, reason = '', who = s.secretary) => s.t.perform(answerTransferOf, { id, answer: words, reason }, who);
const mains = (personId: string) =>
  s.rows('select institution_id, valid_from, valid_to, end_reason from education.membership where person_id = $1 and superseded_at is null and is_main order by valid_from', [personId]);
const runJob = (at: string) => carryOutTransfers.run({ platform: { ...s.t.platform, clock: { now: () => new Date(at), today: () => isoDate(at.slice(0, 10)) } }, now: new Date(at) }, {});

test('scenario 17.1: a pupil moves on 15 January; until then the old school has them, from then on the new one, without gap or overlap', async () => {
  const { child, oldClass } = await enrolledPupil();
  const newClass = await s.aClass(s.regNrs[1]!, '5.x');
  const { id } = await ask(child, '2027-01-15', { classId: newClass });
  expect((await noticesOf(s, s.secretary)).at(-1)).toEqual({ kind: 'education.transfer-asked', link: `/education/transfers/${id}` });
  await answer(id, 'agreed');
  await runJob('2027-01-14T00:05:00+02:00');
  expect(await mains(child.id)).toHaveLength(1);
  await runJob('2027-01-15T00:05:00+02:00');
  const after = [
    { institution_id: s.institutions[0], valid_from: '2026-09-01', valid_to: '2027-01-15', end_reason: 'moved-institution' },
    { institution_id: s.institutions[1], valid_from: '2027-01-15', valid_to: null, end_reason: null },
  ];
  expect(await mains(child.id)).toEqual(after);
  await runJob('2027-01-16T00:05:00+02:00');
  await s.t.perform(carryOutTransfer, { id }, systemActor('test'));
  expect(await mains(child.id)).toEqual(after);
  const member = (institution: string, day: string) =>
    s.t.database.read.first(
      z.object({ id: z.string().nullable(), classId: z.string().nullable() }),
      sql`select m.id, c.class_id from (values (1)) one (n) ${joinMembershipOn('m', sql`${child.id}::uuid`, sql`${institution}::uuid`, sql`${day}::date`)} ${joinClassOn('c', sql`m.id`, sql`${day}::date`)}`,
    );
  expect(await member(s.institutions[0]!, '2027-01-14')).toMatchObject({ classId: oldClass });
  expect(await member(s.institutions[0]!, '2027-01-20')).toEqual({ id: null, classId: null });
  expect(await member(s.institutions[1]!, '2027-01-20')).toMatchObject({ classId: newClass });
});

test('a transfer agreed after its day is done at once', async () => {
  const { child } = await enrolledPupil();
  const { id } = await ask(child, '2027-01-04');
  expect(await answer(id, 'agreed')).toMatchObject({ done: true });
  expect(await mains(child.id)).toMatchObject([{ valid_to: '2027-01-04' }, { institution_id: s.institutions[1], valid_to: null }]);
});

test('a refusal says why, and nothing moves; only the school that is asked may answer, only the one that asked withdraw', async () => {
  const { child } = await enrolledPupil();
  const { id } = await ask(child, '2027-02-01');
  expect((await refusalOf(answer(id, 'agreed', '', s.other))).code).toBe('not-your-answer');
  expect((await refusalOf(answer(id, 'withdrawn'))).code).toBe('not-your-answer');
  expect((await refusalOf(answer(id, 'refused'))).message).toContain('reason');
  await answer(id, 'refused', 'Bērns paliek');
  expect((await refusalOf(answer(id, 'agreed'))).code).toBe('transfer-not-open');
  await runJob('2027-02-02T00:05:00+02:00');
  expect(await mains(child.id)).toHaveLength(1);
});

test('one open transfer of a child at a time, and none of who learns nowhere', async () => {
  const { child } = await enrolledPupil();
  await ask(child, '2027-02-01');
  expect((await refusalOf(ask(child, '2027-03-01'))).message).toContain('already being agreed');
  expect((await refusalOf(ask(await s.child(), '2027-02-01'))).message).toContain('nothing to transfer');
});

test('a transfer that is no longer possible stays agreed, and the others go on', async () => {
  const [gone, stays] = [await enrolledPupil(), await enrolledPupil()];
  const [first, second] = [await ask(gone.child, '2027-02-10'), await ask(stays.child, '2027-02-10')];
  await answer(first.id, 'agreed');
  await answer(second.id, 'agreed');
  await s.rows(`update education.membership set valid_to = '2027-02-01', end_reason = 'abroad-family' where person_id = $1`, [gone.child.id]);
  await runJob('2027-02-10T00:05:00+02:00');
  expect(await s.rows('select state from education.transfer where id = any($1::uuid[]) order by state', [[first.id, second.id]])).toEqual([{ state: 'agreed' }, { state: 'done' }]);
});

test('who has no Latvian code and moves gets a number of the new school too', async () => {
  const child = await s.child('2016-01-02', false);
  const named = { ...child, code: '', given: 'Anna', bornOn: '2016-01-02' };
  await s.t.perform(enrol, { regNr: s.regNrs[0], ...named, programmeCode: BASIC, from: '2026-09-01' }, s.secretary);
  const { id } = await s.t.perform(askForTransfer, { regNr: s.regNrs[1], ...named, programmeCode: BASIC, movesOn: '2027-01-04' }, s.other);
  await answer(id, 'agreed');
  const numbers = await s.rows<{ number: string; institution_id: string }>('select institution_id, number from education.learner_number where person_id = $1', [child.id]);
  expect(numbers.map((one) => one.institution_id).toSorted()).toEqual([s.institutions[0], s.institutions[1]].toSorted());
});

test('the checklist names what the register and other modules know to be open', async () => {
  const { child } = await enrolledPupil();
  // Of this child alone: sources stay for all that runs in the same process.
  addOpenItems('test', (_tx, { on, personId }) => Promise.resolve(personId === child.id ? [{ words: { lv: `Līdz ${on}`, en: `By ${on}` }, href: '/marks' }] : []));
  const { id } = await ask(child, '2027-03-01');
  const { openItems } = await s.t.perform(viewTransfer, { id }, s.secretary);
  expect(openItems.map((item) => item.words.en)).toEqual([expect.stringContaining('not named a class'), expect.stringContaining('Absences not entered: September'), 'By 2027-03-01']);
  // The new school reads it, and is led to nothing that it may not open; the old one enters what is missing after the move too.
  const last = async (who: typeof s.secretary) => (await s.t.perform(viewTransfer, { id }, who)).openItems.at(-1);
  expect([(await last(s.secretary))?.href, (await last(s.other))?.href, (await last(s.other))?.words.en]).toEqual(['/marks', undefined, 'By 2027-03-01']);
  await answer(id, 'agreed');
  await runJob('2027-03-01T00:05:00+02:00');
  expect((await s.t.perform(viewTransfer, { id }, s.secretary)).openItems.map(({ words }) => words.en)).toEqual([expect.stringContaining('Absences not entered: September'), 'By 2027-03-01']);
});
