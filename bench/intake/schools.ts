import type { BenchPlatform } from '../platform/bench-platform.js';

/** A made-up nation of schools: each with one class of grades 4 to 12, as many pupils in each, and everything that intake looks at. */
export interface Nation {
  readonly schools: number;
  readonly pupils: number;
  readonly subjects: readonly number[];
}

export const YEAR = 2026;
export const GRADES = [4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
export const PERIODS = ['S1', 'S2', 'YEAR'] as const;
const PROGRAMME = '21011111';

export const regNrOf = (school: number): string => `98${String(school).padStart(8, '0')}`;
/** A code that can belong to nobody. */
export const codeOf = (school: number, pupil: number, { pupils }: Nation): string => `92${String(school * pupils + pupil).padStart(9, '0')}`;
export const classOf = (pupil: number): string => `${GRADES[pupil % GRADES.length]}.a`;

/** Schools, classes, pupils with codes, memberships and placements; `filled` of the schools have their year's marks already. */
export async function loadSchools(bench: BenchPlatform, { schools, pupils, subjects }: Nation, filled: number): Promise<void> {
  await bench.asOwner(`
    set synchronous_commit = off; set work_mem = '128MB'; set maintenance_work_mem = '256MB';
    create temp table school as select n, uuidv7() as id, '98' || lpad(n::text, 8, '0') as reg_nr from generate_series(0, ${schools - 1}) n;
    insert into institutions.institution (id, reg_nr, founded_on, name, recorded_at, recorded_by) select id, reg_nr, '2010-09-01', 'Skola ' || n, now(), 'bench' from school;
    insert into education.licence (institution_id, programme_code, licence_nr, valid_from, recorded_at, recorded_by) select id, '${PROGRAMME}', 'V-1', '2010-09-01', now(), 'bench' from school;
    create temp table class as select uuidv7() as id, s.n as school, g as grade from school s, unnest(array[${GRADES.join(',')}]) g;
    insert into education.class (id, year, institution_id, kind, grade, title, title_key, programme_code, recorded_at, recorded_by)
      select c.id, ${YEAR}, s.id, 'class', c.grade, c.grade || '.a', c.grade || 'A', '${PROGRAMME}', now(), 'bench' from class c join school s on s.n = c.school;
    create temp table pupil as select s.n as school, s.id as institution_id, p, uuidv7() as id, uuidv7() as membership_id, '92' || lpad((s.n * ${pupils} + p)::text, 9, '0') as code from school s, generate_series(0, ${pupils - 1}) p;
    insert into persons.person (id, born_on, sex, family_key, given_key, recorded_at, recorded_by) select id, '2014-05-05', 'female', 'paraugs', 'anna', now(), 'bench' from pupil;
    insert into persons.name (person_id, given, family, valid_from, recorded_at, recorded_by) select id, 'Anna', 'Paraugs', '2014-05-05', now(), 'bench' from pupil;
    insert into persons.code (person_id, code, valid_from, recorded_at, recorded_by) select id, code, '2014-05-05', now(), 'bench' from pupil;
    alter table education.membership drop constraint one_main_membership_at_a_time; alter table education.membership drop constraint no_membership_twice_in_an_institution;
    alter table education.placement drop constraint one_class_at_a_time;
    insert into education.membership (id, person_id, institution_id, programme_code, is_main, valid_from, recorded_at, recorded_by)
      select membership_id, id, institution_id, '${PROGRAMME}', true, '2026-09-01', now(), 'bench' from pupil;
    insert into education.placement (membership_id, class_id, person_id, valid_from, recorded_at, recorded_by)
      select p.membership_id, c.id, p.id, '2026-09-01', now(), 'bench' from pupil p join class c on c.school = p.school and c.grade = (array[${GRADES.join(',')}])[p.p % ${GRADES.length} + 1];
    insert into marks.mark (year, institution_id, person_id, subject_id, period, membership_id, scale, value, state, channel, source_record, entered_at, entered_by)
      select ${YEAR}, p.institution_id, p.id, t.id, r.period, p.membership_id, 'TEN', (4 + (p.p + t.id) % 7)::text, 'confirmed', 'service', 'r-' || p.code || t.id || r.period, now(), 'bench'
      from pupil p, unnest(array[${subjects.join(',')}]) t(id), unnest(array['${PERIODS.join("','")}']) r(period) where p.school < ${filled} order by p.institution_id, p.id, t.id, r.period;`);
  await bench.asOwner('vacuum analyze');
}
