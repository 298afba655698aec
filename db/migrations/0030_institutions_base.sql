-- Education institutions: names, standing, founders, addresses, delivery places and endings, each with its history.
-- A row that turned out wrong is superseded by another row and stays readable as what was believed.
create schema institutions;

create table institutions.kind (
  code text primary key,
  name_lv text not null,
  name_en text not null,
  source text not null
);
comment on table institutions.kind is 'Kinds of education institutions (izglītības iestāžu veidi)';

create table institutions.type (
  code text primary key,
  kind text not null references institutions.kind,
  name_lv text not null,
  name_en text not null,
  source text not null
);
comment on table institutions.type is 'Types of education institutions (izglītības iestāžu tipi); each type belongs to one kind';

create table institutions.legal_status_kind (
  code text primary key,
  name_lv text not null,
  name_en text not null,
  source text not null
);
comment on table institutions.legal_status_kind is 'Legal statuses of education institutions (juridiskie statusi)';

create table institutions.subordination (
  code text primary key,
  name_lv text not null,
  name_en text not null,
  source text not null
);
comment on table institutions.subordination is 'Ministry or body that education institutions answer to (pakļautība)';

create table institutions.institution (
  id uuid primary key default uuidv7(),
  reg_nr text not null constraint institution_number_has_ten_digits check (reg_nr ~ '^[0-9]{10}$'),
  ent_nr text constraint legal_number_has_eleven_digits check (ent_nr ~ '^[0-9]{11}$'),
  founded_on date not null,
  closed_on date,
  name text not null default '',
  search_key text not null default '',
  phone text not null default '',
  email text not null default '',
  website text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint institution_number_belongs_to_one unique (reg_nr),
  constraint institution_closes_after_founding check (closed_on > founded_on)
);
comment on table institutions.institution is 'An education institution (izglītības iestāde). Name, search key and closing day repeat the latest of the histories for searching; the histories are the truth';
create index institution_by_search_key on institutions.institution using gin (search_key gin_trgm_ops);

