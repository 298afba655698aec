import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placePupils, readSchoolBook } from '#modules/education/public.js';
import { chanceOf } from '#kernel/chance.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { listRecordsOf } from '../../marks/store/records.js';
import { rosterOf } from '../domain/roster.js';
import { FIRST_DAY, type Moving, movingPupils, schoolOn } from './moving-pupils.js';
import { A, B, REG_NRS, sendingSchool, type SendingSchool, YEAR } from './sending-school.js';

/** 10,000 pupils in all, of whom two thirds change school once or twice: 10,000 transfers. */
const [RUNS, PUPILS] = [5, 2_000];

let s: SendingSchool;
let classes: Record<string, string>;
let maths: number;
beforeAll(async () => {
  s = await sendingSchool('2027-01-25T10:00:00+02:00');
  classes = { [A]: await s.aClass('5.a', 5, A), [B]: await s.aClass('5.a', 5, B) };
  await s.rows(`insert into intake.journal_school (journal_id, institution_id, valid_from, confirmed_at, confirmed_by) values ($1, $2, '2026-09-01', now(), 'test')`, [s.journalId, B]);
  maths = await s.subject('Matemātika');
});
afterAll(() => s.t.close());

interface Sent {
  readonly who: Moving;
  readonly period: string;
  readonly day: IsoDate;
  readonly value: string;
}

test('however pupils move, each mark is recorded once, by the school where the pupil was on its day, and seen by no other but the next', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      run += 1;
      const people = await movingPupils(s, 1_000 * run + (seed % 1_000), PUPILS, classes);
      const sent = marksInFlight(people, seed);
      const expected = new Map(sent.flatMap((one) => (schoolOn(one.who, one.day) ? [[`${one.who.personId} ${one.period}`, `${schoolOn(one.who, one.day)} ${one.value}`] as const] : [])));
      for (const [at, institution] of [A, B].entries()) {
        const answer = await s.send({ institution: REG_NRS[at]! }, sent.map(({ who, period, day, value }) => ({ pupil: who.code, subjectId: maths, period, decidedOn: day, value })));
        const own = sent.filter(({ who, day }) => schoolOn(who, day) === institution).length;
        expect(answer).toMatchObject({ status: 200, taken: own, refused: sent.length - own });
      }
      const recorded = await s.rows<{ key: string; what: string }>(`select person_id || ' ' || period as key, institution_id || ' ' || value as what from marks.mark where person_id = any($1::uuid[])`, [people.map(({ personId }) => personId)]);
      expect(recorded).toHaveLength(expected.size);
      expect(new Map(recorded.map(({ key, what }) => [key, what]))).toEqual(expected);
      for (const institution of [A, B]) expect(await seenBy(institution, people)).toEqual(shouldSee(institution, sent));
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 240_000);

/** Two marks of each, on days of their own. */
function marksInFlight(people: readonly Moving[], seed: number): Sent[] {
  const chance = chanceOf(seed);
  return people.flatMap((who) => ['EXAM', 'POST'].map((period) => ({ who, period, day: addDays(FIRST_DAY, chance.below(140)), value: String(1 + chance.below(10)) })));
}

/** As many as the largest classes have, several times over. */
const LOOKED_AT_ONCE = 200;

async function seenBy(institutionId: string, people: readonly Moving[]): Promise<Set<string>> {
  const scope = { everywhere: false, unitIds: [], institutionIds: [institutionId], acting: null };
  const seen = new Set<string>();
  for (let at = 0; at < people.length; at += LOOKED_AT_ONCE) {
    const persons = people.slice(at, at + LOOKED_AT_ONCE).map(({ personId }) => personId);
    const found = await listRecordsOf(s.t.database.read, { kind: 'mark', year: YEAR, institutionId, persons, period: null, scope });
    for (const one of found) seen.add(`${one.personId} ${one.period}`);
  }
  return seen;
}

/** A school sees what it recorded, and what an earlier school of the year recorded of who came on to it. */
const shouldSee = (institutionId: string, sent: readonly Sent[]): Set<string> =>
  new Set(
    sent
      .filter(({ who, day }) => {
        const at = who.stays.findIndex(({ from, to }) => from <= day && (to === null || day < to));
        return at >= 0 && who.stays.some((stay, place) => stay.institutionId === institutionId && (place === at || place > at));
      })
      .map(({ who, period }) => `${who.personId} ${period}`),
  );

test('what a whole batch is judged by is what single entry is judged by: the same place on the same day', async () => {
  const people = await movingPupils(s, 9_001, 300, classes);
  for (const institution of [A, B]) {
    const book = (await readSchoolBook(s.t.database.read, institution, YEAR))!;
    const roster = rosterOf(book, s.t.platform.clock.today());
    for (const present of [false, true]) {
      const periods = present ? ['M09', 'M10', 'M12', 'M01', 'S1', 'YEAR'] : ['S1', 'S2', 'YEAR'];
      const wanted = people.flatMap(({ personId }) => periods.map((period) => ({ personId, period }))).map((one, row) => ({ ...one, row, subjectId: maths }));
      const found = new Map((await placePupils(s.t.database.read, institution, YEAR, present, wanted)).map((one) => [one.row, one]));
      const codes = new Map(people.map(({ personId, code }) => [personId, code]));
      for (const { row, personId, period } of wanted) {
        const learner = roster.find(codes.get(personId)!)[0];
        const place = learner ? (present ? roster.present(learner, period) : roster.assessed(learner, period, null)) : null;
        const single = found.get(row)!;
        expect([period, place?.membershipId ?? null, place?.in.id ?? null, place?.in.grade ?? null, place?.day ?? null, place?.isLicensed ?? false]).toEqual([period, single.membershipId, single.classId, single.grade, single.day, single.isLicensed]);
      }
    }
  }
});
