-- How each municipality signs in, from which day passwords end there, and whom that does not yet concern.
create table authentication.policy (
  id uuid primary key default uuidv7(),
  unit_id integer references territories.unit,
  allowed text[] not null constraint policy_allows_something check (cardinality(allowed) > 0),
  administrators_from date,
  second_factor_from date,
  passwords_end_on date,
  inner_networks cidr[] not null default '{}',
  idle_minutes integer constraint idle_time_is_sensible check (idle_minutes between 5 and 720),
  absolute_minutes integer constraint absolute_time_is_sensible check (absolute_minutes between 30 and 1440),
  basis text not null constraint policy_names_its_basis check (basis <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  constraint passwords_end_after_a_second_factor_is_needed check (passwords_end_on is null or coalesce(second_factor_from <= passwords_end_on, false)),
  constraint administrators_come_first check (administrators_from <= second_factor_from)
);
comment on table authentication.policy is 'How people of a municipality (of none, where unit_id is null) sign in (pierakstīšanās kārtība): what was believed before stays';
create unique index one_policy_of_a_municipality on authentication.policy (coalesce(unit_id, 0)) where superseded_at is null;

create table authentication.policy_exception (
  id uuid primary key default uuidv7(),
  user_id uuid not null references access.app_user,
  reason text not null constraint exception_says_why check (reason <> ''),
  valid_from date not null,
  valid_to date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint exception_period_in_order check (valid_to > valid_from),
  constraint one_exception_of_a_user_at_a_time exclude using gist (user_id with =, daterange(valid_from, valid_to) with &&)
);
comment on table authentication.policy_exception is 'Named exceptions that run out: these users sign in as before until then (izņēmumi)';

create table authentication.password_end (
  id uuid primary key default uuidv7(),
  unit_id integer references territories.unit,
  kind text not null check (kind in ('ended', 'held', 'reopening-asked', 'reopened')),
  at timestamptz not null,
  reopened_until timestamptz,
  hours integer constraint reopening_lasts_hours check (hours between 1 and 72),
  locked_out integer,
  reason text not null default '',
  by_user text not null,
  constraint reopening_says_until_when check ((kind = 'reopened') = (reopened_until is not null)),
  constraint reopening_says_why check (kind not in ('reopening-asked', 'reopened') or reason <> '')
);
comment on table authentication.password_end is 'What became of passwords in a municipality: ended, held back by the gate, opened again for hours by two people (paroļu izslēgšana) [append-only]';
create index password_end_of_unit on authentication.password_end (unit_id, at desc);

create table authentication.break_glass (
  user_id uuid primary key references access.app_user,
  sealed_at timestamptz not null,
  sealed_by text not null,
  reason text not null constraint sealed_account_says_why check (reason <> ''),
  tested_at timestamptz
);
comment on table authentication.break_glass is 'Sealed accounts for the day all other ways fail (avārijas konti): never by password alone, each use raises an alarm';

create table authentication.break_glass_use (
  id uuid primary key default uuidv7(),
  user_id uuid not null references access.app_user,
  at timestamptz not null,
  is_test boolean not null,
  address_prefix text not null,
  reported_at timestamptz,
  reported_by text,
  report text not null default ''
);
comment on table authentication.break_glass_use is 'Each sign-in to a sealed account, and what was reported about it afterwards';
create index break_glass_use_of_user on authentication.break_glass_use (user_id, at desc);
