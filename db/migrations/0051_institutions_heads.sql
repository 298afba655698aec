-- Who heads an institution, with its history. The person is the register's; only the name is shown, and the name is read from there.
create table institutions.head (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint head_of_an_institution references institutions.institution,
  person_id uuid not null constraint head_is_a_known_person references persons.person,
  basis text not null constraint head_names_its_basis check (basis <> ''),
  end_basis text not null default '',
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references institutions.head,
  constraint head_period_in_order check (valid_to > valid_from),
  constraint one_head_at_a_time exclude using gist (institution_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table institutions.head is 'Heads of an institution over time (vadītāji) with the acts of appointment; there may be days without one';
comment on column institutions.head.end_basis is 'The act by which the head left without a successor; empty while the office is held, and where a successor followed';
create index head_of_institution on institutions.head (institution_id);
