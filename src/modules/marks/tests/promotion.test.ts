import { afterAll, beforeAll, expect, test } from 'vitest';
import { putSubject } from '../../education/actions/classes.js';
import { enrol } from '../../education/actions/enrol.js';
import { openYearEnd, propose } from '../../education/actions/rollover.js';
import { BASIC, type Schools, schools } from '../../education/tests/made-up-schools.js';
import { takeRecords } from '../store/take.js';

const [MATHS, PHYSICS, SPORT] = [900018, 900021, 900048];
const NOW = '2027-06-10T10:00:00+03:00';

let s: Schools;
beforeAll(async () => {
  s = await schools({ now: NOW });
});
afterAll(() => s.t.close());

async function pupil(classId: string) {
  const child = await s.child();
  const { id } = await s.t.perform(enrol, { regNr: s.regNrs[0], code: child.code, family: child.family, programmeCode: BASIC, from: '2026-09-01', classId }, s.secretary);
  return { ...child, membershipId: id };
}

type Marks = Readonly<Record<string, Readonly<Record<number, string>>>>;

const give = (who: { id: string; membershipId: string }, classId: string, marks: Marks) =>
  s.t.database.transaction((tx) =>
    takeRecords(
      tx,
      {
        kind: 'mark',
        records: Object.entries(marks).flatMap(([period, values]) =>
          Object.entries(values).map(([subjectId, value], row) => ({ row, personId: who.id, membershipId: who.membershipId, classId, period, subjectId: Number(subjectId), scale: 'TEN', value }))),
      },
      { institutionId: s.institutions[0]!, year: 2026, channel: 'manual', journalId: null, batchId: null, at: new Date(NOW), by: 'test', reason: 'entered-again' },
    ));

test('scenario 17.11: who has two post-examinations below 4 is blocked by the named rule of MK 11; one is no obstacle, and neither is an exemption', async () => {
  const regNr = s.regNrs[0]!;
  const seventh = await s.aClass(regNr, '7.a');
  for (const subjectId of [MATHS, PHYSICS, SPORT]) await s.t.perform(putSubject, { id: seventh, subjectId: String(subjectId) }, s.secretary);
  const [good, twice, once, without, exempt, notAssessed] = [await pupil(seventh), await pupil(seventh), await pupil(seventh), await pupil(seventh), await pupil(seventh), await pupil(seventh)];
  await give(good, seventh, { YEAR: { [MATHS]: '4', [PHYSICS]: '10', [SPORT]: '8' } });
  await give(twice, seventh, { YEAR: { [MATHS]: '3', [PHYSICS]: '2', [SPORT]: '8' }, POST: { [MATHS]: '3', [PHYSICS]: '3' } });
  await give(once, seventh, { YEAR: { [MATHS]: '3', [PHYSICS]: '2', [SPORT]: '8' }, POST: { [MATHS]: '5', [PHYSICS]: '3' } });
  await give(without, seventh, { YEAR: { [MATHS]: '3', [PHYSICS]: '7', [SPORT]: '8' } });
  await s.rows(`insert into education.exemption (person_id, subject_id, basis, valid_from, recorded_at, recorded_by) values ($1, $2, 'Ārsta atzinums', '2026-09-01', now(), 'test')`, [exempt.id, SPORT]);
  await give(exempt, seventh, { YEAR: { [MATHS]: '6', [PHYSICS]: '6' } });
  await give(notAssessed, seventh, { YEAR: { [MATHS]: 'nv', [PHYSICS]: '6', [SPORT]: 'atb' } });
  await s.t.perform(propose, { regNr }, s.secretary);
  const { lines } = await s.t.perform(openYearEnd, { regNr }, await s.as('institution-head'));
  const of = ({ membershipId }: { membershipId: string }) => lines.find((line) => line.membershipId === membershipId);
  expect(of(good)).toMatchObject({ fate: 'promote', blockedBy: '' });
  expect(of(twice)).toMatchObject({ fate: 'repeat' });
  expect(of(twice)!.blockedBy).toBe('MK 11 25.2: arī pēc pēcpārbaudījumiem vairāk nekā viens vērtējums ir zem 4 ballēm, Fizika, Matemātika');
  expect(of(once)).toMatchObject({ fate: 'promote', blockedBy: '' });
  expect(of(without)!.blockedBy).toContain('MK 11 25.2: gada vērtējums zem 4 ballēm vai nav vērtējuma, un pēcpārbaudījuma vēl nav, Matemātika');
  expect(of(exempt)).toMatchObject({ fate: 'promote', blockedBy: '' });
  expect(of(notAssessed)!.blockedBy).toContain('Matemātika');
});

test('in grade 2 every outcome of every subject has to be assessed', async () => {
  const regNr = s.regNrs[0]!;
  const second = await s.aClass(regNr, '2.a');
  await s.t.perform(putSubject, { id: second, subjectId: String(MATHS) }, s.secretary);
  const outcomes = await s.rows<{ id: number }>('select id from education.outcome where subject_id = $1 and 2 between from_grade and to_grade order by id', [MATHS]);
  expect(outcomes.length).toBeGreaterThan(1);
  const [whole, half] = [await pupil(second), await pupil(second)];
  const assess = (who: { id: string; membershipId: string }, ids: readonly number[]) =>
    s.t.database.transaction((tx) =>
      takeRecords(
        tx,
        { kind: 'outcome', records: ids.map((outcomeId, row) => ({ row, personId: who.id, membershipId: who.membershipId, classId: second, period: 'YEAR', outcomeId, scale: 'STAP', value: 'T' })) },
        { institutionId: s.institutions[0]!, year: 2026, channel: 'manual', journalId: null, batchId: null, at: new Date(NOW), by: 'test', reason: 'entered-again' },
      ));
  await assess(whole, outcomes.map(({ id }) => id));
  await assess(half, outcomes.slice(1).map(({ id }) => id));
  await s.t.perform(propose, { regNr }, s.secretary);
  const { lines } = await s.t.perform(openYearEnd, { regNr }, await s.as('institution-head'));
  expect(lines.find(({ membershipId }) => membershipId === whole.membershipId)).toMatchObject({ fate: 'promote', blockedBy: '' });
  expect(lines.find(({ membershipId }) => membershipId === half.membershipId)!.blockedBy).toBe('MK 11 25.1: nav novērtēti visi sasniedzamie rezultāti, Matemātika');
});
