import pg from 'pg';
import { chanceOf } from '#kernel/chance.js';
import { addDays, isoDate, type IsoDate } from '#kernel/iso-date.js';
import { BASIC } from '../../education/tests/made-up-schools.js';
import { A, B, type SendingSchool } from './sending-school.js';

/** Someone who moves from one school to the other on a day, or comes back, or never moves. */
export interface Moving {
  readonly personId: string;
  readonly code: string;
  /** Where they were, in order; the last stay has no end. */
  readonly stays: readonly { readonly institutionId: string; readonly from: IsoDate; readonly to: IsoDate | null }[];
}

export const FIRST_DAY = isoDate('2026-09-01');
const DAYS = 140;

/** The school in which somebody was on a day; undefined between two schools. */
export const schoolOn = ({ stays }: Moving, day: IsoDate): string | undefined => stays.find(({ from, to }) => from <= day && (to === null || day < to))?.institutionId;

/** People with one to three stays in two schools on random days, some with days between two schools: entered into the register set by set. */
export async function movingPupils(s: SendingSchool, seed: number, number: number, classes: Readonly<Record<string, string>>): Promise<Moving[]> {
  const chance = chanceOf(seed);
  const people = Array.from({ length: number }, (_, at): Moving => {
    const stays: { institutionId: string; from: IsoDate; to: IsoDate | null }[] = [];
    let [from, institutionId] = [FIRST_DAY, chance.happens(0.5) ? A : B];
    for (let moves = chance.below(3); moves > 0; moves -= 1) {
      const to = addDays(from, 1 + chance.below(DAYS / 2));
      stays.push({ institutionId, from, to });
      from = chance.happens(0.8) ? to : addDays(to, 1 + chance.below(5));
      institutionId = institutionId === A ? B : A;
    }
    stays.push({ institutionId, from, to: null });
    return { personId: personId(seed, at), code: `43${String(seed % 10_000).padStart(4, '0')}${String(at).padStart(5, '0')}`, stays };
  });
  const stays = people.flatMap(({ personId: person, stays: own }) => own.map((stay) => ({ person, classId: classes[stay.institutionId], ...stay })));
  await s.rows(
    `with someone as (select * from jsonb_to_recordset($1::jsonb) as p("personId" uuid, code text)),
       person as (insert into persons.person (id, born_on, sex, family_key, given_key, recorded_at, recorded_by) select "personId", '2015-05-05', 'female', 'paraugs', 'anna', now(), 'test' from someone),
       name as (insert into persons.name (person_id, given, family, valid_from, recorded_at, recorded_by) select "personId", 'Anna', 'Paraugs', '2015-05-05', now(), 'test' from someone)
     insert into persons.code (person_id, code, valid_from, recorded_at, recorded_by) select "personId", code, '2015-05-05', now(), 'test' from someone`,
    [JSON.stringify(people)],
  );
  await s.rows(
    `with stay as materialized (select uuidv7() as id, t.* from jsonb_to_recordset($1::jsonb) as t(person uuid, "institutionId" uuid, "classId" uuid, "from" date, "to" date)),
       member as (insert into education.membership (id, person_id, institution_id, programme_code, is_main, valid_from, valid_to, end_reason, recorded_at, recorded_by)
         select id, person, "institutionId", $2, true, "from", "to", case when "to" is not null then (select code from education.end_reason limit 1) end, now(), 'test' from stay)
     insert into education.placement (membership_id, class_id, person_id, valid_from, valid_to, recorded_at, recorded_by) select id, "classId", person, "from", "to", now(), 'test' from stay`,
    [JSON.stringify(stays), BASIC],
  );
  await analyze(s);
  return people;
}

/** What autovacuum does a minute later: without it the planner takes these thousands of rows for a few. */
async function analyze({ t }: SendingSchool) {
  const owner = new pg.Client({ connectionString: t.ownerUrl });
  await owner.connect();
  await owner.query('analyze persons.person, persons.code, persons.name, education.membership, education.placement, marks.mark');
  await owner.end();
}

const personId = (seed: number, at: number): string => `00000000-${String(seed % 10_000).padStart(4, '0')}-7000-8000-${String(at).padStart(12, '0')}`;
