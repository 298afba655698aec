-- How an institution was reached, and its number in the enterprise register, before each change: what was believed stays readable.
create table institutions.former_contact (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint former_contact_of_an_institution references institutions.institution,
  ent_nr text,
  phone text not null,
  email text not null,
  website text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz not null,
  replaced_by text not null
);
comment on table institutions.former_contact is 'Contacts (saziņa) and enterprise number of an institution until they were changed, and who changed them; what holds now stands in institution [append-only]';
create index former_contact_of_institution on institutions.former_contact (institution_id, superseded_at);
