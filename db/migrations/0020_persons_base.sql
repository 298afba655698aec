-- Residents: names, personal codes, addresses, guardianship and protection, each with its history.
-- A row that turned out wrong is superseded by another row and stays readable as what was believed.
create schema persons;

create table persons.person (
  id uuid primary key default uuidv7(),
  born_on date not null,
  sex text not null check (sex in ('female', 'male')),
  died_on date,
  family_key text collate "C" not null,
  given_key text collate "C" not null,
  home_atvk text references territories.unit_version,
  home_part text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint nobody_dies_before_birth check (died_on >= born_on)
);
comment on table persons.person is 'A resident (iedzīvotājs). Search keys and home repeat the present name and declared address for searching; the histories are the truth';
create index person_by_name on persons.person (family_key, given_key, id);
create index person_by_birth on persons.person (born_on, family_key, given_key, id);
create index person_by_home on persons.person (home_atvk, family_key, given_key, id);
create index living_by_home on persons.person (home_atvk, home_part) where died_on is null;

create table persons.name (
  id uuid primary key default uuidv7(),
  person_id uuid not null constraint name_of_a_person references persons.person,
  given text not null,
  family text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references persons.name,
  constraint name_period_in_order check (valid_to > valid_from),
  constraint one_name_at_a_time exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table persons.name is 'Given names and family name of a person over time (vārds, uzvārds)';
create index name_of_person on persons.name (person_id, valid_from) where superseded_at is null;

create table persons.code (
  id uuid primary key default uuidv7(),
  person_id uuid not null constraint code_of_a_person references persons.person,
  code text not null constraint person_code_has_eleven_digits check (code ~ '^[0-9]{11}$'),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references persons.code,
  constraint code_period_in_order check (valid_to > valid_from),
  constraint one_code_at_a_time exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table persons.code is 'Personal codes of a person over time (personas kods); an old code is never given to another person';
create unique index person_code_belongs_to_one_person on persons.code (code) where superseded_at is null;
create index code_of_person on persons.code (person_id, valid_from) where superseded_at is null;

create table persons.address (
  id uuid primary key default uuidv7(),
  person_id uuid not null constraint address_of_a_person references persons.person,
  atvk text not null constraint address_in_a_known_unit references territories.unit_version,
  part text not null default '',
  street text not null,
  address_code text constraint address_code_has_nine_digits check (address_code ~ '^[0-9]{9}$'),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references persons.address,
  constraint address_period_in_order check (valid_to > valid_from),
  constraint one_declared_address_at_a_time exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table persons.address is 'Declared addresses over time (deklarētā dzīvesvieta): unit and parish as they were called on the first day, never rewritten by a reform';
create index address_of_person on persons.address (person_id, valid_from) where superseded_at is null;

create table persons.guardianship (
  id uuid primary key default uuidv7(),
  child_id uuid not null constraint guardianship_of_a_person references persons.person,
  guardian_id uuid constraint guardianship_by_a_person references persons.person,
  kind text not null check (kind in ('parent', 'guardian', 'foster', 'care')),
  place text not null default '',
  basis text not null constraint guardianship_names_its_basis check (basis <> ''),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references persons.guardianship,
  constraint guardianship_period_in_order check (valid_to > valid_from),
  constraint nobody_is_their_own_guardian check (child_id <> guardian_id),
  constraint care_is_by_a_place check ((kind = 'care') = (guardian_id is null) and (kind = 'care') = (place <> '')),
  constraint one_guardianship_of_two_people_at_a_time
    exclude using gist (child_id with =, guardian_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table persons.guardianship is 'Who acts for a child: parents, guardians, foster families (vecāki, aizbildņi, audžuģimenes), or a place of out-of-family care';
create index guardianship_of_child on persons.guardianship (child_id);
create index guardianship_by_guardian on persons.guardianship (guardian_id) where guardian_id is not null;

create table persons.protection (
  id uuid primary key default uuidv7(),
  person_id uuid not null constraint protection_of_a_person references persons.person,
  kind text not null check (kind in ('violence', 'criminal-proceedings', 'adoption', 'office')),
  basis text not null constraint protection_names_its_basis check (basis <> ''),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references persons.protection,
  constraint protection_period_in_order check (valid_to > valid_from),
  constraint one_protection_at_a_time exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table persons.protection is 'Periods in which a person''s data is shown only to those with a separate right (aizsargājama persona)';
create index protection_of_person on persons.protection (person_id, valid_from) where superseded_at is null;
