-- What the education register measures by: school years and their days, deadlines as data, programmes, subjects, courses,
-- scales and learning outcomes, and the reasons why a membership ends.
create schema education;

create table education.school_year (
  year smallint primary key check (year between 1990 and 2200),
  starts_on date not null,
  first_semester_ends_on date not null,
  second_semester_starts_on date not null,
  source text not null constraint school_year_names_its_source check (source <> ''),
  verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint semesters_in_order check (starts_on < first_semester_ends_on and first_semester_ends_on < second_semester_starts_on)
);
comment on table education.school_year is 'School years (mācību gadi), named by the calendar year in which they start; what was corrected stays in school_calendar_before';

create table education.year_end (
  year smallint not null references education.school_year,
  grade smallint not null check (grade between 1 and 12),
  ends_on date not null,
  source text not null constraint year_end_names_its_source check (source <> ''),
  verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (year, grade)
);
comment on table education.year_end is 'The last school day of each grade (mācību gada beigas klašu grupā); a class may end on another day of its own';

create table education.school_break (
  year smallint not null references education.school_year,
  season text not null check (season in ('autumn', 'winter', 'spring')),
  starts_on date not null,
  ends_on date not null,
  source text not null constraint school_break_names_its_source check (source <> ''),
  verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (year, season),
  constraint school_break_in_order check (starts_on <= ends_on)
);
comment on table education.school_break is 'School holidays within a school year (skolēnu brīvlaiks), first and last day';

create table education.school_calendar_before (
  id uuid primary key default uuidv7(),
  year smallint not null references education.school_year,
  what text not null check (what in ('year', 'end', 'break')),
  which text not null default '',
  days date[] not null,
  source text not null,
  verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz not null,
  superseded_by text not null
);
comment on table education.school_calendar_before is 'What a school year''s days, its end for a grade (which) or a school holiday (which) were before they were corrected [append-only]';
create index school_calendar_before_of_year on education.school_calendar_before (year);

create table education.deadline (
  id uuid primary key default uuidv7(),
  year smallint not null references education.school_year,
  matter text not null check (matter in ('S1', 'S2', 'YEAR', 'POST', 'ABSENCE', 'DOCUMENT', 'CHILDREN', 'COUNTS')),
  rule text not null check (rule in ('on a day', 'working days after the first semester ends', 'working days after the year ends', 'working days after the decision')),
  due_on date,
  working_days smallint check (working_days between 0 and 60),
  opens_on date,
  corrections_until date,
  legal_basis text not null constraint deadline_names_its_legal_basis check (legal_basis <> ''),
  verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references education.deadline,
  constraint deadline_says_how_it_is_counted check ((rule = 'on a day') = (due_on is not null) and (rule = 'on a day') = (working_days is null))
);
comment on table education.deadline is 'When marks, absences and documents of a school year are due (termiņi), how that is counted and by which law; changed by adding a row';
create unique index one_deadline_for_a_matter on education.deadline (year, matter) where superseded_at is null;

create table education.programme (
  code text primary key constraint programme_code_has_its_shape check (code ~ '^[0-9]{2}[0-9]{6}$|^[0-9]{2}[A-Z][0-9]{6}$'),
  name_lv text not null,
  name_en text not null,
  stage text not null check (stage in ('preschool', 'basic', 'secondary', 'interest', 'vocational orientation')),
  from_grade smallint check (from_grade between 1 and 12),
  to_grade smallint check (to_grade between 1 and 12),
  language text not null check (language in ('lv', 'minority', 'other')),
  form text not null check (form in ('full-time', 'evening', 'part-time', 'distance')),
  verified boolean not null,
  source text not null,
  constraint programme_grades_in_order check (to_grade >= from_grade)
);
comment on table education.programme is 'Education programmes by their classification code (izglītības programmas; MK 322 classification)';

create table education.programme_code_part (
  place text not null check (place in ('level', 'type', 'group', 'special', 'language', 'form')),
  value text not null,
  name_lv text not null,
  name_en text not null,
  verified boolean not null,
  source text not null,
  primary key (place, value)
);
comment on table education.programme_code_part is 'What the characters of a programme''s code mean, as far as it is known (izglītības klasifikācijas kods)';

create table education.subject (
  id integer primary key,
  name text not null constraint subject_has_a_name check (name <> ''),
  name_en text not null,
  name_key text not null,
  area text not null default '',
  is_language boolean not null default false,
  valid_from date not null,
  valid_to date,
  source text not null,
  constraint subject_period_in_order check (valid_to > valid_from)
);
comment on table education.subject is 'Subjects by their numeric identifier (mācību priekšmeti); the key is the name without case, accents and punctuation';
create index subject_by_key on education.subject using gin (name_key gin_trgm_ops);

