-- The portal on which pupils see their results: from which countries and networks personal pages are open, and the numbers it goes by.
create schema portal;

create table portal.parameter (
  id uuid primary key default uuidv7(),
  name text not null check (name ~ '^[a-z][a-z-]*$'),
  numbers integer[] not null constraint portal_parameter_has_its_numbers check (cardinality(numbers) between 1 and 6 and 0 <= all (numbers)),
  valid_from date not null,
  valid_to date,
  basis text not null constraint portal_parameter_names_its_basis check (basis <> ''),
  verified boolean,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references portal.parameter,
  constraint portal_parameter_period_in_order check (valid_to > valid_from),
  constraint one_value_of_a_portal_parameter_at_a_time exclude using gist (name with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table portal.parameter is 'Numbers of the results portal (parametri), each with the days on which it holds and its basis';
insert into portal.parameter (name, numbers, valid_from, basis, verified, recorded_at, recorded_by) values
  ('visible-months', '{6}', '2022-09-01', 'eksameni.gov.lv: rezultāti redzami pēdējos 6 mēnešus; pieņemts, ka tos skaita no publicēšanas', false, now(), 'migration'),
  ('entries-per-second', '{25}', '2022-09-01', 'Iekšējā kārtība: bench/results-morning', null, now(), 'migration'),
  ('entries-at-once', '{50}', '2022-09-01', 'Iekšējā kārtība: bench/results-morning', null, now(), 'migration'),
  ('pass-minutes', '{30}', '2022-09-01', 'Iekšējā kārtība', null, now(), 'migration'),
  ('place-minutes', '{10}', '2022-09-01', 'Iekšējā kārtība', null, now(), 'migration');

create table portal.opening (
  id uuid primary key default uuidv7(),
  country text constraint country_has_two_letters check (country ~ '^[A-Z]{2}$'),
  network cidr,
  place text generated always as (coalesce(country, text(network))) stored,
  valid_from date not null,
  valid_to date,
  basis text not null constraint opening_names_its_basis check (basis <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  ended_at timestamptz,
  ended_by text,
  constraint opening_of_a_country_or_a_network check (num_nonnulls(country, network) = 1),
  constraint opening_period_in_order check (valid_to >= valid_from),
  constraint ending_names_who check ((ended_at is null) = (ended_by is null)),
  constraint one_opening_of_a_place_at_a_time exclude using gist (place with =, daterange(valid_from, valid_to) with &&)
);
comment on table portal.opening is 'From where personal pages of the portal can be opened (piekļuves vietas): countries, and networks that are let in whatever country the table says; with days and basis';
insert into portal.opening (country, network, valid_from, basis, recorded_at, recorded_by) values
  ('LV', null, '2022-09-01', 'eksameni.gov.lv: pieejams tikai no Baltijas valstīm', now(), 'migration'),
  ('LT', null, '2022-09-01', 'eksameni.gov.lv: pieejams tikai no Baltijas valstīm', now(), 'migration'),
  ('EE', null, '2022-09-01', 'eksameni.gov.lv: pieejams tikai no Baltijas valstīm', now(), 'migration'),
  (null, '127.0.0.0/8', '2022-09-01', 'Šis pats dators: izmēģināšanai', now(), 'migration'),
  (null, '::1/128', '2022-09-01', 'Šis pats dators: izmēģināšanai', now(), 'migration');

update access.role set permissions = permissions || array['portal.keep-portal'], changed_at = now(), changed_by = 'migration' where code = 'exam-manager';
