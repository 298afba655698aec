-- Addresses that moved and go on answering, who at the vendor signs in, refusals counted, and why a name was left unmatched.
alter table intake.journal_contact add column user_id uuid references access.app_user;
comment on column intake.journal_contact.user_id is 'As whom the contact signs in, to see how the journal fares';
create index journal_contact_of_user on intake.journal_contact (user_id) where ended_at is null;

create table intake.moved_address (
  id uuid primary key default uuidv7(),
  old_path text not null constraint old_address_is_a_path check (old_path ~ '^/api/[a-z0-9/_-]+[a-z0-9]$'),
  new_path text not null constraint new_address_is_a_path check (new_path ~ '^/(api|ims)/[a-z0-9/_-]+[a-z0-9]$' and new_path <> old_path),
  deprecated_from date not null,
  answers_until date,
  announced_at timestamptz not null,
  announced_by text not null,
  constraint an_address_moves_once unique (old_path),
  constraint address_ends_after_it_moved check (answers_until > deprecated_from)
);
comment on table intake.moved_address is 'Addresses for e-journals that moved: the old one answers the same, and says so (RFC 9745 Deprecation, RFC 8594 Sunset); below the path everything moves along';

-- Letters also go to people who are no users of ours.
alter table platform.outbox_mail alter column notice_id drop not null;

-- The address of the first contract. It stays alive without an end until one is announced.
insert into intake.moved_address (old_path, new_path, deprecated_from, answers_until, announced_at, announced_by) values
  ('/api/v0/intake', '/api/intake', '2026-09-01', null, now(), 'migration');

create table intake.refused_call (
  user_id uuid not null references access.app_user,
  institution_id uuid not null constraint refused_for_an_institution references institutions.institution,
  cause text not null check (cause in ('journal', 'confirmation', 'period')),
  day date not null,
  calls integer not null,
  last_at timestamptz not null,
  primary key (institution_id, user_id, cause, day)
);
comment on table intake.refused_call is 'Batches refused whole for a missing right (VI-103), by its cause: the journal itself, no confirmation of the school, or one of other days';
create index refused_call_of_user on intake.refused_call (user_id, day);

create table intake.unmatched_name (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint name_unmatched_in_an_institution references institutions.institution,
  kind text not null check (kind in ('subject', 'class')),
  name_key text not null,
  decision text not null check (decision in ('left', 'dropped')),
  comment text not null constraint unmatched_name_says_why check (comment <> ''),
  rows integer not null,
  decided_at timestamptz not null,
  decided_by text not null
);
comment on table intake.unmatched_name is 'Names of an e-journal that a school looked at and matched with nothing: left for later or dropped, and why [append-only]';
create index unmatched_name_of_institution on intake.unmatched_name (institution_id, kind, name_key);
