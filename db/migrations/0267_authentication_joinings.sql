-- Two accounts of one person that became one: the owner reads it in their history, and sees which passkey came from where.
create table authentication.joining (
  id uuid primary key default uuidv7(),
  user_id uuid not null references access.app_user,
  from_user_id uuid not null references access.app_user,
  from_login text not null,
  rights integer not null check (rights >= 0),
  passkeys integer not null check (passkeys >= 0),
  identities integer not null check (identities >= 0),
  at timestamptz not null,
  address_prefix text not null,
  device text not null
);
comment on table authentication.joining is 'Accounts that were closed and went over into another of the same person (kontu apvienošana)';
create index joining_of_user on authentication.joining (user_id, at desc);
create unique index joining_from_user on authentication.joining (from_user_id);

alter table authentication.passkey add column came_from_login text;
comment on column authentication.passkey.came_from_login is 'The joined account to which it was added; null where it was added to this one';
