-- Teachers fill the grids of the classes and subjects that they teach, and see nothing else; an administrator changes it in the program.
insert into access.role (code, module, title_lv, title_en, permissions, scope_kinds, changed_at, changed_by) values
  ('teacher', 'marks', 'Skolotājs', 'Teacher', array['marks.fill-grid'], array['institution'], now(), 'migration');

update access.role set permissions = permissions || array['marks.fill-grid'], changed_at = now(), changed_by = 'migration'
  where code in ('school-secretary', 'institution-head');
