import { enrol } from '../../education/actions/enrol.js';
import { BASIC, type Schools, schools, type Someone } from '../../education/tests/made-up-schools.js';
import { takeRecords } from '#modules/marks/public.js';
import { actorWith } from '#test/test-platform.js';
import { readRoster, takePackages } from '../permissions.js';

/** A school with a class of marks and one of outcomes, in the middle of its school year. */
export interface OneRosterSchool extends Schools {
  readonly regNr: string;
  readonly institutionId: string;
  readonly classes: { readonly marks: string; readonly outcomes: string };
  readonly subjects: readonly { readonly id: number; readonly name: string }[];
  readonly outcome: { readonly id: number; readonly code: string };
  readonly pupils: readonly (Someone & { membershipId: string })[];
  readonly small: Someone & { membershipId: string };
  readonly clerk: ReturnType<typeof actorWith>;
  mark(pupil: Someone & { membershipId: string }, subjectId: number, period: string, value: string): Promise<void>;
}

export const YEAR = 2026;

export async function oneRosterSchool(now = '2027-01-12T10:00:00+02:00'): Promise<OneRosterSchool> {
  const s = await schools({ now });
  const [regNr, institutionId] = [s.regNrs[0]!, s.institutions[0]!];
  const classes = { marks: await s.aClass(regNr, '5.a'), outcomes: await s.aClass(regNr, '2.b') };
  const subjects = await s.rows<{ id: number; name: string }>(`select id, name from education.subject where name in ('Matemātika', 'Angļu valoda') order by name`);
  const [outcome] = await s.rows<{ id: number; code: string; subject_id: number }>('select id, code, subject_id from education.outcome where from_grade <= 2 and to_grade >= 2 order by id limit 1');
  await s.rows('insert into education.class_subject (class_id, subject_id) select $1, unnest($2::int[]) on conflict do nothing', [classes.marks, subjects.map(({ id }) => id)]);
  await s.rows('insert into education.class_subject (class_id, subject_id) values ($1, $2) on conflict do nothing', [classes.outcomes, outcome!.subject_id]);
  const pupil = async (bornOn: string, classId: string) => {
    const child = await s.child(bornOn);
    const { id } = await s.t.perform(enrol, { regNr, code: child.code, family: child.family, programmeCode: BASIC, from: '2026-09-01', classId }, s.secretary);
    return { ...child, membershipId: id };
  };
  const pupils = [await pupil('2015-05-05', classes.marks), await pupil('2015-06-06', classes.marks), await pupil('2015-07-07', classes.marks)];
  const small = await pupil('2018-03-03', classes.outcomes);
  const at = { everywhere: false, institutionIds: [institutionId] };
  return {
    ...s, regNr, institutionId, classes, subjects, outcome: outcome!, pupils, small, clerk: actorWith([takePackages, readRoster], at),
    async mark(who, subjectId, period, value) {
      const record = { row: 1, personId: who.id, membershipId: who.membershipId, classId: classes.marks, period, scale: 'TEN', value, subjectId, decidedOn: '2026-12-18' as never };
      await s.t.database.transaction((tx) =>
        takeRecords(tx, { kind: 'mark', records: [record] }, { institutionId, year: YEAR, channel: 'manual', journalId: null, batchId: null, at: s.t.platform.clock.now(), by: 'test', reason: 'entered-again' }),
      );
    },
  };
}
