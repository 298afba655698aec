-- What is recorded of the Cabinet's orders can be put right: the old row stays, with who took it back, when and why.
alter table platform.calendar_day
  add column superseded_by text,
  add column superseded_why text,
  add constraint a_calendar_day_taken_back_says_who_and_why
    check ((superseded_at is null) = (superseded_by is null) and (superseded_at is null) = (superseded_why is null));

alter table platform.calendar_order
  drop constraint calendar_order_pkey,
  add column id uuid primary key default uuidv7(),
  add column source text,
  add column superseded_at timestamptz,
  add column superseded_by text,
  add column superseded_why text,
  add constraint a_calendar_order_taken_back_says_who_and_why
    check ((superseded_at is null) = (superseded_by is null) and (superseded_at is null) = (superseded_why is null));
create unique index one_order_of_a_calendar_year on platform.calendar_order (calendar, year) where superseded_at is null;
