-- How people of municipalities that a reform took apart or merged signed in there, until their successor decides how they do here.
create table authentication.policy_handover (
  id uuid primary key default uuidv7(),
  from_unit_id integer not null references territories.unit,
  to_unit_id integer not null references territories.unit,
  to_is_new boolean not null,
  reform_id uuid not null,
  effective date not null,
  offered_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  outcome text constraint policy_is_adopted_or_replaced check (outcome in ('adopted', 'replaced')),
  constraint deciding_says_who_and_what check (num_nulls(decided_at, decided_by, outcome) in (0, 3)),
  constraint policy_is_offered_once unique (from_unit_id, to_unit_id, reform_id)
);
comment on table authentication.policy_handover is 'Sign-in policies of predecessors that a successor adopts or replaces (pārņemamā kārtība): until it decides, whoever came from there signs in as there';
create index policy_handover_of_unit on authentication.policy_handover (to_unit_id) where decided_at is null;

create table authentication.policy_origin (
  handover_id uuid not null references authentication.policy_handover,
  user_id uuid not null references access.app_user,
  primary key (handover_id, user_id)
);
comment on table authentication.policy_origin is 'Users of a municipality itself who went over to its successor in a reform; those of institutions are known by the founder of the day before [append-only]';
create index policy_origin_of_user on authentication.policy_origin (user_id);
