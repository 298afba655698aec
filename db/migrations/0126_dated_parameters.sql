-- Dated parameters of all modules get the shape of those of marks: one or several numbers, and nothing deleted but superseded.
alter table access.parameter
  add column numbers integer[] constraint parameter_has_its_numbers check (cardinality(numbers) between 1 and 6 and 0 <= all (numbers)),
  add column verified boolean,
  add column superseded_at timestamptz,
  add column superseded_by uuid references access.parameter,
  drop constraint one_value_of_a_parameter_at_a_time;
update access.parameter set numbers = array[value];
alter table access.parameter
  alter column numbers set not null,
  drop column value,
  add constraint one_value_of_a_parameter_at_a_time exclude using gist (name with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null);

alter table apps.parameter
  add column numbers integer[] constraint apps_parameter_has_its_numbers check (cardinality(numbers) between 1 and 6 and 0 <= all (numbers)),
  add column verified boolean,
  add column superseded_at timestamptz,
  add column superseded_by uuid references apps.parameter,
  drop constraint one_value_of_an_apps_parameter_at_a_time;
update apps.parameter set numbers = array[value];
alter table apps.parameter
  alter column numbers set not null,
  drop column value,
  add constraint one_value_of_an_apps_parameter_at_a_time exclude using gist (name with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null);

comment on column access.parameter.verified is 'Whether the words were compared with the act; null where the value is no law but a decision';
comment on column apps.parameter.verified is 'Whether the words were compared with the act; null where the value is no law but a decision';
