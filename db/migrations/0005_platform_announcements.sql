-- News, what was fixed and planned outages, told to everyone on the start page.
create table platform.announcement (
  id uuid primary key default uuidv7(),
  module text,
  kind text not null check (kind in ('news', 'fixed', 'outage')),
  title_lv text not null,
  title_en text not null,
  body_lv text not null,
  body_en text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  constraint announcement_ends_after_it_begins check (valid_to > valid_from),
  constraint announcement_is_withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null))
);
comment on table platform.announcement is 'What all users are told on the start page, for a period; a mistaken one is withdrawn, never rewritten';
create index announcement_shown on platform.announcement (valid_from desc, id desc) where withdrawn_at is null;
