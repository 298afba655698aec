-- Pedagogical positions, and the reviewed move of a whole school into the next year.
insert into education.position_kind (code, name_lv, name_en, source) values
  ('teacher', 'Skolotājs', 'Teacher', 'to be checked against the Cabinet regulations on professions and positions of teachers'),
  ('preschool-teacher', 'Pirmsskolas izglītības skolotājs', 'Preschool teacher', 'to be checked against the Cabinet regulations on professions and positions of teachers'),
  ('head', 'Izglītības iestādes vadītājs', 'Head of institution', 'to be checked against the Cabinet regulations on professions and positions of teachers'),
  ('deputy-head', 'Izglītības iestādes vadītāja vietnieks', 'Deputy head of institution', 'to be checked against the Cabinet regulations on professions and positions of teachers'),
  ('special-teacher', 'Speciālās izglītības skolotājs', 'Special education teacher', 'to be checked against the Cabinet regulations on professions and positions of teachers'),
  ('speech-therapist', 'Skolotājs logopēds', 'Speech therapist', 'to be checked against the Cabinet regulations on professions and positions of teachers'),
  ('psychologist', 'Izglītības psihologs', 'Educational psychologist', 'to be checked against the Cabinet regulations on professions and positions of teachers'),
  ('social-pedagogue', 'Sociālais pedagogs', 'Social pedagogue', 'to be checked against the Cabinet regulations on professions and positions of teachers'),
  ('career-adviser', 'Pedagogs karjeras konsultants', 'Career adviser', 'to be checked against the Cabinet regulations on professions and positions of teachers'),
  ('interest-teacher', 'Interešu izglītības skolotājs', 'Interest education teacher', 'to be checked against the Cabinet regulations on professions and positions of teachers'),
  ('orientation-teacher', 'Profesionālās ievirzes izglītības skolotājs', 'Vocational-orientation teacher', 'to be checked against the Cabinet regulations on professions and positions of teachers'),
  ('teacher-assistant', 'Skolotāja palīgs', 'Teacher''s assistant', 'to be checked against the Cabinet regulations on professions and positions of teachers');

create table education.rollover (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint rollover_of_an_institution references institutions.institution,
  year smallint not null references education.school_year,
  state text not null check (state in ('proposed', 'applied')),
  proposed_at timestamptz not null,
  proposed_by text not null,
  applied_at timestamptz,
  applied_by text,
  order_nr text not null default '',
  constraint one_rollover_of_a_year unique (institution_id, year),
  constraint applied_rollover_says_when check ((state = 'applied') = (applied_at is not null))
);
comment on table education.rollover is 'The move of an institution''s pupils out of a school year into the next (pārcelšana nākamajā klasē): proposed, reviewed, then applied once by the head''s order';
create index rollover_of_year on education.rollover (year);

create table education.rollover_line (
  rollover_id uuid not null references education.rollover on delete cascade,
  membership_id uuid not null constraint rollover_of_a_membership references education.membership,
  person_id uuid not null constraint rollover_of_a_person references persons.person,
  from_class_id uuid not null constraint rollover_from_a_class references education.class,
  fate text not null check (fate in ('promote', 'repeat', 'leave', 'stay')),
  to_title text,
  to_key text,
  to_grade smallint check (to_grade between 1 and 12),
  blocked_by text not null default '',
  primary key (rollover_id, membership_id),
  constraint fate_names_its_class check ((fate in ('promote', 'repeat')) = (to_title is not null) and (to_title is null) = (to_grade is null) and (to_title is null) = (to_key is null))
);
comment on table education.rollover_line is 'What is to become of one pupil at the end of the year; `blocked_by` names the rules that speak against promotion, the head decides';
create index rollover_line_of_membership on education.rollover_line (membership_id);
create index rollover_line_of_person on education.rollover_line (person_id);
create index rollover_line_from_class on education.rollover_line (from_class_id);
