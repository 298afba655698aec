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