create table institutions.name (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint name_of_an_institution references institutions.institution,
  name text not null constraint institution_name_is_not_empty check (name <> ''),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references institutions.name,
  constraint institution_name_period_in_order check (valid_to > valid_from),
  constraint one_institution_name_at_a_time exclude using gist (institution_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table institutions.name is 'Names of an institution over time (nosaukumi)';
create index name_of_institution on institutions.name (institution_id);

create table institutions.standing (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint standing_of_an_institution references institutions.institution,
  type text not null constraint standing_of_a_known_type references institutions.type,
  legal_status text not null constraint standing_of_a_known_legal_status references institutions.legal_status_kind,
  subordination text not null constraint standing_of_a_known_subordination references institutions.subordination,
  basis text not null default '',
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references institutions.standing,
  constraint standing_period_in_order check (valid_to > valid_from),
  constraint one_standing_at_a_time exclude using gist (institution_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table institutions.standing is 'Type, legal status and subordination of an institution over time; a reorganised school changes its type';
create index standing_of_institution on institutions.standing (institution_id);

create table institutions.founder (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint founder_of_an_institution references institutions.institution,
  role text not null check (role in ('legal', 'actual')),
  founder_type text not null check (founder_type in ('municipality', 'state', 'legal person', 'natural person')),
  unit_id integer constraint founder_is_a_known_municipality references territories.unit,
  founder_name text not null default '',
  founder_reg_nr text constraint founder_number_has_eleven_digits check (founder_reg_nr ~ '^[0-9]{11}$'),
  reason text not null check (reason in ('founded', 'territorial reform', 'takeover', 'reorganised')),
  basis text not null constraint founder_names_its_basis check (basis <> ''),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references institutions.founder,
  constraint founder_period_in_order check (valid_to > valid_from),
  constraint founder_is_named check ((founder_type = 'municipality') = (unit_id is not null) and (unit_id is null) = (founder_name <> '')),
  constraint one_actual_founder_at_a_time exclude using gist (institution_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null and role = 'actual'),
  constraint no_municipality_founds_twice exclude using gist (institution_id with =, unit_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null and role = 'legal')
);
comment on table institutions.founder is 'Founders (dibinātājs) and actual founders (faktiskais dibinātājs) over time; of the actual ones exactly one at a time';
create index founder_of_institution on institutions.founder (institution_id);
create index institution_of_founding_unit on institutions.founder (unit_id, role) where superseded_at is null;

create table institutions.address (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint address_of_an_institution references institutions.institution,
  kind text not null check (kind in ('legal', 'actual')),
  atvk text not null constraint institution_address_in_a_known_unit references territories.unit_version,
  part text not null default '',
  street text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references institutions.address,
  constraint institution_address_period_in_order check (valid_to > valid_from),
  constraint one_address_of_a_kind_at_a_time exclude using gist (institution_id with =, kind with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table institutions.address is 'Legal addresses over time, and actual ones where they differ: unit and parish as they were called on the first day, never rewritten by a reform';
create index address_of_institution on institutions.address (institution_id);

create table institutions.delivery_place (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint delivery_place_of_an_institution references institutions.institution,
  programme text not null check (programme in ('preschool', 'general', 'vocational', 'interest')),
  name text not null default '',
  atvk text not null constraint delivery_place_in_a_known_unit references territories.unit_version,
  part text not null default '',
  street text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references institutions.delivery_place,
  constraint delivery_place_period_in_order check (valid_to > valid_from),
  constraint one_delivery_place_at_an_address_at_a_time exclude using gist
    (institution_id with =, programme with =, atvk with =, part with =, street with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table institutions.delivery_place is 'Where an institution teaches (programmas īstenošanas vietas); may lie in another municipality than the institution';
create index delivery_place_of_institution on institutions.delivery_place (institution_id);

create table institutions.gymnasium_title (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint gymnasium_title_of_an_institution references institutions.institution,
  basis text not null constraint gymnasium_title_names_its_basis check (basis <> ''),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references institutions.gymnasium_title,
  constraint gymnasium_title_period_in_order check (valid_to > valid_from),
  constraint one_gymnasium_title_at_a_time exclude using gist (institution_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table institutions.gymnasium_title is 'Periods in which a school is a state gymnasium (valsts ģimnāzijas statuss)';
create index gymnasium_title_of_institution on institutions.gymnasium_title (institution_id);

create table institutions.accreditation (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint accreditation_of_an_institution references institutions.institution,
  page_nr text not null constraint accreditation_page_has_a_number check (page_nr <> ''),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references institutions.accreditation,
  constraint accreditation_period_in_order check (valid_to > valid_from),
  constraint one_accreditation_at_a_time exclude using gist (institution_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table institutions.accreditation is 'Accreditation pages with their terms (akreditācijas lapa); preschools, interest and adult institutions have none';
create index accreditation_of_institution on institutions.accreditation (institution_id);

create table institutions.closure (
  id uuid primary key default uuidv7(),
  institution_id uuid not null constraint closure_of_an_institution references institutions.institution,
  closed_on date not null,
  reason text not null check (reason in ('liquidated', 'merged', 'split', 'reorganised')),
  basis text not null constraint closure_names_its_basis check (basis <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references institutions.closure
);
comment on table institutions.closure is 'When, why and by which act an institution was closed (likvidācija, reorganizācija)';
create unique index an_institution_is_closed_once on institutions.closure (institution_id) where superseded_at is null;

create table institutions.succession (
  id uuid primary key default uuidv7(),
  from_id uuid not null constraint succession_from_an_institution references institutions.institution,
  to_id uuid not null constraint succession_to_an_institution references institutions.institution,
  kind text not null check (kind in ('merged', 'split', 'reorganised')),
  effective date not null,
  basis text not null constraint succession_names_its_basis check (basis <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references institutions.succession,
  constraint no_institution_succeeds_itself check (from_id <> to_id)
);
comment on table institutions.succession is 'Which institution went on in which other one: merged, split, or reorganised';
create unique index one_succession_between_two_institutions on institutions.succession (from_id, to_id) where superseded_at is null;
create index succession_to_institution on institutions.succession (to_id);
