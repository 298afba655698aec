-- A prepared reform may stop fitting the map, when another one is cancelled or a succession is corrected: whoever prepared it and the operators are told.
create table reforms.misfit (
  id uuid primary key default uuidv7(),
  reform_id uuid not null references territories.reform,
  effective date not null,
  unit_ids integer[] not null,
  began_at timestamptz not null,
  ended_at timestamptz
);
comment on table reforms.misfit is 'From when to when a prepared reform did not fit the map as it was known, and which municipalities it concerns';
create unique index one_misfit_of_a_reform_at_a_time on reforms.misfit (reform_id) where ended_at is null;
create index misfit_of_reform on reforms.misfit (reform_id);

alter table reforms.step add column taken_by_id text not null default '';
comment on column reforms.step.taken_by_id is 'The identity of the user who took the step, to be told what becomes of it; empty for programs, and for steps before this was kept';
