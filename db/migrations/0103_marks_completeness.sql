-- Numbers that the completeness of marks and the reports on absences go by, and whom was reminded of what.
create table marks.parameter (
  id uuid primary key default uuidv7(),
  name text not null check (name in ('remind-before', 'remind-after', 'long-absence-lessons', 'long-absence-days', 'smallest-number')),
  numbers smallint[] not null constraint parameter_has_its_numbers check (cardinality(numbers) between 1 and 6 and 0 <= all (numbers) and 200 >= all (numbers)),
  valid_from date not null,
  valid_to date,
  basis text not null constraint parameter_names_its_basis check (basis <> ''),
  verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references marks.parameter,
  constraint parameter_period_in_order check (valid_to > valid_from),
  constraint one_parameter_at_a_time exclude using gist (name with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table marks.parameter is 'Limits of reminders and of reports on absences, each with the days on which it holds and its basis: working days before and after a deadline, more than so many lessons or days missed, the smallest number that is shown';

insert into marks.parameter (name, numbers, valid_from, basis, verified, recorded_at, recorded_by) values
  ('remind-before', '{5,2}', '2020-09-01', 'Sistēmas pārziņa izvēle; tiesību akts atgādinājumus nenosaka', false, now(), 'migration'),
  ('remind-after', '{1,5}', '2020-09-01', 'Sistēmas pārziņa izvēle; tiesību akts atgādinājumus nenosaka', false, now(), 'migration'),
  ('long-absence-lessons', '{20}', '2011-02-01', 'MK 01.02.2011. noteikumi Nr. 89: vairāk nekā 20 mācību stundas semestrī', false, now(), 'migration'),
  ('long-absence-days', '{3}', '2011-02-01', 'MK 01.02.2011. noteikumi Nr. 89: vairāk nekā trīs dienas obligātās sagatavošanas grupās', false, now(), 'migration'),
  ('smallest-number', '{5}', '2020-09-01', 'Statistikas konfidencialitātes paraugs (ESSnet rokasgrāmata par statistisko izpaušanas kontroli)', false, now(), 'migration');

create table marks.reminder (
  id uuid primary key default uuidv7(),
  institution_id uuid constraint reminder_of_an_institution references institutions.institution,
  unit_id integer constraint reminder_of_a_municipality references territories.unit,
  year smallint not null,
  due_on date not null,
  stage smallint not null,
  missing integer not null,
  told_users integer not null,
  told_at timestamptz not null,
  constraint reminder_is_of_someone check ((institution_id is null) <> (unit_id is null)),
  constraint reminded_once unique nulls not distinct (institution_id, unit_id, year, due_on, stage)
);
comment on table marks.reminder is 'Reminders of missing marks, outcomes and absences (atgādinājumi), to an institution''s staff or as a digest to its municipality; the stage is in working days from the deadline, negative before it';
create index reminder_of_year on marks.reminder (year, told_at);
create index reminder_of_municipality on marks.reminder (unit_id) where unit_id is not null;

-- Who sees how complete the register is; an administrator changes it in the program.
update access.role set permissions = permissions || more, changed_at = now(), changed_by = 'migration'
from (values
  ('school-secretary', array['marks.see-completeness']),
  ('institution-head', array['marks.see-completeness']),
  ('municipality-education-specialist', array['marks.see-completeness']),
  ('education-administrator', array['marks.see-completeness', 'marks.keep-parameters'])
) as added (role_code, more) where code = role_code;
