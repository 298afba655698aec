-- Children in preschools are counted in completeness from an age that the law gives: absences of compulsory preparation are entered like those of schools.
alter table marks.parameter drop constraint parameter_name_check;
alter table marks.parameter add constraint parameter_name_check check (name in ('remind-before', 'remind-after', 'long-absence-lessons', 'long-absence-days', 'smallest-number', 'preparation-from-age'));

insert into marks.parameter (name, numbers, valid_from, basis, verified, recorded_at, recorded_by) values
  ('preparation-from-age', '{5}', '2002-09-01', 'Izglītības likums: bērnu no piecu gadu vecuma sagatavošana pamatizglītības ieguvei ir obligāta; MK 01.02.2011. noteikumi Nr. 89', false, now(), 'migration');
