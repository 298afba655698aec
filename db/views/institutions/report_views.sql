-- What reports may read of the institutions; the columns are a contract.
create or replace view institutions.institution_place as
  select i.id as institution_id, i.founded_on, i.closed_on, a.kind as address_kind, a.atvk, a.part, a.valid_from, a.valid_to
  from institutions.institution i
  join institutions.address a on a.institution_id = i.id and a.superseded_at is null;
comment on view institutions.institution_place is 'Where institutions are: the legal address, and the actual one where it differs; ATVK code and parish of their own date';

create or replace view institutions.institution_founder as
  select i.id as institution_id, i.founded_on, i.closed_on, f.unit_id, f.valid_from, f.valid_to
  from institutions.institution i
  join institutions.founder f on f.institution_id = i.id and f.role = 'actual' and f.superseded_at is null;
comment on view institutions.institution_founder is 'Whose institutions are (actual founder); no unit where the founder is not a municipality';

create or replace view institutions.institution_type as
  select s.institution_id, t.kind, k.name_lv as kind_lv, k.name_en as kind_en, s.valid_from, s.valid_to
  from institutions.standing s
  join institutions.type t on t.code = s.type
  join institutions.kind k on k.code = t.kind
  where s.superseded_at is null;
comment on view institutions.institution_type is 'Kinds of institutions over time';

create or replace view institutions.institution_name as
  select n.institution_id, n.name, n.valid_from, n.valid_to from institutions.name n where n.superseded_at is null;
comment on view institutions.institution_name is 'Names of institutions over time';

-- Founders have a history, so that another map than that of the day is answered from it first; only whom it does not reach is looked up in the lineage.
-- Days are compared one by one, not as ranges: of those the planner expects a single row, and goes through all founders for each.
create or replace function institutions.founder_on_map(on_day date, on_edition date)
returns table (institution_id uuid, municipal boolean, atvk text, name text) language sql stable as $$
  with moment as (
    select case when on_edition > on_day then on_edition else least(on_day, (select min(e.edition) from territories.lineage e where e.edition > on_edition) - 1) end as day,
      (select max(e.edition) from territories.lineage e where e.edition <= on_day) as own
  )
  select f.institution_id, coalesce(had.founder_type, f.founder_type) = 'municipality', u.atvk, u.name
  from institutions.founder f
  join institutions.institution i on i.id = f.institution_id
  cross join moment m
  left join lateral (
    select h.founder_type, h.unit_id from institutions.founder h
    where h.institution_id = f.institution_id and h.role = 'actual' and h.superseded_at is null and h.valid_from <= m.day and (h.valid_to is null or h.valid_to > m.day)
      and i.founded_on <= m.day and (i.closed_on is null or i.closed_on > m.day) limit 1
  ) had on true
  left join lateral (
    select l.target_atvk from territories.unit_version own
    left join lateral (
      select a.atvk, a.part from institutions.address a
      where a.institution_id = f.institution_id and a.superseded_at is null and a.valid_from <= on_day and (a.valid_to is null or a.valid_to > on_day)
        and own.atvk = (select o.target_atvk from territories.lineage o where o.edition = m.own and o.atvk = a.atvk and o.part in ('', a.part) order by o.part desc limit 1)
      order by a.kind limit 1
    ) its on true
    join territories.lineage l on l.edition = on_edition and l.atvk = coalesce(its.atvk, own.atvk) and l.part in ('', its.part)
    where had.founder_type is null and own.unit_id = f.unit_id and own.valid_from <= on_day and (own.valid_to is null or own.valid_to > on_day)
    order by l.part desc limit 1
  ) lies on true
  left join lateral (
    select v.atvk, v.name from territories.unit_version v where v.unit_id = had.unit_id and v.valid_from <= m.day and (v.valid_to is null or v.valid_to > m.day)
    union all
    select v.atvk, v.name from territories.unit_version v where v.atvk = lies.target_atvk
  ) u on true
  where f.role = 'actual' and f.superseded_at is null and f.valid_from <= on_day and (f.valid_to is null or f.valid_to > on_day)
$$;
comment on function institutions.founder_on_map is 'Whose each institution of a day is on an edition of the map: its actual founder then (of an older edition on its last day, of a newer one on its first), else the unit there of its founder of the day, of one divided or merged that of the address within it; no unit where that cannot be told';
