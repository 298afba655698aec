-- OneRoster packages and servers: what came, what it meant, and how the sender's identifiers meet what was sent before.
create table intake.oneroster_package (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint package_of_an_institution references institutions.institution,
  journal_id uuid references intake.journal,
  file_id uuid not null references platform.file,
  name text not null,
  state text not null check (state in ('received', 'refused', 'ready', 'sending', 'sent', 'dropped')),
  sends_itself boolean not null,
  report jsonb,
  outlook jsonb,
  batch_ids uuid[] not null default '{}',
  withdrawn integer not null default 0,
  failure text not null default '',
  failure_en text not null default '',
  received_at timestamptz not null,
  received_by text not null,
  checked_at timestamptz,
  released_by text,
  sent_at timestamptz,
  sent_by text,
  constraint sent_package_says_when check ((state = 'sent') = (sent_at is not null))
);
comment on table intake.oneroster_package is 'OneRoster CSV packages of a school (OneRoster paketes): the report of the check, what they mean for the register, and the batches made of them';
create index oneroster_package_of_institution on intake.oneroster_package (institution_id, id);
create index oneroster_package_of_journal on intake.oneroster_package (journal_id, id);

create table intake.oneroster_record (
  institution_id uuid not null constraint oneroster_record_of_an_institution references institutions.institution,
  source text not null,
  file text not null,
  sourced_id text not null,
  facts jsonb not null,
  told_at timestamptz not null,
  primary key (institution_id, source, file, sourced_id)
);
comment on table intake.oneroster_record is 'What a sender''s OneRoster identifiers stand for (sessions, courses, classes, users, line items), so that later changes meet earlier records; source is the journal, or upload';

create table intake.oneroster_server (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint server_of_an_institution references institutions.institution,
  journal_id uuid not null references intake.journal,
  service_url text not null constraint server_has_an_address check (service_url ~ '^https?://'),
  token_url text not null constraint server_has_a_token_address check (token_url ~ '^https?://'),
  client_id text not null,
  sealed_secret bytea not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  ended_at timestamptz,
  ended_by text
);
comment on table intake.oneroster_server is 'OneRoster REST servers of e-journals from which a school''s results are fetched; the secret is encrypted with a key of the installation';
create unique index one_server_of_a_journal_in_a_school on intake.oneroster_server (institution_id, journal_id) where ended_at is null;
create index oneroster_server_of_journal on intake.oneroster_server (journal_id);

create table intake.oneroster_pull (
  id uuid primary key default uuidv7(),
  server_id uuid not null references intake.oneroster_server,
  state text not null check (state in ('working', 'done', 'failed')),
  changed_since timestamptz,
  collection text not null,
  next_offset integer not null default 0,
  fetched integer not null default 0,
  batch_ids uuid[] not null default '{}',
  withdrawn integer not null default 0,
  failure text not null default '',
  started_at timestamptz not null,
  started_by text not null,
  done_at timestamptz,
  constraint done_pull_says_when check ((state = 'working') = (done_at is null))
);
comment on table intake.oneroster_pull is 'One fetch from a OneRoster server: page by page, so that it goes on where it was interrupted';
create unique index one_pull_of_a_server_at_a_time on intake.oneroster_pull (server_id) where state = 'working';
create index oneroster_pull_of_server on intake.oneroster_pull (server_id, id);

create table intake.oneroster_pulled (
  pull_id uuid not null references intake.oneroster_pull,
  file text not null,
  position integer not null,
  columns jsonb not null,
  primary key (pull_id, file, position)
);
comment on table intake.oneroster_pulled is 'Records of a fetch under way, as columns of the CSV binding; thrown away when it is done';

-- Who takes packages in for a school, and who may take out what the register holds of one.
update access.role set permissions = permissions || more, changed_at = now(), changed_by = 'migration'
from (values
  ('school-secretary', array['intake.take-packages', 'intake.read-roster']),
  ('institution-head', array['intake.take-packages', 'intake.read-roster', 'intake.fetch-results']),
  ('e-journal', array['intake.read-roster'])
) as added (role_code, more) where code = role_code;
