-- Sign-in connections of municipalities that ceased: closed on the day, and offered to those that took their place.
create table authentication.connection_handover (
  id uuid primary key default uuidv7(),
  connection_id uuid not null references authentication.connection,
  from_unit_id integer not null references territories.unit,
  to_unit_id integer not null references territories.unit,
  reform_id uuid not null,
  offered_at timestamptz not null,
  taken_at timestamptz,
  taken_by text,
  constraint taking_over_says_who check ((taken_at is null) = (taken_by is null)),
  constraint connection_is_offered_once unique (connection_id, to_unit_id, reform_id)
);
comment on table authentication.connection_handover is 'Connections of ceased municipalities offered to their successors (pārņemamie savienojumi), and who took them over: nothing signs anybody in before that';
create index connection_handover_of_unit on authentication.connection_handover (to_unit_id);
create unique index connection_is_taken_over_once on authentication.connection_handover (connection_id, reform_id) where taken_at is not null;
