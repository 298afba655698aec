-- What must be done before a right counts. It stands beside the grants as data, so that rights stay one query; whoever has it
-- done (training) writes it through the public part of this module.
create table access.role_requirement (
  id uuid primary key default uuidv7(),
  key text not null constraint requirement_key_is_short check (key ~ '^[a-z][a-z0-9:-]{1,99}$'),
  role_code text not null references access.role,
  everywhere boolean not null default false,
  unit_id integer references territories.unit,
  institution_id uuid constraint requirement_at_a_known_institution references institutions.institution,
  place_key text generated always as (case when everywhere then 'country' when unit_id is not null then 'unit ' || unit_id
    else 'institution ' || institution_id end) stored,
  title_lv text not null constraint requirement_has_a_title check (title_lv <> ''),
  title_en text not null,
  link text not null constraint requirement_leads_to_a_page check (link ~ '^/[a-z]'),
  valid_from date not null,
  valid_to date,
  basis text not null constraint requirement_names_its_basis check (basis <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  ended_at timestamptz,
  ended_by text,
  constraint requirement_is_for_one_place check (everywhere::int + num_nonnulls(unit_id, institution_id) = 1),
  constraint requirement_period_in_order check (valid_to >= valid_from),
  constraint one_requirement_of_a_role_at_a_place exclude using gist (key with =, role_code with =, place_key with =, daterange(valid_from, valid_to) with &&)
);
comment on table access.role_requirement is 'What a role asks for at a place before it counts (priekšnosacījums tiesībām), such as a course. Of a municipality it covers the institutions of that day, of the country all';
create index requirement_of_role on access.role_requirement (role_code, place_key);
create index requirement_of_unit on access.role_requirement (unit_id) where unit_id is not null;
create index requirement_of_institution on access.role_requirement (institution_id) where institution_id is not null;

create table access.requirement_met (
  id uuid primary key default uuidv7(),
  user_id uuid not null references access.app_user,
  key text not null,
  valid_from date not null,
  valid_to date,
  basis text not null constraint what_is_met_names_its_basis check (basis <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  constraint what_is_met_in_order check (valid_to > valid_from)
);
comment on table access.requirement_met is 'Who has met what a role asks for, from when to when (izpildīts priekšnosacījums). A renewal begins before the earlier one ends, so periods may overlap';
create index met_by_user on access.requirement_met (user_id, key) where withdrawn_at is null;

-- Asked where a requirement of a municipality is held against rights at its institutions, from either side.
create function institutions.founding_unit_on(institution uuid, day date) returns integer language sql stable parallel safe
  return (select f.unit_id from institutions.founder f where f.institution_id = institution and f.role = 'actual' and f.superseded_at is null
    and f.valid_from <= day and (f.valid_to is null or f.valid_to > day));
comment on function institutions.founding_unit_on is 'The municipality (body) that is an institution’s actual founder on a day; null when it is someone else';
create function institutions.founded_by_unit_on(unit integer, day date) returns setof uuid language sql stable parallel safe
  begin atomic
    select f.institution_id from institutions.founder f where f.unit_id = unit and f.role = 'actual' and f.superseded_at is null
      and f.valid_from <= day and (f.valid_to is null or f.valid_to > day);
  end;
comment on function institutions.founded_by_unit_on is 'The institutions whose actual founder is a municipality (body) on a day';
