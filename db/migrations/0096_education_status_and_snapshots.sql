-- Whose programs may ask whether someone is a learner, and counts of children in preschool programmes that stay as they were on their day.
insert into access.role (code, module, title_lv, title_en, permissions, scope_kinds, changed_at, changed_by) values
  ('status-checker', 'education', 'Izglītojamā statusa pārbaudītājs (sistēma)', 'Checker of learner status (system)', array['education.check-status'], array['country'], now(), 'migration');

create table education.preschool_snapshot (
  day date not null,
  institution_id uuid not null constraint snapshot_of_an_institution references institutions.institution,
  unit_id integer references territories.unit,
  aged_five integer not null,
  aged_six integer not null,
  taken_at timestamptz not null,
  primary key (day, institution_id)
);
comment on table education.preschool_snapshot is 'Children aged five and six in preschool programmes by institution on a day (momentuzņēmums), with the municipality that was its actual founder then; never counted anew [append-only]';
create index preschool_snapshot_of_institution on education.preschool_snapshot (institution_id);

update access.role set permissions = permissions || array['education.see-statistics'], changed_at = now(), changed_by = 'migration'
  where code in ('education-administrator', 'municipality-education-specialist', 'institution-head');
