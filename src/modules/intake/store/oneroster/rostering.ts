import { ROSTER } from '#modules/education/public.js';
import { EXCHANGED } from '#modules/marks/public.js';
import { joinCode, joinName } from '#modules/persons/public.js';
import { type Sql, sql } from '#platform/db/sql.js';
import { type RosterScope, within } from './roster-scope.js';

/**
 * The register as OneRoster sees it: a statement for each kind of record, columns named as in the CSV binding. A class of ours is a homeroom
 * class and, for each subject, a scheduled one, since results need a class with a course. Identifiers are made of ours and never tell a code.
 */

export const orgs = (scope: RosterScope): Sql => sql`select i.id::text as sourced_id, i.recorded_at as date_last_modified, i.name, 'school' as type, i.reg_nr as identifier, '' as parent_sourced_id
  from institutions.institution i where ${within(scope, { institution: 'i.id' })}`;

/** A school year with its semesters and the session of year marks: a line item may not hang on a schoolYear. */
export const academicSessions = (scope: RosterScope): Sql => sql`select y.year || s.suffix as sourced_id, y.recorded_at as date_last_modified, s.title, s.type, s.from_day as start_date, s.to_day as end_date,
    case when s.suffix = '' then '' else y.year::text end as parent_sourced_id, (y.year + 1)::text as school_year
  from ${ROSTER.years} y cross join lateral (values
    ('', y.year || './' || (y.year + 1) || '.', 'schoolYear', y.starts_on, y.ends_on),
    ('-S1', '1. semestris', 'semester', y.starts_on, y.first_semester_ends_on),
    ('-S2', '2. semestris', 'semester', y.second_semester_starts_on, y.ends_on),
    ('-YEAR', 'Gads', 'term', y.starts_on, y.ends_on)) s(suffix, title, type, from_day, to_day)
  where ${within(scope, { year: 'y.year' })}`;

/** Subjects of classes: what is planned, and what marks came of beside the plan. */
export const taught = (scope: RosterScope): Sql => sql`(
  select c.id as class_id, c.institution_id, c.year, c.grade, c.title, c.recorded_at, t.subject_id, max(t.semesters) as semesters, max(t.teacher_id::text)::uuid as teacher_id
  from ${ROSTER.classes} c join (
    select p.class_id, p.subject_id, p.semesters, p.teacher_id from ${ROSTER.plans} p
    union select m.class_id, m.subject_id, null, null from ${EXCHANGED.marks} m where ${within(scope, { institution: 'm.institution_id', year: 'm.year', class: 'm.class_id', subject: 'm.subject_id' })}
    union select m.class_id, o.subject_id, null, null from ${EXCHANGED.outcomes} m join ${ROSTER.outcomes} o on o.id = m.outcome_id
      where ${within(scope, { institution: 'm.institution_id', year: 'm.year', class: 'm.class_id', subject: 'o.subject_id' })}
  ) t on t.class_id = c.id
  where ${within(scope, { institution: 'c.institution_id', year: 'c.year', class: 'c.id', subject: 't.subject_id' })}
  group by c.id, c.institution_id, c.year, c.grade, c.title, c.recorded_at, t.subject_id)`;

const classesIn = (scope: RosterScope): Sql => sql`(select * from ${ROSTER.classes} c where ${within(scope, { institution: 'c.institution_id', year: 'c.year', class: 'c.id' })})`;

/** A list in a cell is parted by commas, which names of subjects must not add to. */
const listed = (name: Sql): Sql => sql`replace(${name}, ',', ';')`;
const grades = (grade: Sql): Sql => sql`coalesce(lpad(${grade}::text, 2, '0'), '')`;

export const courses = (scope: RosterScope): Sql => sql`
  select t.institution_id || '.' || t.year || '.' || s.id as sourced_id, max(t.recorded_at) as date_last_modified, t.year::text as school_year_sourced_id, s.name as title, s.id::text as course_code, '' as grades,
    t.institution_id::text as org_sourced_id, ${listed(sql`s.name`)} as subjects, s.id::text as subject_codes
  from ${taught(scope)} t join ${ROSTER.subjects} s on s.id = t.subject_id group by t.institution_id, t.year, s.id, s.name
  union all
  select c.institution_id || '.' || c.year || '.class', max(c.recorded_at), c.year::text, 'Klase', '', '', c.institution_id::text, '', '' from ${classesIn(scope)} c group by c.institution_id, c.year`;

export const classes = (scope: RosterScope): Sql => sql`
  select c.id::text as sourced_id, c.recorded_at as date_last_modified, c.title, ${grades(sql`c.grade`)} as grades, c.institution_id || '.' || c.year || '.class' as course_sourced_id, '' as class_code,
    'homeroom' as class_type, '' as location, c.institution_id::text as school_sourced_id, c.year || '-S1,' || c.year || '-S2,' || c.year || '-YEAR' as term_sourced_ids, '' as subjects, '' as subject_codes, '' as periods
  from ${classesIn(scope)} c
  union all
  select t.class_id || '.' || s.id, t.recorded_at, t.title || ' ' || s.name, ${grades(sql`t.grade`)}, t.institution_id || '.' || t.year || '.' || s.id, t.title, 'scheduled', '', t.institution_id::text,
    case t.semesters when 'first' then t.year || '-S1,' when 'second' then t.year || '-S2,' else t.year || '-S1,' || t.year || '-S2,' end || t.year || '-YEAR', ${listed(sql`s.name`)}, s.id::text, ''
  from ${taught(scope)} t join ${ROSTER.subjects} s on s.id = t.subject_id`;

