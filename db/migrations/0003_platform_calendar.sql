-- Days that differ from the rules of the business calendar, and the Cabinet's yearly orders that move working days.
create table platform.calendar_day (
  id uuid primary key default uuidv7(),
  calendar text not null constraint calendar_day_names_its_calendar check (calendar ~ '^LV(-[A-Z0-9]+)*$'),
  day date not null,
  kind text not null check (kind in ('holiday', 'moved_off', 'moved_on', 'short', 'closed')),
  legal_ref text not null constraint calendar_day_names_its_legal_basis check (legal_ref <> ''),
  source text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz
);
comment on table platform.calendar_day is 'Days that differ from the rules of holidays and weekends: LV for all, LV-STATE moved by the Cabinet, others of one body';
create unique index one_kind_of_a_calendar_day on platform.calendar_day (calendar, day) where superseded_at is null;

create table platform.calendar_order (
  calendar text not null,
  year integer not null check (year between 2000 and 2200),
  legal_ref text not null constraint calendar_order_names_its_legal_basis check (legal_ref <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (calendar, year)
);
comment on table platform.calendar_order is 'Years whose order on moved working days is loaded, also one that moves nothing; a year without it alarms from 15 July before';
