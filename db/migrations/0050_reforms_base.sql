-- Rehearsals of territorial reforms, what happened when one was applied, and what people must decide.
create schema reforms;

create table reforms.rehearsal (
  id uuid primary key default uuidv7(),
  reform_id uuid not null references territories.reform,
  asked_by text not null,
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  step text,
  started_at timestamptz,
  finished_at timestamptz,
  changes integer
);
comment on table reforms.rehearsal is 'A computation of everything a reform would change, on the data of that moment; changes nothing';
create index rehearsal_of_reform on reforms.rehearsal (reform_id, asked_at desc);

create table reforms.change (
  rehearsal_id uuid references reforms.rehearsal on delete cascade,
  reform_id uuid not null references territories.reform,
  participant text not null,
  kind text not null,
  key text not null,
  unit_id integer not null,
  label text not null,
  before text not null,
  after text,
  effect text not null check (effect in ('changes', 'ends', 'continues', 'starts', 'needs-person')),
  count integer not null,
  constraint one_change_of_a_row unique nulls not distinct (reform_id, rehearsal_id, participant, kind, key)
);
comment on table reforms.change is 'One foreseen change of a rehearsal, or (without a rehearsal) one change that happened when the reform was applied';
create index change_pages on reforms.change (reform_id, rehearsal_id, participant, kind, label, key);

create table reforms.application (
  reform_id uuid primary key references territories.reform,
  applied_at timestamptz not null,
  applied_by text not null,
  foreseen integer not null,
  happened integer not null,
  difference integer not null
);
comment on table reforms.application is 'That a reform was applied, and how what happened differs from what was foreseen in the same transaction';

create table reforms.task (
  id uuid primary key default uuidv7(),
  reform_id uuid not null references territories.reform,
  participant text not null,
  kind text not null,
  key text not null,
  unit_id integer not null,
  label text not null,
  before text not null,
  count integer not null,
  decided_at timestamptz,
  decided_by text,
  decision text,
  constraint one_task_for_a_row unique (reform_id, participant, kind, key)
);
comment on table reforms.task is 'What a reform could not decide from data and a person must';
