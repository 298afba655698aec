-- What universities may learn of an applicant: only what the applicant, or the parent of a minor, agreed to, for one university until a day.
create table marks.admission_consent (
  id uuid primary key default uuidv7(),
  person_id uuid not null constraint consent_about_a_person references persons.person,
  institution_id uuid not null constraint consent_for_an_institution references institutions.institution,
  purpose text not null check (purpose in ('admission')),
  valid_from date not null,
  valid_to date not null,
  given_at timestamptz not null,
  given_by uuid not null constraint consent_given_by_a_person references persons.person,
  withdrawn_at timestamptz,
  withdrawn_by uuid constraint consent_withdrawn_by_a_person references persons.person,
  constraint consent_period_in_order check (valid_to > valid_from),
  constraint withdrawal_says_who check ((withdrawn_at is null) = (withdrawn_by is null)),
  constraint one_consent_at_a_time exclude using gist (person_id with =, institution_id with =, purpose with =, daterange(valid_from, valid_to) with &&) where (withdrawn_at is null)
);
comment on table marks.admission_consent is 'Consents to hand marks to a university for admission (piekrišana uzņemšanai), by the pupil of age or a parent; withdrawn at any time';
create index admission_consent_of_person on marks.admission_consent (person_id);
create index admission_consent_for_institution on marks.admission_consent (institution_id, id);
create index admission_consent_by_giver on marks.admission_consent (given_by);
create index admission_consent_by_withdrawer on marks.admission_consent (withdrawn_by) where withdrawn_by is not null;

create table marks.admission_read (
  consent_id uuid not null references marks.admission_consent,
  read_at timestamptz not null,
  marks integer not null,
  primary key (consent_id, read_at)
);
comment on table marks.admission_read is 'When a university took the marks that a consent lets it have, and how many: the last step of a mark''s way [append-only]';

-- The role of a university's program; it is given for the university alone, and whose marks it reads is said by the consents.
insert into access.role (code, module, title_lv, title_en, permissions, scope_kinds, changed_at, changed_by) values
  ('university-admissions', 'marks', 'Augstskolas uzņemšanas sistēma', 'Admission system of a university', array['marks.read-admissions'], array['institution'], now(), 'migration');
