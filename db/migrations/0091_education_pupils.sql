-- Who learns where: licences, classes and groups, memberships and placements with their ends, candidates, teachers, exemptions, transfers.
-- A row that turned out wrong is superseded by another row and stays readable as what was believed.

create table education.licence (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint licence_of_an_institution references institutions.institution,
  programme_code text not null constraint licence_of_a_known_programme references education.programme,
  licence_nr text not null constraint licence_has_a_number check (licence_nr <> ''),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references education.licence,
  constraint licence_period_in_order check (valid_to > valid_from),
  constraint one_licence_of_a_programme_at_a_time exclude using gist (institution_id with =, programme_code with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table education.licence is 'Licences of institutions for programmes (izglītības programmas licence); pupils may be enrolled from its first day';
create index licence_of_institution on education.licence (institution_id);

create table education.class (
  id uuid primary key default uuidv7(),
  year smallint not null references education.school_year,
  institution_id uuid not null constraint class_of_an_institution references institutions.institution,
  place_id uuid,
  kind text not null check (kind in ('class', 'preschool', 'special', 'extended day', 'interest', 'vocational orientation', 'activity')),
  grade smallint check (grade between 1 and 12),
  title text not null constraint class_has_a_title check (title <> ''),
  title_key text not null,
  programme_code text not null constraint class_of_a_known_programme references education.programme,
  teacher_id uuid constraint class_taught_by_a_person references persons.person,
  language text not null default 'lv',
  shift smallint not null default 1 check (shift in (1, 2)),
  ends_on date,
  closed_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint class_in_a_grade check ((kind in ('class', 'special')) = (grade is not null)),
  constraint one_class_of_a_title_in_a_year unique (institution_id, year, title_key, kind)
);
comment on table education.class is 'Classes and groups of a school year (klases un grupas), at the legal address unless a delivery place of the institution is named. The key is the title in upper case without dots, spaces and hyphens: 2.a = 2A = 2. a';
create index class_of_year on education.class (year, institution_id);
create index class_of_teacher on education.class (teacher_id) where teacher_id is not null;

create table education.class_subject (
  class_id uuid not null references education.class,
  subject_id integer not null constraint class_learns_a_known_subject references education.subject,
  course_id integer references education.course,
  semesters text not null default 'both' check (semesters in ('both', 'first', 'second')),
  teacher_id uuid constraint subject_taught_by_a_person references persons.person,
  primary key (class_id, subject_id)
);
comment on table education.class_subject is 'What a class learns in the year (klases mācību plāns); from it follows which marks are expected';
create index class_subject_of_teacher on education.class_subject (teacher_id) where teacher_id is not null;

create table education.learner_number (
  person_id uuid not null constraint number_of_a_learner references persons.person,
  institution_id uuid not null constraint number_given_by_an_institution references institutions.institution,
  number text not null constraint learner_number_is_no_personal_code check (number ~ '^[A-Z]{2}[0-9A-Z-]{3,18}$'),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (institution_id, person_id),
  constraint learner_number_belongs_to_one unique (institution_id, number)
);
comment on table education.learner_number is 'Numbers that institutions give learners without a Latvian personal code (iestādes piešķirts identifikators)';
create index learner_number_of_person on education.learner_number (person_id);

create table education.membership (
  id uuid primary key default uuidv7(),
  person_id uuid not null constraint membership_of_a_person references persons.person,
  institution_id uuid not null constraint membership_in_an_institution references institutions.institution,
  programme_code text not null constraint membership_in_a_known_programme references education.programme,
  is_main boolean not null,
  form text not null default 'full-time' check (form in ('full-time', 'evening', 'part-time', 'distance')),
  valid_from date not null,
  valid_to date,
  order_nr text not null default '',
  ordered_on date,
  end_reason text references education.end_reason,
  end_comment text not null default '',
  end_order_nr text not null default '',
  end_ordered_on date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references education.membership,
  constraint membership_period_in_order check (valid_to > valid_from),
  constraint membership_ends_for_a_reason check ((valid_to is null) = (end_reason is null)),
  constraint one_main_membership_at_a_time exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null and is_main),
  constraint no_membership_twice_in_an_institution
    exclude using gist (person_id with =, institution_id with =, programme_code with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table education.membership is 'Learners'' memberships in institutions over time (izglītojamā piederība): one main one at a time, others beside it';
create index membership_of_person on education.membership (person_id, valid_from) where superseded_at is null;
create index membership_in_institution on education.membership (institution_id, valid_from) where superseded_at is null;

create table education.placement (
  id uuid primary key default uuidv7(),
  membership_id uuid not null constraint placement_of_a_membership references education.membership,
  class_id uuid not null constraint placement_in_a_class references education.class,
  person_id uuid not null constraint placement_of_a_person references persons.person,
  valid_from date not null,
  valid_to date,
  repeats boolean not null default false,
  year_extended_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references education.placement,
  constraint placement_period_in_order check (valid_to > valid_from),
  constraint one_class_at_a_time exclude using gist (membership_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table education.placement is 'In which class a member is and when (klases maiņa gada laikā is a new row); whether the year is repeated or extended';
create index placement_in_class on education.placement (class_id) where superseded_at is null;
create index placement_of_person on education.placement (person_id, valid_from) where superseded_at is null;
create index placement_of_membership on education.placement (membership_id) where superseded_at is null;

create table education.candidate (
  id uuid primary key default uuidv7(),
  person_id uuid not null constraint candidate_is_a_person references persons.person,
  institution_id uuid not null constraint candidate_of_an_institution references institutions.institution,
  year smallint not null references education.school_year,
  programme_code text not null constraint candidate_for_a_known_programme references education.programme,
  applied_on date not null,
  state text not null check (state in ('candidate', 'enrolled', 'removed')),
  reason text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  ended_at timestamptz,
  constraint removal_says_why check (state <> 'removed' or reason <> '')
);
comment on table education.candidate is 'Future pupils (pretendenti): in one school only; to change, the first removes and the second adds';
create unique index candidate_in_one_school on education.candidate (person_id) where state = 'candidate';
create index candidate_of_institution on education.candidate (institution_id, year);

create table education.exemption (
  id uuid primary key default uuidv7(),
  person_id uuid not null constraint exemption_of_a_person references persons.person,
  subject_id integer not null constraint exemption_from_a_known_subject references education.subject,
  basis text not null constraint exemption_names_its_basis check (basis <> ''),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references education.exemption,
  constraint exemption_period_in_order check (valid_to > valid_from),
  constraint one_exemption_from_a_subject_at_a_time exclude using gist (person_id with =, subject_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table education.exemption is 'Subjects that a learner is exempt from (atbrīvojums no mācību priekšmeta)';
create index exemption_of_person on education.exemption (person_id);

create table education.position_kind (
  code text primary key check (code ~ '^[a-z][a-z-]*$'),
  name_lv text not null,
  name_en text not null,
  source text not null
);
comment on table education.position_kind is 'Pedagogical positions (pedagogu amati)';

create table education.teacher_position (
  id uuid primary key default uuidv7(),
  person_id uuid not null constraint position_of_a_person references persons.person,
  institution_id uuid not null constraint position_in_an_institution references institutions.institution,
  position_code text not null constraint position_of_a_known_kind references education.position_kind,
  workload numeric(4, 3) not null constraint workload_is_a_share check (workload >= 0 and workload <= 2),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references education.teacher_position,
  constraint position_period_in_order check (valid_to > valid_from),
  constraint one_position_of_a_kind_at_a_time
    exclude using gist (person_id with =, institution_id with =, position_code with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table education.teacher_position is 'Teachers'' positions in institutions (pedagoga amats) with their workload (tarificētā likme, 1 = full time); only a workload above 0 counts in statistics';
create index position_in_institution on education.teacher_position (institution_id) where superseded_at is null;
create index position_of_person on education.teacher_position (person_id) where superseded_at is null;

create table education.transfer (
  id uuid primary key default uuidv7(),
  person_id uuid not null constraint transfer_of_a_person references persons.person,
  from_institution_id uuid not null constraint transfer_from_an_institution references institutions.institution,
  to_institution_id uuid not null constraint transfer_to_an_institution references institutions.institution,
  programme_code text not null constraint transfer_into_a_known_programme references education.programme,
  class_id uuid constraint transfer_into_a_class references education.class,
  moves_on date not null,
  state text not null check (state in ('asked', 'agreed', 'refused', 'withdrawn', 'done')),
  reason text not null default '',
  asked_at timestamptz not null,
  asked_by text not null,
  answered_at timestamptz,
  answered_by text,
  done_at timestamptz,
  constraint transfer_between_two_institutions check (from_institution_id <> to_institution_id),
  constraint answer_says_when check ((state = 'asked') = (answered_at is null)),
  constraint refusal_says_why check (state <> 'refused' or reason <> '')
);
comment on table education.transfer is 'A pupil''s change of school as a handshake (pārcelšanās): the new school asks, the old one agrees, both change on the day';
create unique index one_open_transfer_of_a_person on education.transfer (person_id) where state in ('asked', 'agreed');
create index transfer_from_institution on education.transfer (from_institution_id, asked_at);
create index transfer_to_institution on education.transfer (to_institution_id, asked_at);
