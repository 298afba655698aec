-- Licences end with their institution: what a closing shortened or took away is remembered, so that a closing moved or taken back gives it back.
create table education.licence_cut_by_closing (
  id uuid primary key default uuidv7(),
  licence_id uuid not null constraint licence_cut_is_a_licence references education.licence,
  closed_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  lifted_at timestamptz
);
comment on table education.licence_cut_by_closing is 'Licences as they were before the closing of their institution ended them (slēgšanas izbeigtās licences): the shortened one is the licence that superseded it, none where it was to begin only after the closing; lifted when that closing was taken back or moved';
create unique index a_licence_is_cut_once on education.licence_cut_by_closing (licence_id) where lifted_at is null;
create index licence_cut_of_licence on education.licence_cut_by_closing (licence_id);

-- The closings recorded until now.
create temporary table reaching_beyond on commit drop as
  select l.id, l.institution_id, l.programme_code, l.licence_nr, l.valid_from, i.closed_on from education.licence l join institutions.institution i on i.id = l.institution_id
  where l.superseded_at is null and i.closed_on is not null and (l.valid_to is null or l.valid_to > i.closed_on);
update education.licence set superseded_at = now() where id in (select id from reaching_beyond);
insert into education.licence (institution_id, programme_code, licence_nr, valid_from, valid_to, recorded_at, recorded_by)
  select institution_id, programme_code, licence_nr, valid_from, closed_on, now(), 'migration' from reaching_beyond where valid_from < closed_on;
update education.licence l set superseded_by = n.id from reaching_beyond b
  join education.licence n on n.institution_id = b.institution_id and n.programme_code = b.programme_code and n.valid_from = b.valid_from and n.superseded_at is null where l.id = b.id;
insert into education.licence_cut_by_closing (licence_id, closed_on, recorded_at, recorded_by) select id, closed_on, now(), 'migration' from reaching_beyond;
