import { sql } from '#platform/db/sql.js';

/**
 * Who learns what with whom, as subqueries that exchanges of rosters put into their own statements; conditions on them reach the indexes.
 * Only what is believed now; a placement's and a membership's `valid_to` is the day after the last.
 */
export const ROSTER = {
  /** `year`, `starts_on`, `ends_on` (the last school day of any grade), `first_semester_ends_on`, `second_semester_starts_on`, `recorded_at`. */
  years: sql`(select y.year, y.starts_on, coalesce((select max(e.ends_on) from education.year_end e where e.year = y.year), make_date(y.year + 1, 5, 31)) as ends_on,
      y.first_semester_ends_on, y.second_semester_starts_on, y.recorded_at from education.school_year y)`,
  /** `id`, `institution_id`, `year`, `grade`, `title`, `teacher_id`, `recorded_at`: classes, not groups. */
  classes: sql`(select c.id, c.institution_id, c.year, c.grade, c.title, c.teacher_id, c.recorded_at from education.class c where c.kind in ('class', 'special'))`,
  /** `class_id`, `subject_id`, `semesters` (both, first, second), `teacher_id`. */
  plans: sql`(select p.class_id, p.subject_id, p.semesters, p.teacher_id from education.class_subject p)`,
  /** `id`, `class_id`, `person_id`, `valid_from`, `valid_to`, `recorded_at`. */
  placements: sql`(select l.id, l.class_id, l.person_id, l.valid_from, l.valid_to, l.recorded_at from education.placement l where l.superseded_at is null)`,
  /** `id`, `name`. */
  subjects: sql`(select s.id, s.name from education.subject s)`,
  /** `id`, `code`, `subject_id`. */
  outcomes: sql`(select o.id, o.code, o.subject_id from education.outcome o)`,
  /** `person_id`, `institution_id`, `number`. */
  numbers: sql`(select n.person_id, n.institution_id, n.number from education.learner_number n)`,
} as const;
