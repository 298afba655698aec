-- The OpenID provider: which programs people enter through Vienkopus, what has been issued to them, and the keys that sign it.
create schema apps;

create table apps.client (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('web', 'native', 'device', 'machine', 'ticket')),
  title_lv text not null constraint client_has_a_title check (title_lv <> '' and title_en <> ''),
  title_en text not null,
  title_key text collate "C" generated always as (platform.search_key(title_lv || ' ' || title_en)) stored,
  redirect_uris text[] not null default '{}',
  post_logout_uris text[] not null default '{}',
  back_channel_uri text,
  least_level text not null check (least_level in ('low', 'substantial', 'high')),
  sector text not null constraint client_has_a_sector check (sector <> ''),
  first_party boolean not null default false,
  scopes text[] not null constraint client_scopes_are_known check (scopes <@ array['profile', 'email']),
  unit_id integer references territories.unit,
  institution_id uuid constraint client_of_a_known_institution references institutions.institution,
  user_id uuid references access.app_user,
  secret_hash text constraint secret_is_known_by_its_hash check (secret_hash ~ '^[0-9a-f]{64}$'),
  secret_changed_at timestamptz,
  state text not null default 'active' check (state in ('active', 'closed')),
  state_reason text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint client_belongs_to_one_owner check (num_nonnulls(unit_id, institution_id) <= 1),
  constraint a_machine_acts_as_a_user check ((kind = 'machine') = (user_id is not null)),
  constraint who_keeps_a_secret_has_one check ((kind in ('web', 'machine', 'ticket')) = (secret_hash is not null))
);
comment on table apps.client is 'Programs that people enter through Vienkopus, and programs that ask it by themselves (lietotnes). Of a secret only its hash is kept';
create index client_by_title on apps.client (title_key, id);
create index client_of_institution on apps.client (institution_id) where institution_id is not null;
create index client_of_unit on apps.client (unit_id) where unit_id is not null;
create unique index user_acts_for_one_machine on apps.client (user_id) where state = 'active';

create table apps.artifact (
  model text not null,
  id_hash text not null constraint artifact_is_known_by_its_hash check (id_hash ~ '^[0-9a-f]{64}$'),
  payload jsonb not null,
  secret bytea not null,
  client_id text,
  account_id text,
  grant_id text,
  session_uid text,
  session_id text,
  user_code_hash text,
  consumed_at timestamptz,
  expires_at timestamptz not null,
  primary key (model, id_hash)
);
comment on table apps.artifact is 'What the provider has issued or has under way: sessions, grants, codes, tokens. Each is known by the hash of its secret; what must be handed out again is encrypted';
create index artifact_by_end on apps.artifact (expires_at);
create index artifact_of_grant on apps.artifact (grant_id) where grant_id is not null;
create index artifact_of_account on apps.artifact (account_id) where account_id is not null;
create index artifact_of_client on apps.artifact (client_id) where client_id is not null;
create unique index provider_session_by_uid on apps.artifact (session_uid) where session_uid is not null;
create index provider_session_by_session on apps.artifact (session_id) where session_id is not null;
create unique index device_by_user_code on apps.artifact (user_code_hash) where user_code_hash is not null;

create table apps.device_poll (
  id_hash text primary key,
  polled_at timestamptz not null,
  interval_seconds integer not null
);
comment on table apps.device_poll is 'When a device last asked whether its code has been entered, so that one that asks too often is slowed down (RFC 8628, 3.5)';

create table apps.consent (
  user_id uuid not null references access.app_user,
  client_id uuid not null references apps.client,
  scopes text[] not null,
  given_at timestamptz not null,
  primary key (user_id, client_id)
);
comment on table apps.consent is 'Which data of theirs users let which program have (piekrišana datu nodošanai)';
create index consent_for_client on apps.consent (client_id);

create table apps.signing_key (
  kid text primary key,
  public_jwk jsonb not null,
  private_jwk bytea not null,
  made_at timestamptz not null,
  made_by text not null,
  signs_from timestamptz not null,
  withdrawn_at timestamptz
);
comment on table apps.signing_key is 'Keys that sign ID tokens and logout tokens (parakstīšanas atslēgas); the private half is encrypted';
create index signing_key_by_day on apps.signing_key (signs_from);

create table apps.parameter (
  id uuid primary key default uuidv7(),
  name text not null,
  value integer not null constraint apps_parameter_is_not_negative check (value >= 0),
  basis text not null constraint apps_parameter_names_its_basis check (basis <> ''),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint apps_parameter_period_in_order check (valid_to > valid_from),
  constraint one_value_of_an_apps_parameter_at_a_time exclude using gist (name with =, daterange(valid_from, valid_to) with &&)
);
comment on table apps.parameter is 'How often signing keys change, with the basis and the days it holds (parametri)';
insert into apps.parameter (name, value, basis, valid_from, recorded_at, recorded_by)
select name, value, basis, '2009-07-01', now(), 'migration' from (values
  ('signing-key-days', 90, 'Iekšējā kārtība; NIST SP 800-57 1. daļa, 5.3.6'),
  ('signing-key-ahead-days', 2, 'OpenID Connect Core 1.0, 10.1.1')
) as first (name, value, basis);

create table apps.logout_notice (
  id uuid primary key default uuidv7(),
  client_id uuid not null references apps.client,
  session_uid text not null,
  sid text not null,
  subject text not null,
  made_at timestamptz not null,
  attempts integer not null default 0,
  tried_at timestamptz,
  delivered_at timestamptz,
  failure text,
  constraint a_program_is_told_once_of_a_session unique (session_uid, client_id)
);
comment on table apps.logout_notice is 'Programs to be told that a session ended (OpenID Connect Back-Channel Logout), and whether they heard';
create index logout_notice_of_client on apps.logout_notice (client_id, made_at desc);

create table apps.ticket (
  hash text primary key constraint ticket_is_known_by_its_hash check (hash ~ '^[0-9a-f]{64}$'),
  user_id uuid not null references access.app_user,
  client_id uuid not null references apps.client,
  asked_by uuid not null references apps.client,
  host text not null,
  level text not null check (level in ('low', 'substantial', 'high')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table apps.ticket is 'One-time tickets in place of a password, for programs that can post nothing else (vienreizējās biļetes): for one program from one computer, once, within a minute';
create index ticket_by_end on apps.ticket (expires_at);
create index ticket_of_user on apps.ticket (user_id);

create table apps.old_address (
  id uuid primary key default uuidv7(),
  host text not null default '' constraint old_host_is_lower_case check (host = lower(host)),
  path text not null constraint old_path_begins_with_a_slash check (path ~ '^/'),
  with_all_below boolean not null,
  target text not null constraint old_address_leads_to_a_page check (target ~ '^/([^/\\]|$)'),
  lasting boolean not null,
  note text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint old_address_is_known_already unique (host, path)
);
comment on table apps.old_address is 'Addresses of portals that are no more, and where they lead now (veco portālu adreses)';

update access.role set permissions = permissions || array['apps.register-clients'], changed_at = now(), changed_by = 'migration'
  where code in ('institution-user-administrator', 'municipality-user-administrator', 'administrator');
update access.role set permissions = permissions || array['apps.manage-provider'], changed_at = now(), changed_by = 'migration'
  where code = 'administrator';
