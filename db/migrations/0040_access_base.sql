-- Users, roles as data, grants with their periods and bases, requests for rights, sessions and sign-in attempts.
create schema access;

create table access.app_user (
  id uuid primary key default uuidv7(),
  login text not null constraint login_is_short_and_lower_case check (login = lower(login) and login ~ '^[a-z0-9][a-z0-9._@-]{1,99}$'),
  name text not null constraint user_has_a_name check (name <> ''),
  name_key text collate "C" generated always as (platform.search_key(name)) stored,
  email text not null default '',
  person_id uuid constraint user_is_a_known_person references persons.person,
  unit_id integer references territories.unit,
  institution_id uuid constraint user_works_for_a_known_institution references institutions.institution,
  password_hash text,
  password_changed_at timestamptz,
  code_secret bytea,
  code_confirmed_at timestamptz,
  code_last_step bigint,
  state text not null default 'active' check (state in ('active', 'suspended')),
  state_reason text not null default '',
  made_up boolean not null default false,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint a_user_works_for_one_organisation check (num_nonnulls(unit_id, institution_id) <= 1)
);
comment on table access.app_user is 'Users (lietotāji) and whom they work for. The password is an argon2id hash; the secret of one-time codes is encrypted';
create unique index login_is_taken on access.app_user (login);
create index user_by_name on access.app_user (name_key, id);
create index user_of_institution on access.app_user (institution_id, name_key, id) where institution_id is not null;
create index user_of_unit on access.app_user (unit_id, name_key, id) where unit_id is not null;
create index user_of_person on access.app_user (person_id) where person_id is not null;

create table access.role (
  code text primary key constraint role_code_is_a_word check (code ~ '^[a-z][a-z-]{1,59}$'),
  module text not null,
  title_lv text not null,
  title_en text not null,
  permissions text[] not null,
  scope_kinds text[] not null constraint role_has_a_kind_of_place
    check (cardinality(scope_kinds) > 0 and scope_kinds <@ array['country', 'municipality', 'institution']),
  changed_at timestamptz not null,
  changed_by text not null
);
comment on table access.role is 'Roles (lomas): which permissions they hold and for what kind of place they may be granted; edited by an administrator';

create table access.right_request (
  id uuid primary key default uuidv7(),
  user_id uuid not null references access.app_user,
  role_code text not null references access.role,
  everywhere boolean not null default false,
  unit_id integer references territories.unit,
  institution_id uuid constraint request_for_a_known_institution references institutions.institution,
  coming_atvk text constraint coming_unit_has_seven_digits check (coming_atvk ~ '^[0-9]{7}$'),
  reform_id uuid,
  place_key text generated always as (case when everywhere then 'country' when unit_id is not null then 'unit ' || unit_id
    when institution_id is not null then 'institution ' || institution_id else 'coming ' || coming_atvk end) stored,
  wanted_from date not null,
  wanted_to date,
  basis text not null constraint request_names_its_basis check (basis <> ''),
  basis_file_id uuid references platform.file,
  signature text not null check (signature in ('none', 'not-checked-yet')),
  state text not null default 'submitted' check (state in ('submitted', 'approved', 'refused', 'withdrawn')),
  decided_at timestamptz,
  decided_by text,
  decision_reason text not null default '',
  started_grant boolean not null default false,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint request_is_for_one_place check (everywhere::int + num_nonnulls(unit_id, institution_id, coming_atvk) = 1),
  constraint coming_unit_belongs_to_a_reform check ((coming_atvk is null) = (reform_id is null)),
  constraint request_period_in_order check (wanted_to > wanted_from),
  constraint a_refusal_says_why check (state <> 'refused' or decision_reason <> ''),
  constraint a_decision_says_who_and_when check ((state in ('approved', 'refused')) = (decided_at is not null and decided_by is not null))
);
comment on table access.right_request is 'Requests for rights (tiesību pieprasījumi), also for a unit that only a prepared reform brings: approved, they start on its day';
create unique index one_open_request_for_a_role_at_a_place on access.right_request (user_id, role_code, place_key) where state = 'submitted';
create index request_of_user on access.right_request (user_id, recorded_at desc);
create index request_undecided on access.right_request (recorded_at, id) where state = 'submitted';
create index request_of_reform on access.right_request (reform_id, state) where reform_id is not null;
create index request_of_unit on access.right_request (unit_id) where unit_id is not null;
create index request_of_institution on access.right_request (institution_id) where institution_id is not null;
create index request_with_file on access.right_request (basis_file_id) where basis_file_id is not null;

