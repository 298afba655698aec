-- Municipalities' own accounts: how each Active Directory or OpenID provider is reached, and which roles their groups suggest.
create table authentication.connection (
  id uuid primary key default uuidv7(),
  unit_id integer not null references territories.unit,
  kind text not null check (kind in ('active-directory', 'openid')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  closed_at timestamptz,
  closed_by text,
  constraint closing_says_who check ((closed_at is null) = (closed_by is null))
);
comment on table authentication.connection is 'Connections of municipalities to their own accounts (savienojumi ar pašvaldības kontiem)';
create index connection_of_unit on authentication.connection (unit_id);

create table authentication.connection_setting (
  id uuid primary key default uuidv7(),
  connection_id uuid not null references authentication.connection,
  title text not null constraint connection_has_a_title check (title <> ''),
  issuer text not null,
  settings jsonb not null,
  secrets bytea,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  constraint only_present_settings_keep_their_secrets check ((superseded_at is null) = (secrets is not null))
);
comment on table authentication.connection_setting is 'How a connection is set up; what was set before stays readable, but for its secrets, which are kept encrypted and only while they serve';
create unique index one_setting_of_a_connection on authentication.connection_setting (connection_id) where superseded_at is null;
create index connection_setting_of_connection on authentication.connection_setting (connection_id, recorded_at desc);
create index connection_setting_by_issuer on authentication.connection_setting (issuer) where superseded_at is null;

alter table authentication.outside_identity add column directory_active_at timestamptz;
comment on column authentication.outside_identity.directory_active_at is 'When the directory last called the person active, to the minute: work may go on so long after that while it is silent';

create table authentication.role_suggestion (
  id uuid primary key default uuidv7(),
  user_id uuid not null references access.app_user,
  role_code text not null references access.role,
  unit_id integer not null references territories.unit,
  connection_id uuid not null references authentication.connection,
  kind text not null check (kind in ('give', 'end')),
  groups text[] not null constraint suggestion_names_a_group check (cardinality(groups) > 0),
  first_seen_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'declined', 'lapsed')),
  decided_at timestamptz,
  decided_by text,
  grant_id uuid references access.role_grant,
  constraint decided_suggestion_says_when check ((state = 'open') = (decided_at is null))
);
comment on table authentication.role_suggestion is 'Roles that groups of a directory speak for (lomu ieteikumi): a right comes or ends only when an administrator confirms it';
create unique index one_standing_suggestion on authentication.role_suggestion (user_id, role_code, connection_id, kind) where state in ('open', 'declined') or (kind = 'give' and state = 'confirmed');
create index role_suggestion_of_unit on authentication.role_suggestion (unit_id) where state = 'open';
create index role_suggestion_of_connection on authentication.role_suggestion (connection_id);
create index role_suggestion_of_grant on authentication.role_suggestion (grant_id);

insert into access.parameter (name, value, basis, valid_from, recorded_at, recorded_by)
values ('directory-check-seconds', 5, 'OWASP ASVS 5.0, 7.4.2: konta atspējošana izbeidz sesijas', '2009-07-01', now(), 'migration');
