-- Reports made in the background: who asked for what, how far it is, and the finished file in pieces.
create table platform.report_request (
  id uuid primary key default uuidv7(),
  kind text not null,
  input jsonb not null,
  format text not null check (format in ('xlsx', 'csv')),
  lang text not null check (lang in ('lv', 'en')),
  asked_by text not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  scope jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'expired')),
  attempts integer not null default 0,
  run_id uuid,
  heartbeat_at timestamptz,
  data_moment timestamptz,
  about jsonb not null default '[]',
  done_rows bigint not null default 0,
  total_rows bigint,
  finished_at timestamptz,
  size_bytes bigint,
  sha256 text,
  expires_at timestamptz,
  failure_lv text,
  failure_en text,
  constraint report_request_running_has_a_run check (state <> 'running' or (run_id is not null and heartbeat_at is not null)),
  constraint report_request_done_has_a_file check (state <> 'done' or (sha256 is not null and expires_at is not null))
);
comment on table platform.report_request is 'A report somebody asked for; scope keeps the rights it was made with, run_id the one run that may write its file';
create index report_request_of_asker on platform.report_request (asked_by, id desc);
create index report_request_running on platform.report_request (heartbeat_at) where state = 'running';
create index report_request_expiring on platform.report_request (expires_at) where state = 'done';

create table platform.report_chunk (
  request_id uuid not null references platform.report_request,
  run_id uuid not null,
  seq integer not null,
  content bytea not null,
  primary key (request_id, run_id, seq)
);
comment on table platform.report_chunk is 'Pieces of a finished or growing file; only those of the run that finished are ever offered';
-- The pieces are compressed already.
alter table platform.report_chunk alter column content set storage external;
