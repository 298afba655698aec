-- Settlements between municipalities for learners who are declared in one and learn in a school of another.
create schema settlements;

create table settlements.parameter (
  id uuid primary key default uuidv7(),
  name text not null check (name in ('count-months', 'back-months', 'summer-months', 'rounding-cents')),
  numbers integer[] not null constraint settlement_parameter_has_its_numbers check (cardinality(numbers) between 1 and 6 and 0 <= all (numbers)),
  valid_from date not null,
  valid_to date,
  basis text not null constraint settlement_parameter_names_its_basis check (basis <> ''),
  verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references settlements.parameter,
  constraint settlement_parameter_period_in_order check (valid_to > valid_from),
  constraint one_settlement_parameter_at_a_time exclude using gist (name with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table settlements.parameter is 'Rules of settlements between municipalities, each with the days on which it holds and its basis: months of the count, how far back is settled, summer months, rounding';

insert into settlements.parameter (name, numbers, valid_from, basis, verified, recorded_at, recorded_by) values
  ('count-months', '{1,9}', '2016-07-01', 'MK 28.06.2016. noteikumi Nr. 418: izglītojamos skaita 1. janvārī un 1. septembrī (pēc atmiņas)', false, now(), 'migration'),
  ('back-months', '{3}', '2016-07-01', 'Agrākie MK noteikumi Nr. 250 (atcelti): ne vairāk kā trīs mēnešus atpakaļ', false, now(), 'migration'),
  ('summer-months', '{6,7,8}', '2016-07-01', 'Agrākie MK noteikumi Nr. 250 (atcelti): jūnijā, jūlijā un augustā skaita visus, kas mācījās pirms vasaras', false, now(), 'migration'),
  ('rounding-cents', '{1}', '2016-07-01', 'Sistēmas pārziņa izvēle: līdz veselam centam', false, now(), 'migration');

create table settlements.cost_sheet (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint cost_sheet_of_an_institution references institutions.institution,
  unit_id integer not null constraint cost_sheet_of_a_provider references territories.unit,
  year smallint not null,
  version smallint not null,
  state text not null check (state in ('draft', 'approved', 'replaced')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  approved_at timestamptz,
  approved_by text,
  constraint one_cost_sheet_of_a_version unique (institution_id, year, version),
  constraint approval_says_when_and_by_whom check ((state = 'draft') = (approved_at is null) and (state = 'draft') = (approved_by is null))
);
comment on table settlements.cost_sheet is 'Yearly costs of an institution (izmaksu tāme) as its municipality settles them; an approved one stays, a new version replaces it';
create unique index one_draft_of_a_cost_sheet on settlements.cost_sheet (institution_id, year) where state = 'draft';
create unique index one_approved_cost_sheet on settlements.cost_sheet (institution_id, year) where state = 'approved';

create table settlements.cost_item (
  id uuid primary key default uuidv7(),
  sheet_id uuid not null constraint item_of_a_cost_sheet references settlements.cost_sheet,
  code text not null constraint economic_code_has_four_digits check (code ~ '^[0-9]{4}$'),
  title text not null constraint cost_item_has_a_title check (title <> ''),
  cents bigint not null constraint cost_is_not_negative check (cents >= 0),
  included boolean not null,
  reason text not null default '',
  constraint what_is_left_out_says_why check (included or reason <> ''),
  constraint one_item_of_an_economic_code unique (sheet_id, code)
);
comment on table settlements.cost_item is 'Spending of an institution by economic code (EKK) in euro cents, and whether it counts for settlements';

create table settlements.count_snapshot (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint count_of_an_institution references institutions.institution,
  unit_id integer not null constraint count_for_a_provider references territories.unit,
  day date not null,
  version smallint not null,
  learners integer not null,
  taken_at timestamptz not null,
  taken_by text not null,
  constraint one_count_of_a_version unique (institution_id, day, version)
);
comment on table settlements.count_snapshot is 'How many learners an institution had on a day of the count (izglītojamo skaita momentuzņēmums); a later one is a new version [append-only]';

create table settlements.snapshot_learner (
  snapshot_id uuid not null constraint learner_of_a_count references settlements.count_snapshot,
  person_id uuid not null constraint learner_is_a_person references persons.person,
  unit_id integer constraint learner_declared_in_a_municipality references territories.unit,
  primary key (snapshot_id, person_id)
);
comment on table settlements.snapshot_learner is 'Who was counted, with the municipality of the declared address on that day; none where the data does not tell it [append-only]';

create table settlements.statement (
  id uuid primary key default uuidv7(),
  provider_id integer not null constraint statement_of_a_provider references territories.unit,
  recipient_id integer not null constraint statement_to_a_recipient references territories.unit,
  counted_on date not null,
  through date not null,
  version smallint not null,
  cents bigint not null,
  state text not null check (state in ('sent', 'disputed', 'agreed')),
  prepared_at timestamptz not null,
  prepared_by text not null,
  agreed_at timestamptz,
  agreed_by text,
  constraint one_statement_of_a_version unique (provider_id, recipient_id, counted_on, version),
  constraint settled_between_two check (provider_id <> recipient_id),
  constraint agreement_says_when_and_by_whom check ((state = 'agreed') = (agreed_at is not null) and (state = 'agreed') = (agreed_by is not null))
);
comment on table settlements.statement is 'What one municipality pays another for the months from a count on (norēķina pārskats), in euro cents; version 1 is the first, later ones are differences (delta)';
create index statement_to_recipient on settlements.statement (recipient_id, prepared_at);

create table settlements.statement_rate (
  statement_id uuid not null constraint rate_of_a_statement references settlements.statement,
  institution_id uuid not null constraint rate_of_an_institution references institutions.institution,
  sheet_id uuid not null constraint rate_from_a_cost_sheet references settlements.cost_sheet,
  snapshot_id uuid not null constraint rate_from_a_count references settlements.count_snapshot,
  included_cents bigint not null,
  learners integer not null,
  rate_cents integer not null,
  primary key (statement_id, institution_id)
);
comment on table settlements.statement_rate is 'What a learner of an institution cost in a month when a statement was prepared: included costs / learners / 12, in euro cents [append-only]';

create table settlements.statement_line (
  statement_id uuid not null constraint line_of_a_statement references settlements.statement,
  institution_id uuid not null constraint line_of_an_institution references institutions.institution,
  person_id uuid not null constraint line_of_a_learner references persons.person,
  month date not null constraint month_is_named_by_its_first_day check (extract(day from month) = 1),
  cents integer not null constraint line_changes_something check (cents <> 0),
  cause text not null check (cause in ('counted', 'now-payer', 'payer-no-more', 'rate-changed')),
  primary key (statement_id, institution_id, person_id, month)
);
comment on table settlements.statement_line is 'A learner and a month of a statement, in euro cents; negative where an earlier statement had it and it is owed no more [append-only]';
create index line_of_a_person on settlements.statement_line (person_id);

create table settlements.dispute (
  id uuid primary key default uuidv7(),
  statement_id uuid not null constraint dispute_of_a_statement references settlements.statement,
  reason text not null constraint dispute_says_why check (reason <> ''),
  raised_at timestamptz not null,
  raised_by text not null,
  answer text,
  answered_at timestamptz,
  answered_by text,
  constraint answer_says_when_and_by_whom check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
comment on table settlements.dispute is 'What the recipient of a statement does not agree with, and what the provider answered';
create unique index one_open_dispute_of_a_statement on settlements.dispute (statement_id) where answer is null;
create index dispute_in_order on settlements.dispute (statement_id, raised_at);

-- Who settles; an administrator changes it in the program.
update access.role set permissions = permissions || more, changed_at = now(), changed_by = 'migration'
from (values
  ('municipality-education-specialist', array['settlements.see', 'settlements.keep']),
  ('municipality-head', array['settlements.see', 'settlements.approve']),
  ('education-administrator', array['settlements.see', 'settlements.keep-rules'])
) as added (role_code, more) where code = role_code;
