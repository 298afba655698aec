-- What arrives from school e-journals: who may send for which school, what was sent, how each row was answered, and what names mean.
create schema intake;

create table intake.journal (
  id uuid primary key default uuidv7(),
  code text not null constraint journal_code_has_its_shape check (code ~ '^[a-z][a-z0-9-]{1,30}$'),
  name text not null constraint journal_has_a_name check (name <> ''),
  vendor text not null constraint journal_has_a_vendor check (vendor <> ''),
  user_id uuid constraint journal_sends_as_a_technical_user references access.app_user,
  state text not null check (state in ('registered', 'suspended', 'closed')),
  reason text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint journal_code_belongs_to_one unique (code),
  constraint technical_user_of_one_journal unique (user_id),
  constraint suspension_says_why check (state = 'registered' or reason <> '')
);
comment on table intake.journal is 'Registered e-journals (e-žurnāli, skolvadības sistēmas); a machine client of the journal acts as its technical user';

create table intake.journal_contact (
  id uuid primary key default uuidv7(),
  journal_id uuid not null references intake.journal,
  name text not null constraint contact_has_a_name check (name <> ''),
  email text not null constraint contact_has_an_address check (email ~ '^[^@ ]+@[^@ ]+$'),
  recorded_at timestamptz not null,
  recorded_by text not null,
  ended_at timestamptz,
  ended_by text
);
comment on table intake.journal_contact is 'Whom at the vendor to tell of changes and troubles (tehniskā kontaktpersona)';
create index journal_contact_of_journal on intake.journal_contact (journal_id);

create table intake.journal_school (
  id uuid primary key default uuidv7(),
  journal_id uuid not null references intake.journal,
  institution_id uuid not null constraint journal_of_an_institution references institutions.institution,
  valid_from date not null,
  valid_to date,
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  ended_at timestamptz,
  ended_by text,
  constraint journal_school_in_order check (valid_to >= valid_from),
  constraint journal_confirmed_once_at_a_time exclude using gist (journal_id with =, institution_id with =, daterange(valid_from, valid_to) with &&)
);
comment on table intake.journal_school is 'Schools that confirmed an e-journal to send for them, and since when';
create index journal_school_of_institution on intake.journal_school (institution_id);

create table intake.batch (
  id uuid primary key default uuidv7(),
  journal_id uuid references intake.journal,
  institution_id uuid not null constraint batch_of_an_institution references institutions.institution,
  year smallint not null,
  kind text not null check (kind in ('mark', 'outcome', 'absence')),
  channel text not null check (channel in ('manual', 'service', 'file')),
  format text not null check (format in ('json', 'ndjson', 'oneroster-csv', 'oneroster-rest', 'xlsx', 'mapping')),
  idempotency_key text not null constraint batch_has_a_key check (idempotency_key <> ''),
  content_sha256 bytea not null,
  file_id uuid references platform.file,
  is_dry_run boolean not null,
  is_sandbox boolean not null,
  state text not null check (state in ('received', 'working', 'done', 'failed')),
  next_row integer not null default 1,
  row_count integer not null default 0,
  taken integer not null default 0,
  corrected integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  waiting integer not null default 0,
  warned integer not null default 0,
  failure text not null default '',
  received_at timestamptz not null,
  received_by text not null,
  worked_at timestamptz not null,
  done_at timestamptz,
  constraint batch_done_says_when check ((state in ('done', 'failed')) = (done_at is not null))
);
comment on table intake.batch is 'Rows that came together for one institution and school year (datu pakete): what came of them, and from which row work goes on after an interruption';
create unique index batch_by_key on intake.batch (received_by, idempotency_key);
create index batch_of_institution on intake.batch (institution_id, id);
create index batch_of_journal on intake.batch (journal_id, id);
create index batch_under_way on intake.batch (id) where state in ('received', 'working');

create table intake.answer (
  batch_id uuid not null references intake.batch,
  row integer not null,
  code text not null check (code ~ '^VI-[0-9]{3}$'),
  state text not null check (state in ('refused', 'waiting', 'warned', 'settled', 'dropped')),
  field text not null default '',
  found text not null default '',
  expected jsonb not null default '{"lv": "", "en": ""}',
  nearest jsonb not null default '[]',
  sent jsonb not null,
  mended jsonb,
  person_id uuid,
  settled_at timestamptz,
  settled_by text,
  primary key (batch_id, row, code)
);
comment on table intake.answer is 'Rows that were not taken, or taken with a warning: why, what was sent, the nearest valid values, and the row as it would be right; waiting ones are on someone''s desk';
create index answer_waiting on intake.answer (batch_id) where state = 'waiting';

create table intake.subject_alias (
  id uuid primary key default uuidv7(),
  institution_id uuid constraint alias_of_an_institution references institutions.institution,
  journal_id uuid references intake.journal,
  name text not null,
  name_key text not null constraint alias_has_a_key check (name_key <> ''),
  subject_id integer not null,
  is_offered boolean not null default false,
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  ended_at timestamptz,
  ended_by text,
  constraint alias_is_of_someone check (institution_id is not null or journal_id is not null)
);
comment on table intake.subject_alias is 'What a school, or a journal everywhere, calls a subject (priekšmeta nosaukums e-žurnālā); offered to the vendor when the school agrees';
create unique index one_meaning_of_a_subject_name on intake.subject_alias (name_key, institution_id, journal_id) nulls not distinct where ended_at is null;
create index subject_alias_of_institution on intake.subject_alias (institution_id);
create index subject_alias_of_journal on intake.subject_alias (journal_id);

create table intake.class_alias (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint class_alias_of_an_institution references institutions.institution,
  year smallint not null,
  title text not null,
  title_key text not null,
  class_id uuid not null,
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  ended_at timestamptz,
  ended_by text
);
comment on table intake.class_alias is 'What a school''s e-journal calls a class in a school year (klases nosaukums e-žurnālā)';
create unique index one_meaning_of_a_class_name on intake.class_alias (institution_id, year, title_key) where ended_at is null;

create table intake.journal_call (
  journal_id uuid not null references intake.journal,
  path text not null,
  day date not null,
  calls integer not null,
  last_at timestamptz not null,
  primary key (journal_id, path, day)
);
comment on table intake.journal_call is 'How often each e-journal called which address on a day: who still uses an old one is seen here';
