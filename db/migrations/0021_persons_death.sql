-- A day of death is kept like the other facts: one that was recorded wrongly stays readable as what was believed.
create table persons.death (
  id uuid primary key default uuidv7(),
  person_id uuid not null constraint death_of_a_person references persons.person,
  died_on date not null,
  basis text not null constraint death_names_its_basis check (basis <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references persons.death
);
comment on table persons.death is 'Deaths (miršanas fakts) with the entry of the civil registry that proves them';
create unique index nobody_dies_twice on persons.death (person_id) where superseded_at is null;
comment on table persons.person is 'A resident (iedzīvotājs). Search keys, home and day of death repeat what holds now for searching; the histories are the truth';

insert into persons.death (person_id, died_on, basis, recorded_at, recorded_by)
select id, died_on, 'Miršanas reģistra ieraksts', recorded_at, recorded_by from persons.person where died_on is not null;

-- What was believed before is looked for by person, and is rare.
create index superseded_name_of_person on persons.name (person_id) where superseded_at is not null;
create index superseded_code_of_person on persons.code (person_id) where superseded_at is not null;
create index superseded_address_of_person on persons.address (person_id) where superseded_at is not null;
create index superseded_protection_of_person on persons.protection (person_id) where superseded_at is not null;
create index superseded_death_of_person on persons.death (person_id) where superseded_at is not null;
