-- Checking signed documents: whom their signatures are held against, the keys of claims on printed copies, and what was found of files handed in.
create schema checking;

create table checking.trusted_list (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('list-of-lists', 'national')),
  territory text not null constraint territory_of_a_list_has_two_letters check (territory ~ '^[A-Z]{2}$'),
  operator text not null,
  sequence integer not null check (sequence > 0),
  issued_at timestamptz not null,
  next_update_at timestamptz,
  signer text not null,
  signer_sha256 text not null,
  file_id uuid not null references platform.file,
  loaded_at timestamptz not null,
  loaded_by text not null,
  superseded_at timestamptz,
  constraint an_issue_of_a_list_is_loaded_once unique (kind, territory, sequence)
);
comment on table checking.trusted_list is 'Trusted lists of the EU (uzticamie saraksti, ETSI TS 119 612) loaded from files: who issued them, who signed them, and until when the next one is due';
create unique index one_trusted_list_of_a_territory_counts on checking.trusted_list (kind, territory) where superseded_at is null;
create index trusted_list_with_file on checking.trusted_list (file_id);

create table checking.trusted_service (
  id uuid primary key default uuidv7(),
  list_id uuid not null references checking.trusted_list,
  use text not null check (use in ('certificates', 'time-stamps')),
  name text not null,
  certificate bytea not null,
  granted jsonb not null
);
comment on table checking.trusted_service is 'Qualified services of a trusted list by their certificates, with the times at which each was granted [append-only]';
create index trusted_service_of_list on checking.trusted_service (list_id);

create table checking.list_signer (
  id uuid primary key default uuidv7(),
  list_id uuid not null references checking.trusted_list,
  territory text not null,
  certificate bytea not null
);
comment on table checking.list_signer is 'Who may sign the list of a country, as the list of the lists says [append-only]';
create index list_signer_of_list on checking.list_signer (list_id);

create table checking.claim_key (
  kid text primary key,
  x text not null,
  y text not null,
  secret bytea not null,
  made_at timestamptz not null
);
comment on table checking.claim_key is 'Keys by which claims on printed copies (izdrukas apliecinājums) are signed; the secret half is encrypted, the public half stays for ever [append-only]';

create table checking.file_check (
  id uuid primary key default uuidv7(),
  file_id uuid not null references platform.file,
  checked_at timestamptz not null,
  checked_by text not null,
  verdict text not null check (verdict in ('passed', 'failed', 'no-container')),
  signed_by text not null check (signed_by in ('applicant', 'somebody-else', 'not-known')),
  report jsonb,
  constraint a_container_has_its_report check ((report is null) = (verdict = 'no-container'))
);
comment on table checking.file_check is 'What was found each time when a file that was handed in was checked (pārbaudes ziņojums), with the policy and the day of what it was held against [append-only]';
create index file_check_of_file on checking.file_check (file_id, checked_at);

update access.role set permissions = permissions || array['checking.keep-lists'], changed_at = now(), changed_by = 'migration' where code = 'administrator';
