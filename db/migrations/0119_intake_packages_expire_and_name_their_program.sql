-- A package that nobody confirms gives its archive back after some days; an upload says which program made it where the package does not.
alter table intake.oneroster_package drop constraint oneroster_package_state_check;
alter table intake.oneroster_package add constraint oneroster_package_state_check check (state in ('received', 'refused', 'ready', 'sending', 'sent', 'dropped', 'expired'));
alter table intake.oneroster_package add column program text not null default '';
comment on column intake.oneroster_package.program is 'Which program made an uploaded package, as whoever uploaded it said; what the package itself says goes before it';
create index oneroster_package_ready on intake.oneroster_package (checked_at) where state = 'ready';

alter table marks.parameter drop constraint parameter_name_check;
alter table marks.parameter add constraint parameter_name_check
  check (name in ('remind-before', 'remind-after', 'long-absence-lessons', 'long-absence-days', 'smallest-number', 'preparation-from-age', 'ready-package-days'));
insert into marks.parameter (name, numbers, valid_from, basis, verified, recorded_at, recorded_by) values
  ('ready-package-days', '{30}', '2020-09-01', 'Sistēmas pārziņa izvēle; VDAR 5. panta 1. punkta e) apakšpunkts: glabāšanas ierobežojums', false, now(), 'migration');
