-- A date of birth or a sex that turned out to be wrong stays readable as what was believed until its correction.
create table persons.birth_before (
  id uuid primary key default uuidv7(),
  person_id uuid not null constraint birth_before_of_a_person references persons.person,
  born_on date not null,
  sex text not null check (sex in ('female', 'male')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz not null,
  replaced_by text not null
);
comment on table persons.birth_before is 'Date of birth (dzimšanas datums) and sex of a person until they were corrected, and who corrected them; what is believed now stands in person [append-only]';
create index birth_before_of_person on persons.birth_before (person_id, superseded_at);
