-- Requests for packets are removed some days after the instant, with the release key and what it waited for: afterwards they serve nobody.
alter table portal.release_event drop constraint release_event_release_id_fkey;
alter table portal.release_event add constraint release_event_release_id_fkey foreign key (release_id) references portal.release on delete cascade;
comment on table portal.release_event is 'Events of which packets of a release tell: its key waits until the results of all of them may be seen; they go with their release [append-only]';

insert into portal.parameter (name, numbers, valid_from, basis, verified, recorded_at, recorded_by) values
  ('packet-keep-days', '{60}', '2022-09-01', 'Regula (ES) 2016/679, 5. panta 1. punkta e) apakšpunkts (glabāšanas ierobežojums); dienu skaits pieņemts', false, now(), 'migration');
