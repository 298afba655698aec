import { ROSTER } from '#modules/education/public.js';
import { EXCHANGED } from '#modules/marks/public.js';
import { type Sql, sql } from '#platform/db/sql.js';
import { type RosterScope, within } from './roster-scope.js';
import { taught } from './rostering.js';

/** What the periods of the register are called as categories of line items. */
const CATEGORIES = sql`(values ('semester', 'Semestra vērtējums', array['S1', 'S2']), ('year', 'Gada vērtējums', array['YEAR']), ('post-exam', 'Pēcpārbaudījums', array['POST']),
  ('exam', 'Valsts pārbaudījums', array['EXAM']), ('final', 'Gala vērtējums', array['FINAL'])) category(id, title, periods)`;

const KNOWN_SINCE = sql`timestamptz '2026-01-01 00:00:00Z'`;

export const categories = (_scope: RosterScope): Sql => sql`select category.id as sourced_id, ${KNOWN_SINCE} as date_last_modified, category.title, '' as weight from ${CATEGORIES}`;

/** Marks of a scope; `key` is the identifier of the result. */
const marksOf = (scope: RosterScope): Sql => sql`(
  select m.institution_id || '.' || m.year || '.' || m.person_id || '.' || m.subject_id || '.' || m.period as key, m.class_id, m.subject_id, m.person_id, m.period, m.value, coalesce(m.decided_on, (m.entered_at at time zone 'Europe/Riga')::date) as day, m.entered_at, m.is_withdrawn
  from ${EXCHANGED.marks} m where ${within(scope, { institution: 'm.institution_id', year: 'm.year', class: 'm.class_id', person: 'm.person_id', subject: 'm.subject_id', period: 'm.period' })}
    and exists (select from ${ROSTER.placements} l where l.class_id = m.class_id and l.person_id = m.person_id))`;

/** Assessed outcomes of a scope; they hang on a result of their subject and period. */
const outcomesOf = (scope: RosterScope): Sql => sql`(
  select m.institution_id || '.' || m.year || '.' || m.person_id || '.' || o.subject_id || '.' || m.period as key, m.institution_id, m.year, m.class_id, o.subject_id, o.code, m.outcome_id, m.person_id, m.period, m.value,
    coalesce(m.decided_on, (m.entered_at at time zone 'Europe/Riga')::date) as day, m.entered_at, m.is_withdrawn
  from ${EXCHANGED.outcomes} m join ${ROSTER.outcomes} o on o.id = m.outcome_id
  where ${within(scope, { institution: 'm.institution_id', year: 'm.year', class: 'm.class_id', person: 'm.person_id', subject: 'o.subject_id', period: 'm.period' })}
    and exists (select from ${ROSTER.placements} l where l.class_id = m.class_id and l.person_id = m.person_id))`;

/** One for each class, subject and period that is planned or has a mark. Grades 1 to 3 are assessed in letters and have no range. */
export const lineItems = (scope: RosterScope): Sql => sql`
  select t.class_id || '.' || t.subject_id || '.' || p.period as sourced_id, t.recorded_at as date_last_modified, category.title, '' as description,
    case p.period when 'S2' then y.second_semester_starts_on else y.starts_on end as assign_date, case p.period when 'S1' then y.first_semester_ends_on else y.ends_on end as due_date,
    t.class_id || '.' || t.subject_id as class_sourced_id, category.id as category_sourced_id, t.year || case when p.period in ('S1', 'S2') then '-' || p.period else '-YEAR' end as academic_session_sourced_id,
    case when t.grade >= 4 and p.period in ('S1', 'S2', 'YEAR', 'POST') then '1' else '' end as result_value_min, case when t.grade >= 4 and p.period in ('S1', 'S2', 'YEAR', 'POST') then '10' else '' end as result_value_max,
    t.institution_id::text as school_sourced_id
  from ${taught(scope)} t join ${ROSTER.years} y on y.year = t.year
  join lateral (
    select period from unnest(case t.semesters when 'first' then array['S1', 'YEAR'] when 'second' then array['S2', 'YEAR'] else array['S1', 'S2', 'YEAR'] end) period
    union select m.period from ${EXCHANGED.marks} m where m.institution_id = t.institution_id and m.year = t.year and m.class_id = t.class_id and m.subject_id = t.subject_id
    union select m.period from ${EXCHANGED.outcomes} m join ${ROSTER.outcomes} o on o.id = m.outcome_id where m.institution_id = t.institution_id and m.year = t.year and m.class_id = t.class_id and o.subject_id = t.subject_id
  ) p on true join ${CATEGORIES} on p.period = any(category.periods)
  where ${within(scope, { period: 'p.period' })}`;

/** Numbers are scores, letters texts; nv is a mark not given, atb an exempt pupil. Subjects assessed by outcomes alone have a result without a value. */
export const results = (scope: RosterScope): Sql => sql`
  select r.key as sourced_id, max(r.entered_at) as date_last_modified, bool_and(r.is_withdrawn) as is_withdrawn, r.class_id || '.' || r.subject_id || '.' || r.period as line_item_sourced_id, r.person_id::text as student_sourced_id,
    case max(r.value) when 'nv' then 'not submitted' when 'atb' then 'exempt' else 'fully graded' end as score_status, case when max(r.value) ~ '^[0-9]+$' then max(r.value) else '' end as score, max(r.day) as score_date, '' as comment,
    case when max(r.value) ~ '^[0-9]+$' then '' else coalesce(max(r.value), '') end as text_score, r.class_id || '.' || r.subject_id as class_sourced_id, '' as in_progress, '' as incomplete, '' as late, '' as missing
  from (select key, class_id, subject_id, person_id, period, value, day, entered_at, is_withdrawn from ${marksOf(scope)} m
    union all select key, class_id, subject_id, person_id, period, null, day, entered_at, is_withdrawn from ${outcomesOf(scope)} o) r
  group by r.key, r.class_id, r.subject_id, r.person_id, r.period`;

export const resultLearningObjectiveIds = (scope: RosterScope): Sql => sql`
  select o.institution_id || '.' || o.year || '.' || o.person_id || '.o' || o.outcome_id || '.' || o.period as sourced_id, o.entered_at as date_last_modified, o.is_withdrawn, o.key as result_sourced_id, 'unknown' as source,
    o.code as learning_objective_id, '' as score, o.value as text_score
  from ${outcomesOf(scope)} o`;

export const scoreScales = (scope: RosterScope): Sql => sql`
  select t.class_id || '.' || t.subject_id || '.STAP' as sourced_id, t.recorded_at as date_last_modified, 'S T A P' as title, 'STAP' as type, t.institution_id::text as org_sourced_id,
    t.institution_id || '.' || t.year || '.' || t.subject_id as course_sourced_id, t.class_id || '.' || t.subject_id as class_sourced_id, '{S:1},{T:2},{A:3},{P:4}' as score_scale_value
  from ${taught(scope)} t where t.grade <= 3`;
