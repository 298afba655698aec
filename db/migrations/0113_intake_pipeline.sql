-- Large batches on their way in, and the private copies of schools in which vendors try their programs.
create table intake.arriving_part (
  upload_id uuid not null,
  part integer not null,
  first_row integer not null,
  content bytea not null,
  arrived_at timestamptz not null,
  primary key (upload_id, part)
);
comment on table intake.arriving_part is 'Pieces of a large batch as they arrive: whole lines of NDJSON, thrown away as soon as their rows are in the register or answered';
create index arriving_part_by_age on intake.arriving_part (arrived_at);

alter table intake.batch add column upload_id uuid;
create index batch_of_upload on intake.batch (upload_id) where upload_id is not null;
comment on column intake.batch.upload_id is 'The pieces that this batch is worked from; null where it came whole';

create table intake.sandbox (
  journal_id uuid not null references intake.journal,
  institution_id uuid not null constraint sandbox_of_an_institution references institutions.institution,
  year smallint not null,
  made_at timestamptz not null,
  made_by text not null,
  primary key (journal_id, institution_id, year)
);
comment on table intake.sandbox is 'Private copies of a school''s year for one e-journal (izmēģinājuma vide): real classes and days, made-up learners';
create index sandbox_of_institution on intake.sandbox (institution_id);

create table intake.sandbox_learner (
  journal_id uuid not null,
  institution_id uuid not null,
  year smallint not null,
  id uuid not null,
  membership_id uuid not null,
  code text not null constraint made_up_code_has_eleven_digits check (code ~ '^[0-9]{11}$'),
  given text not null,
  family text not null,
  programme_code text not null,
  class_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (journal_id, institution_id, year, id),
  foreign key (journal_id, institution_id, year) references intake.sandbox on delete cascade
);
comment on table intake.sandbox_learner is 'Made-up learners of a private copy: as many in each class as there are, with names and codes of nobody';

create table intake.sandbox_record (
  journal_id uuid not null,
  institution_id uuid not null,
  year smallint not null,
  kind text not null check (kind in ('mark', 'outcome', 'absence')),
  learner_id uuid not null,
  item integer not null,
  period text not null,
  value text not null,
  entered_at timestamptz not null,
  primary key (journal_id, institution_id, year, kind, learner_id, item, period),
  foreign key (journal_id, institution_id, year) references intake.sandbox on delete cascade
);
comment on table intake.sandbox_record is 'What a vendor sent into its private copy; it never reaches the register';