/** Pupils and teachers with the role they have in an institution, and their days there. */
const people = (scope: RosterScope): Sql => sql`(
  select l.person_id, c.institution_id, 'student' as role, min(l.valid_from) as begins, case when bool_or(l.valid_to is null) then null else max(l.valid_to) - 1 end as ends, max(c.grade) as grade, max(l.recorded_at) as recorded_at
  from ${classesIn(scope)} c join ${ROSTER.placements} l on l.class_id = c.id where ${within(scope, { person: 'l.person_id' })} group by l.person_id, c.institution_id
  union all
  select t.person_id, t.institution_id, 'teacher', null, null, null, max(t.recorded_at) from (
    select c.teacher_id as person_id, c.institution_id, c.recorded_at from ${classesIn(scope)} c
    union select p.teacher_id, c.institution_id, c.recorded_at from ${classesIn(scope)} c join ${ROSTER.plans} p on p.class_id = c.id
  ) t where t.person_id is not null and ${within(scope, { person: 't.person_id' })} group by t.person_id, t.institution_id)`;

/**
 * The same for a list that goes from institution to institution: those of one, with the roles they have in all of the scope. Whoever is in
 * several stands under the first of them.
 */
const peopleHere = (scope: RosterScope): Sql =>
  scope.school ? people({ ...scope, school: undefined, persons: sql`array(select here.person_id from ${people(scope)} here)` }) : people(scope);
const isFirstSchool = ({ school }: RosterScope): Sql => (school ? sql`having min(institution_id::text) = ${school}::text` : sql``);

/** Personal codes stand in userIds alone; who has none is known by the institution's number. */
export const users = (scope: RosterScope): Sql => sql`
  select p.person_id::text as sourced_id, p.recorded_at as date_last_modified, 'true' as enabled_user, p.person_id::text as username, case when k.code is null then '' else '{personasKods:' || k.code || '}' end as user_ids,
    coalesce(n.given, '?') as given_name, coalesce(n.family, '?') as family_name, '' as middle_name, coalesce(g.number, '') as identifier, '' as email, '' as sms, '' as phone, '' as agent_sourced_ids,
    ${grades(sql`p.grade`)} as grades, '' as password, '' as user_master_identifier, '' as preferred_given_name, '' as preferred_middle_name, '' as preferred_family_name, p.institution_id::text as primary_org_sourced_id, '' as pronouns,
    p.roles
  from (select person_id, min(institution_id::text)::uuid as institution_id, max(grade) as grade, max(recorded_at) as recorded_at,
      jsonb_agg(jsonb_build_object('role', role, 'org', institution_id, 'begins', begins, 'ends', ends) order by role, institution_id) as roles from ${peopleHere(scope)} every_role group by person_id ${isFirstSchool(scope)}) p
  ${joinName('n', sql`p.person_id`, scope.today)} ${joinCode('k', sql`p.person_id`, scope.today)} left join ${ROSTER.numbers} g on g.person_id = p.person_id and g.institution_id = p.institution_id`;

export const roles = (scope: RosterScope): Sql => sql`
  select p.person_id || '.' || p.institution_id || '.' || p.role as sourced_id, p.recorded_at as date_last_modified, p.person_id::text as user_sourced_id,
    case when row_number() over (partition by p.person_id, p.institution_id order by p.role) = 1 then 'primary' else 'secondary' end as role_type, p.role, p.begins as begin_date, greatest(p.ends, p.begins) as end_date,
    p.institution_id::text as org_sourced_id, '' as user_profile_sourced_id
  from ${people(scope)} p`;

export const enrollments = (scope: RosterScope): Sql => sql`
  with learning as (select l.id, l.class_id, l.person_id, l.valid_from, l.valid_to - 1 as ends_on, l.recorded_at, c.institution_id from ${classesIn(scope)} c join ${ROSTER.placements} l on l.class_id = c.id where ${within(scope, { person: 'l.person_id' })})
  select l.id::text as sourced_id, l.recorded_at as date_last_modified, l.class_id::text as class_sourced_id, l.institution_id::text as school_sourced_id, l.person_id::text as user_sourced_id, 'student' as role,
    'false' as primary, l.valid_from as begin_date, l.ends_on as end_date from learning l
  union all
  select l.id || '.' || t.subject_id, l.recorded_at, l.class_id || '.' || t.subject_id, l.institution_id::text, l.person_id::text, 'student', 'false', l.valid_from, l.ends_on from learning l join ${taught(scope)} t on t.class_id = l.class_id
  union all
  select 't.' || c.id, c.recorded_at, c.id::text, c.institution_id::text, c.teacher_id::text, 'teacher', 'true', null, null from ${classesIn(scope)} c where c.teacher_id is not null and ${within(scope, { person: 'c.teacher_id' })}
  union all
  select 't.' || t.class_id || '.' || t.subject_id, t.recorded_at, t.class_id || '.' || t.subject_id, t.institution_id::text, t.teacher_id::text, 'teacher', 'true', null, null from ${taught(scope)} t
    where t.teacher_id is not null and ${within(scope, { person: 't.teacher_id' })}`;

/** Day of birth and sex; no column of origin is ever filled. Of protected people nothing. */
export const demographics = (scope: RosterScope): Sql => sql`
  select d.id::text as sourced_id, d.recorded_at as date_last_modified, d.born_on as birth_date, d.sex, '' as american_indian_or_alaska_native, '' as asian, '' as black_or_african_american,
    '' as native_hawaiian_or_other_pacific_islander, '' as white, '' as demographic_race_two_or_more_races, '' as hispanic_or_latino_ethnicity, '' as country_of_birth_code, '' as state_of_birth_abbreviation,
    '' as city_of_birth, '' as public_school_residence_status
  from persons.person d ${joinName('n', sql`d.id`, scope.today)} where not n.is_protected and d.id in (select person_id from ${peopleHere(scope)} p where p.role = 'student' group by person_id ${isFirstSchool(scope)})`;
