-- Attached files: kept once as they came, found by their content's hash.
create table platform.file (
  id uuid primary key default uuidv7(),
  sha256 text not null constraint file_hash_is_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null constraint file_has_a_name check (name <> ''),
  type text not null,
  size integer not null,
  content bytea not null,
  stored_at timestamptz not null,
  stored_by text not null,
  constraint file_is_not_empty check (size > 0 and size = octet_length(content))
);
comment on table platform.file is 'Files people attach, exactly as they came (pievienotās datnes); never changed [append-only]';
create index file_by_hash on platform.file (sha256);
