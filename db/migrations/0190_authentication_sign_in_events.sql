-- What happened at a person's own door and left neither a session nor a wrong try behind: refusals, questions to their phone, entries into programs.
create table authentication.sign_in_event (
  id uuid primary key default uuidv7(),
  user_id uuid not null references access.app_user,
  at timestamptz not null,
  kind text not null check (kind in ('refused', 'asked', 'entered')),
  way text not null constraint an_event_names_its_way check (way <> ''),
  reason text not null default '',
  program_lv text not null default '',
  program_en text not null default '',
  address_prefix text not null,
  device text not null,
  constraint a_refusal_has_a_reason check ((kind = 'refused') = (reason <> '')),
  constraint an_entry_names_its_program check ((kind = 'entered') = (program_lv <> ''))
);
comment on table authentication.sign_in_event is 'Events in a person''s own history of sign-ins (pierakstīšanās vēsture) that are neither sessions nor wrong tries; kept for 400 days';
create index sign_in_event_of_user on authentication.sign_in_event (user_id, at desc, id desc);

-- Tries that were not even looked at, since there had been too many; the first of a while is kept.
alter table authentication.sign_in_attempt drop constraint sign_in_attempt_outcome_check;
alter table authentication.sign_in_attempt add constraint sign_in_attempt_outcome_check check (outcome in ('succeeded', 'failed', 'throttled'));