create table access.role_grant (
  id uuid primary key default uuidv7(),
  user_id uuid not null references access.app_user,
  role_code text not null references access.role,
  everywhere boolean not null default false,
  unit_id integer references territories.unit,
  institution_id uuid constraint grant_on_a_known_institution references institutions.institution,
  place_key text generated always as (case when everywhere then 'country' when unit_id is not null then 'unit ' || unit_id
    else 'institution ' || institution_id end) stored,
  valid_from date not null,
  valid_to date,
  granted_to date,
  basis text not null constraint grant_names_its_basis check (basis <> ''),
  basis_file_id uuid references platform.file,
  request_id uuid references access.right_request,
  confirmed_on date not null,
  ended_at timestamptz,
  ended_by text,
  ended_reason text not null default '',
  ended_by_reform uuid,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint grant_is_for_one_place check (everywhere::int + num_nonnulls(unit_id, institution_id) = 1),
  constraint grant_period_in_order check (valid_to >= valid_from),
  constraint an_ended_grant_says_why check ((ended_at is null) = (ended_reason = '') and (ended_at is null or valid_to is not null)),
  constraint one_grant_of_a_role_at_a_place exclude using gist (user_id with =, role_code with =, place_key with =, daterange(valid_from, valid_to) with &&)
);
comment on table access.role_grant is 'Rights given (piešķirtās tiesības): who holds which role where, from when to when, on what basis. granted_to is the end as given; an end that came earlier is in valid_to with its reason';
create index grant_on_unit on access.role_grant (unit_id, valid_to) where unit_id is not null;
create index grant_on_institution on access.role_grant (institution_id, valid_to) where institution_id is not null;
create index grant_everywhere on access.role_grant (role_code) where everywhere;
create index grant_of_request on access.role_grant (request_id) where request_id is not null;
create index grant_by_reform on access.role_grant (ended_by_reform) where ended_by_reform is not null;
create index grant_with_file on access.role_grant (basis_file_id) where basis_file_id is not null;

create table access.yearly_confirmation (
  id uuid primary key default uuidv7(),
  grant_id uuid not null references access.role_grant,
  confirmed_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint one_confirmation_of_a_grant_a_day unique (grant_id, confirmed_on)
);
comment on table access.yearly_confirmation is 'Yearly word of a head that a user keeps a right (ikgadējais apstiprinājums) [append-only]';

create table access.session (
  id text primary key constraint session_is_known_by_its_hash check (id ~ '^[0-9a-f]{64}$'),
  user_id uuid not null references access.app_user,
  awaits_code boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  idle_minutes integer not null,
  expires_at timestamptz not null,
  device text not null,
  address_prefix text not null,
  ended_at timestamptz,
  ended_why text not null default ''
);
comment on table access.session is 'Sessions, known by the SHA-256 of their token: the token itself is only in the browser';
create index session_of_user on access.session (user_id, created_at desc);
create index session_by_end on access.session (expires_at);

create table access.password_link (
  token_hash text primary key,
  user_id uuid not null references access.app_user,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table access.password_link is 'One-time links by which a user chooses a password; an administrator never knows one (OWASP ASVS 6.4)';
create index password_link_of_user on access.password_link (user_id);

create table access.sign_in_attempt (
  id uuid primary key default uuidv7(),
  at timestamptz not null,
  account_key text not null,
  address_prefix text not null,
  outcome text not null check (outcome in ('succeeded', 'failed'))
);
comment on table access.sign_in_attempt is 'Attempts to sign in, for throttling; the login is kept as a keyed hash, since people type passwords there';
create index attempt_on_account on access.sign_in_attempt (account_key, at desc);
create index attempt_from_address on access.sign_in_attempt (address_prefix, at desc);

create table access.parameter (
  id uuid primary key default uuidv7(),
  name text not null,
  value integer not null constraint parameter_is_not_negative check (value >= 0),
  basis text not null constraint parameter_names_its_basis check (basis <> ''),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint parameter_period_in_order check (valid_to > valid_from),
  constraint one_value_of_a_parameter_at_a_time exclude using gist (name with =, daterange(valid_from, valid_to) with &&)
);
comment on table access.parameter is 'Limits of sessions, sign-in and confirmation, each with its basis and the days it holds (parametri)';
