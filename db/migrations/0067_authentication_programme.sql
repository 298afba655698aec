-- Users that machines act as are no people who sign in; what was reminded is told afterwards; connections are tried before people meet them.
create table authentication.technical_user (
  user_id uuid primary key references access.app_user,
  marked_at timestamptz not null,
  marked_by text not null
);
comment on table authentication.technical_user is 'Users that a machine acts as (tehniskie lietotāji): nobody signs in as them, and the change to safe sign-in does not count them. Once a machine, always a machine';
do $$ begin
  if to_regclass('apps.client') is not null then
    insert into authentication.technical_user (user_id, marked_at, marked_by)
      select c.user_id, min(c.recorded_at), min(c.recorded_by) from apps.client c where c.user_id is not null group by 1;
  end if;
end $$;

alter table authentication.policy add column help text not null default '';
comment on column authentication.policy.help is 'Where people of the municipality call when sign-in fails: telephone, room, hours; stands in letters and reminders';

create table authentication.reminder (
  id uuid primary key default uuidv7(),
  unit_id integer references territories.unit,
  at timestamptz not null,
  by_user text not null,
  sent integer not null constraint reminding_reaches_somebody check (sent > 0)
);
comment on table authentication.reminder is 'When people of a municipality (of none, where unit_id is null) were reminded of safe sign-in, and how many (atgādinājumi) [append-only]';
create index reminder_of_unit on authentication.reminder (unit_id, at desc);

alter table authentication.connection
  add column opened_at timestamptz,
  add column opened_by text,
  add constraint opening_says_who check ((opened_at is null) = (opened_by is null));
comment on column authentication.connection.opened_at is 'From when people are offered it at sign-in; before that it is a draft that is only tried';
update authentication.connection set opened_at = recorded_at, opened_by = recorded_by;
alter table authentication.connection_setting add column worked_at timestamptz;
comment on column authentication.connection_setting.worked_at is 'When trying these very settings last went well';

alter table authentication.session add column raised_at timestamptz;
comment on column authentication.session.raised_at is 'When a session that began with one factor was made surer by another';
