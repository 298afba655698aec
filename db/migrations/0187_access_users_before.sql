-- What was of a user until a day, when it changes: so that the list of users can be seen as of any day.
create table access.user_before (
  user_id uuid not null constraint what_was_of_a_known_user references access.app_user,
  until date not null,
  state text not null check (state in ('active', 'suspended')),
  state_reason text not null,
  unit_id integer references territories.unit,
  institution_id uuid constraint a_user_worked_for_a_known_institution references institutions.institution,
  recorded_at timestamptz not null,
  constraint one_change_of_a_user_a_day primary key (user_id, until)
);
comment on table access.user_before is 'Where a user worked and whether they were active until a day (the first on which it was otherwise); what holds now stands in app_user [append-only]';
create index user_before_of_institution on access.user_before (institution_id) where institution_id is not null;

-- Lists of users and of their rights stand in Latvian order, which the search key (without diacritics) does not know.
create index user_in_latvian_order on access.app_user (name collate platform.latvian, id);
