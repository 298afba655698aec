-- Why a batch failed is kept as a code with what it is about; words are found when somebody reads it, in their language.
alter table intake.batch add column failure_facts jsonb not null default '{}';
update intake.batch set
    failure_facts = case
      when failure like 'Tāda mācību gada nav.%' then jsonb_build_object('year', year)
      when failure like 'Iestādei šajā mācību gadā reģistrā nav nevienas klases.%' then jsonb_build_object('year', year)
      else jsonb_build_object('said', failure) end,
    failure = case
      when failure like 'Tāda mācību gada nav.%' then 'no-such-year'
      when failure like 'Iestādei šajā mācību gadā reģistrā nav nevienas klases.%' then 'no-classes'
      else 'said-before' end
  where failure <> '';
alter table intake.batch add constraint batch_failure_is_a_code check (failure ~ '^[A-Za-z0-9-]*$');
comment on column intake.batch.failure is 'Why a batch could not be worked through, as the code of the refusal; empty where it could';
comment on column intake.batch.failure_facts is 'What the code is about: numbers and codes, never personal data';
