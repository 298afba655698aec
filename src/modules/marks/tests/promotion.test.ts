import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { demo } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { putSubject, viewClass } from '../../education/actions/classes.js';
import { enrol } from '../../education/actions/enrol.js';
import { viewPupil } from '../../education/actions/pupils.js';
import { openYearEnd, propose } from '../../education/actions/rollover.js';
import { blockWords } from '../../education/domain/promotion.js';
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
  expect(of(good)).toMatchObject({ fate: 'promote', blocks: [] });
  expect(of(twice)).toMatchObject({ fate: 'repeat' });
  expect(of(twice)!.blocks.map(blockWords).map(({ lv }) => lv)).toEqual(['MK noteikumi Nr. 11, 25.2. apakšpunkts: arī pēc pēcpārbaudījumiem vairāk nekā viens vērtējums ir zem 4 ballēm: Fizika, Matemātika']);
  const head = visitor(s.t);
  await head.signIn(demo('institution-head').login, DEMO_PASSWORD);
  const page = (await head.open(`/education/institutions/${regNr}/year-end?lang=lv`)).body;
  expect(page.split('<tr').find((row) => row.includes(twice.family) && row.includes('25.2. apakšpunkts'))).toContain('Fizika, Matemātika');
  expect(of(once)).toMatchObject({ fate: 'promote', blocks: [] });
  expect(of(without)).toMatchObject({ fate: 'stay', blocks: [{ rule: 'MK 11 25.2', subjects: [{ lv: 'Matemātika' }] }] });
  expect(of(exempt)).toMatchObject({ fate: 'promote', blocks: [] });
  expect(of(notAssessed)!.blocks[0]!.subjects.map(({ lv }) => lv)).toEqual(['Matemātika']);
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
  expect(lines.find(({ membershipId }) => membershipId === whole.membershipId)).toMatchObject({ fate: 'promote', blocks: [] });
  expect(lines.find(({ membershipId }) => membershipId === half.membershipId)!.blocks).toMatchObject([{ rule: 'MK 11 25.1', subjects: [{ lv: 'Matemātika' }], waits: false }]);
});

test('in November nobody is proposed to repeat or to finish for marks that cannot be there yet, and the reason says when they come', async () => {
  const autumn = await schools({ now: '2026-11-22T10:00:00+02:00' });
  const [regNr, enrolled] = [autumn.regNrs[0]!, new Map<number, string>()];
  for (const grade of [1, 5, 9]) {
    const classId = await autumn.aClass(regNr, `${grade}.a`);
    await autumn.t.perform(putSubject, { id: classId, subjectId: String(MATHS) }, autumn.secretary);
    const child = await autumn.child();
    enrolled.set(grade, (await autumn.t.perform(enrol, { regNr, code: child.code, family: child.family, programmeCode: BASIC, from: '2026-09-01', classId }, autumn.secretary)).id);
  }
  await autumn.t.perform(propose, { regNr }, autumn.secretary);
  const { lines } = await autumn.t.perform(openYearEnd, { regNr }, await autumn.as('institution-head'));
  for (const [grade, id] of enrolled) {
    const line = lines.find(({ membershipId }) => membershipId === id)!;
    expect(line).toMatchObject({ fromGrade: grade, fate: 'stay', toTitle: null, blocks: [{ waits: true }] });
    expect(blockWords(line.blocks[0]!).en).toContain('entered from 20.05.2027.');
  }
  await autumn.t.close();
});

test('a class and a card lead to their marks, for whom the marks are open', async () => {
  const classId = await s.aClass(s.regNrs[0]!, '6.m');
  const who = await pupil(classId);
  const card = await s.t.perform(viewPupil, { id: who.id }, s.secretary, 'own-pupils');
  expect(card.beside.get(who.membershipId)).toMatchObject([{ href: `/marks/pupils/${who.membershipId}` }]);
  const look = async (actor: typeof s.secretary) => (await s.t.perform(viewClass, { id: classId }, actor, 'own-pupils')).beside;
  expect(await look(s.secretary)).toMatchObject([{ href: `/marks/classes/${classId}` }]);
  const { scopes } = s.secretary;
  expect(await look({ ...s.secretary, scopes: new Map([...scopes].filter(([name]) => name !== 'marks.see')) })).toEqual([]);
});
