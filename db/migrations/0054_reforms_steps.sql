-- Who prepared or cancelled a reform, when and why; changes read in Latvian order.
create table reforms.step (
  id uuid primary key default uuidv7(),
  reform_id uuid not null references territories.reform,
  what text not null check (what in ('prepared', 'cancelled')),
  reason text not null default '',
  taken_at timestamptz not null,
  taken_by text not null,
  constraint a_cancellation_says_why check (what <> 'cancelled' or reason <> '')
);
comment on table reforms.step is 'Steps that people took with a reform: preparing and telling its users, or cancelling it, with the reason [append-only]';
create index step_of_reform on reforms.step (reform_id, taken_at);

drop index reforms.change_pages;
create index change_pages on reforms.change (reform_id, rehearsal_id, participant, kind, label collate "lv-LV-x-icu", key);
