-- Getting back in at the level of proof that an account was confirmed by (OWASP ASVS 5.0, 6.4.4).
alter table authentication.confirmation add column level text check (level in ('substantial', 'high'));
comment on column authentication.confirmation.level is 'How sure the proof was; null where it was not kept';

create table authentication.reconfirmation (
  id uuid primary key default uuidv7(),
  user_id uuid not null references access.app_user,
  level text not null check (level in ('substantial', 'high')),
  since timestamptz not null,
  asked_by text not null,
  closed_at timestamptz,
  closed_how text,
  constraint a_reconfirmation_ends_somehow check ((closed_at is null) = (closed_how is null))
);
comment on table authentication.reconfirmation is 'Confirmed accounts whose means an administrator reset (atkārtota apstiprināšana): without rights until confirmed again at the same level, or seen in person by two administrators';
create unique index one_reconfirmation_of_an_account on authentication.reconfirmation (user_id) where closed_at is null;
create index reconfirmation_of_user on authentication.reconfirmation (user_id);

create table authentication.in_person_check (
  reconfirmation_id uuid not null references authentication.reconfirmation,
  checked_by uuid not null references access.app_user,
  checked_at timestamptz not null,
  evidence text not null constraint a_check_names_its_evidence check (evidence <> ''),
  primary key (reconfirmation_id, checked_by)
);
comment on table authentication.in_person_check is 'Administrators who saw the person behind an account (klātienes pārbaude), and by what document [append-only]';
create index in_person_check_by on authentication.in_person_check (checked_by);
