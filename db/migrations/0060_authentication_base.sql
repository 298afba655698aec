-- How users prove who they are leaves the module of their rights: passwords and codes get tables of their own beside passkeys,
-- recovery codes, identities elsewhere and proofs under way. Sessions are not carried over; people sign in again.
create schema authentication;

create table authentication.password (
  user_id uuid primary key references access.app_user,
  hash text not null,
  changed_at timestamptz
);
comment on table authentication.password is 'Passwords, as argon2id hashes (paroles)';
insert into authentication.password (user_id, hash, changed_at)
  select id, password_hash, password_changed_at from access.app_user where password_hash is not null;

create table authentication.code_generator (
  user_id uuid primary key references access.app_user,
  secret bytea not null,
  confirmed_at timestamptz,
  last_step bigint
);
comment on table authentication.code_generator is 'Secrets of one-time codes (RFC 6238), encrypted; they count once a first right code confirmed them (vienreizējie kodi)';
insert into authentication.code_generator (user_id, secret, confirmed_at, last_step)
  select id, code_secret, code_confirmed_at, code_last_step from access.app_user where code_secret is not null;

alter table access.app_user
  drop column password_hash, drop column password_changed_at, drop column code_secret, drop column code_confirmed_at, drop column code_last_step,
  add column last_sign_in_at timestamptz;
update access.app_user u set last_sign_in_at = (select max(s.created_at) from access.session s where s.user_id = u.id and not s.awaits_code);

create table authentication.passkey (
  id uuid primary key default uuidv7(),
  user_id uuid not null references access.app_user,
  credential_id text not null constraint passkey_is_known_already unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  synced boolean not null,
  name text not null constraint passkey_has_a_name check (name <> ''),
  added_at timestamptz not null,
  last_used_at timestamptz,
  removed_at timestamptz
);
comment on table authentication.passkey is 'Passkeys and security keys (piekļuves atslēgas; W3C WebAuthn): the public half';
create index passkey_of_user on authentication.passkey (user_id);

create table authentication.recovery_code (
  user_id uuid not null references access.app_user,
  code_hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);
comment on table authentication.recovery_code is 'Printed one-time codes for the day a device is lost (atkopšanas kodi), as hashes';

create table authentication.outside_identity (
  id uuid primary key default uuidv7(),
  user_id uuid not null references access.app_user,
  method text not null,
  issuer text not null,
  subject_key text not null,
  subject bytea not null,
  linked_at timestamptz not null,
  linked_how text not null,
  last_used_at timestamptz,
  unlinked_at timestamptz
);
comment on table authentication.outside_identity is 'Who a user is at an outside identity provider (issuer and subject): a keyed hash to find it by, and the subject encrypted';
create unique index identity_belongs_to_one_user on authentication.outside_identity (subject_key) where unlinked_at is null;
create index outside_identity_of_user on authentication.outside_identity (user_id);

create table authentication.confirmation (
  user_id uuid primary key references access.app_user,
  person_id uuid not null references persons.person,
  method text not null,
  confirmed_at timestamptz not null,
  evidence bytea not null
);
comment on table authentication.confirmation is 'That an account belongs to a person (konta apstiprinājums): proven once by Smart-ID or an equal means; the evidence is encrypted';
create index confirmation_of_person on authentication.confirmation (person_id);

create table authentication.pending_proof (
  id text primary key constraint pending_proof_is_known_by_its_hash check (id ~ '^[0-9a-f]{64}$'),
  purpose text not null,
  user_id uuid references access.app_user,
  state bytea not null,
  began_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table authentication.pending_proof is 'Proofs under way (challenges of passkeys, requests to Smart-ID and others), encrypted, known by the hash of a cookie; each is used once';
create index pending_proof_by_end on authentication.pending_proof (expires_at);

alter table access.password_link set schema authentication;
alter table access.sign_in_attempt set schema authentication;

drop table access.session;
create table authentication.session (
  id text primary key constraint session_is_known_by_its_hash check (id ~ '^[0-9a-f]{64}$'),
  user_id uuid not null references access.app_user,
  awaits text not null check (awaits in ('nothing', 'second-factor', 'enrolment')),
  level text not null check (level in ('low', 'substantial', 'high')),
  amr text[] not null,
  proven_at timestamptz not null,
  fresh_until timestamptz not null,
  outside_identity_id uuid references authentication.outside_identity,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  idle_minutes integer not null,
  expires_at timestamptz not null,
  device text not null,
  address_prefix text not null,
  ended_at timestamptz,
  ended_why text not null default ''
);
comment on table authentication.session is 'Sessions, known by the SHA-256 of their token: the token itself is only in the browser. level and amr say how sure the sign-in was';
create index session_of_user on authentication.session (user_id, created_at desc);
create index session_by_end on authentication.session (expires_at);
create index session_by_outside_identity on authentication.session (outside_identity_id) where outside_identity_id is not null;

insert into access.parameter (name, value, basis, valid_from, recorded_at, recorded_by)
select name, value, basis, '2009-07-01', now(), 'migration' from (values
  ('proof-minutes', 10, 'OWASP ASVS 5.0, 6.5.5'),
  ('risky-action-minutes', 15, 'OWASP ASVS 5.0, 7.5.1, 7.5.3')
) as first (name, value, basis);
