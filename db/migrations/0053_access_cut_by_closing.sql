-- What a closing of an institution ends for the future can be given back when the closing is taken back or moved.
create table access.cut_by_closing (
  id uuid primary key default uuidv7(),
  grant_id uuid not null references access.role_grant,
  closed_on date not null,
  valid_to date,
  ended_at timestamptz,
  ended_by text,
  ended_reason text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  lifted_at timestamptz,
  lifted_by text
);
comment on table access.cut_by_closing is 'How long a right reached, and whether it had been ended already, before the closing of its institution cut it (slēgšanas saīsinātās tiesības); lifted when that closing was taken back or moved before its day';
create unique index a_right_is_cut_once_at_a_time on access.cut_by_closing (grant_id) where lifted_at is null;
create index cut_of_grant on access.cut_by_closing (grant_id);

insert into access.cut_by_closing (grant_id, closed_on, valid_to, recorded_at, recorded_by)
select g.id, coalesce(i.closed_on, g.valid_to), g.granted_to, g.ended_at, coalesce(g.ended_by, 'system')
from access.role_grant g join institutions.institution i on i.id = g.institution_id
where g.ended_reason = 'iestāde slēgta';

-- Asked by the forms that close an institution and take the closing back, which may not look at rights themselves.
create function access.rights_reaching_beyond(institution uuid, day date) returns integer language sql stable parallel safe
  return (select count(*)::integer from access.role_grant g
    where g.institution_id = institution and (g.valid_to is null or g.valid_to > greatest(g.valid_from, day)));
comment on function access.rights_reaching_beyond is 'How many rights at an institution would end if it closed on a day';

create function access.rights_cut_by_closing(institution uuid, today date, yet_to_end boolean) returns integer language sql stable parallel safe
  return (select count(*)::integer from access.cut_by_closing c join access.role_grant g on g.id = c.grant_id
    where g.institution_id = institution and c.lifted_at is null and (g.valid_to > today) = yet_to_end);
comment on function access.rights_cut_by_closing is 'How many rights the closing of an institution has cut: those that end only after today, or those that have ended by then';