create table education.subject_before (
  id uuid primary key default uuidv7(),
  subject_id integer not null references education.subject,
  name text not null,
  area text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  superseded_at timestamptz not null,
  superseded_by text not null
);
comment on table education.subject_before is 'What a subject was called and when it held before it was changed [append-only]';
create index subject_before_of_subject on education.subject_before (subject_id);

create table education.course (
  id integer generated by default as identity primary key,
  subject_id integer not null constraint course_of_a_known_subject references education.subject,
  name text not null constraint course_has_a_name check (name <> ''),
  kind text not null default '',
  level text not null check (level in ('general', 'optimal', 'highest', 'none')),
  authorship text not null check (authorship in ('standard', 'own')),
  valid_from date not null,
  valid_to date,
  source text not null,
  constraint course_period_in_order check (valid_to > valid_from),
  constraint one_course_of_a_name_in_a_subject unique (subject_id, name)
);
comment on table education.course is 'Courses of subjects in secondary school (mācību priekšmetu kursi): kind as the source words it, level, and whether standard or a school''s own';

create table education.subject_import (
  id uuid primary key default uuidv7(),
  subjects_file_id uuid references platform.file,
  courses_file_id uuid references platform.file,
  proposed_at timestamptz not null,
  proposed_by text not null,
  applied_at timestamptz,
  applied_by text,
  constraint subject_import_has_a_file check (subjects_file_id is not null or courses_file_id is not null)
);
comment on table education.subject_import is 'Files of the open data on subjects and courses that were read in: looked at first, applied when confirmed';

create table education.scale (
  code text primary key check (code ~ '^[A-Z]+$'),
  name_lv text not null,
  name_en text not null,
  is_numeric boolean not null
);
comment on table education.scale is 'Ways to assess (vērtēšanas skalas): ten points, levels of learning outcomes, passed or not, per cent';

create table education.scale_value (
  scale text not null references education.scale,
  value text not null,
  position smallint not null,
  points numeric,
  passes boolean,
  is_assessment boolean not null,
  name_lv text not null,
  name_en text not null,
  primary key (scale, value),
  constraint one_scale_value_at_a_position unique (scale, position)
);
comment on table education.scale_value is 'What may be written on a scale. nv (nav vērtējuma) and atb (atbrīvots) stand on every scale and are no assessments';

create table education.scale_rule (
  id uuid primary key default uuidv7(),
  from_year smallint not null,
  to_year smallint,
  from_grade smallint not null check (from_grade between 1 and 12),
  to_grade smallint not null check (to_grade between 1 and 12),
  subject_id integer references education.subject,
  record text not null check (record in ('mark', 'outcome')),
  period text not null check (period in ('any', 'S1', 'S2', 'YEAR', 'EXAM', 'POST', 'FINAL')),
  scale text not null references education.scale,
  legal_basis text not null constraint scale_rule_names_its_legal_basis check (legal_basis <> ''),
  verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references education.scale_rule,
  constraint scale_rule_years_in_order check (to_year >= from_year),
  constraint scale_rule_grades_in_order check (to_grade >= from_grade)
);
comment on table education.scale_rule is 'Which scale holds for which school years, grades, subject and period; a rule that names the subject or period goes before one that does not';
create index scale_rule_of_subject on education.scale_rule (subject_id) where superseded_at is null;

create table education.outcome (
  id integer primary key generated by default as identity,
  code text not null,
  subject_id integer not null constraint outcome_of_a_known_subject references education.subject,
  from_grade smallint not null check (from_grade between 1 and 12),
  to_grade smallint not null check (to_grade between 1 and 12),
  text_lv text not null,
  made_up boolean not null,
  source text not null,
  constraint outcome_code_belongs_to_one unique (code),
  constraint outcome_grades_in_order check (to_grade >= from_grade)
);
comment on table education.outcome is 'Learning outcomes assessed in grades 1-3 (sasniedzamie rezultāti)';
create index outcome_of_subject on education.outcome (subject_id);

create table education.end_reason (
  code text primary key check (code ~ '^[a-z][a-z-]*$'),
  parent text references education.end_reason,
  name_lv text not null,
  name_en text not null,
  definition_lv text not null,
  definition_en text not null,
  example_lv text not null,
  example_en text not null,
  needs_comment boolean not null,
  verified boolean not null,
  position smallint not null
);
comment on table education.end_reason is 'Why memberships end (piederības izbeigšanas statusi un apakšstatusi; one with a parent is a sub-status), each with a definition and an example, since schools understood them differently';
