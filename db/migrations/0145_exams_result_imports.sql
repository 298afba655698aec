-- Points of works brought in from a file or by a machine: every row kept as it came, with the answer to it.
create table exams.import (
  id uuid primary key default uuidv7(),
  event_id uuid not null constraint import_for_an_event references exams.event,
  key text not null constraint import_has_a_key check (key <> ''),
  content_hash text not null,
  source text not null check (source in ('xlsx', 'csv', 'api')),
  file_name text not null default '',
  row_count integer not null check (row_count > 0),
  next_line integer not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  finished_at timestamptz,
  constraint one_import_under_a_key unique (recorded_by, key)
);
comment on table exams.import is 'Imports of points (punktu ielāde), each under the key of its sender; taken in parts, and next_line is where the work goes on';
create index import_of_event on exams.import (event_id);

create table exams.import_row (
  import_id uuid not null references exams.import,
  line integer not null check (line > 0),
  candidate_code text not null,
  points jsonb not null,
  verdict text check (verdict in ('taken', 'unchanged', 'refused')),
  code text,
  field text,
  expected text,
  nearest text[],
  primary key (import_id, line),
  constraint refusal_says_why check ((verdict = 'refused') = (code is not null))
);
comment on table exams.import_row is 'Rows of imports as they came, and what came of each: taken, unchanged, or refused with the rule, the field, what was expected and the nearest values';
create index import_row_refused on exams.import_row (import_id, line) where verdict = 'refused';
