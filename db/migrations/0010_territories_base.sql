-- Municipalities as bodies that last, their versions per edition of the map, reforms as data and their successions.
create schema territories;

create table territories.unit (
  id integer generated always as identity primary key
);
comment on table territories.unit is 'A municipality as a body (pašvaldība): goes on through editions while its ISO 3166-2 code stays';

create table territories.unit_version (
  atvk text primary key constraint atvk_has_seven_digits check (atvk ~ '^[0-9]{7}$'),
  unit_id integer not null references territories.unit,
  name text not null,
  kind text not null check (kind in ('republic city', 'state city', 'municipality')),
  iso text not null,
  valid_from date not null,
  valid_to date,
  constraint unit_version_period_in_order check (valid_to > valid_from),
  constraint one_version_of_a_unit_at_a_time exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
);
comment on table territories.unit_version is 'A municipality in one edition of the map: its ATVK code, name and kind, and the days it holds';
create index unit_version_unit on territories.unit_version (unit_id, valid_from);

create table territories.part (
  atvk text not null references territories.unit_version,
  name text not null,
  primary key (atvk, name)
);
comment on table territories.part is 'Parishes and towns of a unit version, where known (novada teritoriālās vienības: pagasti un pilsētas)';

create table territories.reform (
  id uuid primary key default uuidv7(),
  title_lv text not null,
  title_en text not null,
  effective date not null,
  legal_basis text not null constraint reform_names_its_legal_basis check (legal_basis <> ''),
  state text not null default 'draft' check (state in ('draft', 'prepared', 'applied', 'cancelled')),
  made_up boolean not null default false,
  recorded_at timestamptz not null,
  recorded_by text not null,
  applied_at timestamptz
);
comment on table territories.reform is 'A territorial reform as data (administratīvi teritoriālā reforma): its day, legal basis and state';

create table territories.reform_unit (
  reform_id uuid not null references territories.reform on delete cascade,
  atvk text not null check (atvk ~ '^[0-9]{7}$'),
  name text not null,
  kind text not null check (kind in ('republic city', 'state city', 'municipality')),
  iso text not null,
  primary key (reform_id, atvk)
);
comment on table territories.reform_unit is 'The unit versions that begin on a reform''s day';

create table territories.succession (
  id uuid primary key default uuidv7(),
  reform_id uuid not null references territories.reform,
  from_atvk text not null,
  to_atvk text not null,
  extent text not null check (extent in ('whole', 'part')),
  parts text[] not null default '{}',
  recorded_at timestamptz not null,
  recorded_by text not null,
  reason text,
  superseded_at timestamptz,
  superseded_by uuid references territories.succession,
  constraint parts_are_named_when_a_unit_is_split check ((extent = 'part') = (cardinality(parts) > 0))
);
comment on table territories.succession is 'What of an old unit became part of which new unit; a correction adds a row and keeps what was believed before';
create unique index one_succession_between_two_units on territories.succession (reform_id, from_atvk, to_atvk) where superseded_at is null;

create table territories.lineage (
  atvk text not null,
  part text not null default '',
  edition date not null,
  target_atvk text,
  candidates text[] not null,
  primary key (edition, atvk, part)
);
comment on table territories.lineage is 'Which unit of an edition a place of any other edition lies in; no target where a split or a merger cannot be decided without the parish. Computed from the successions';
create index lineage_of_a_target on territories.lineage (edition, target_atvk);
