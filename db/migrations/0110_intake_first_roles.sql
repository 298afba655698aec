-- Who may check packages of e-journals; an administrator changes it in the program.
-- Whoever runs an e-journal serves schools everywhere and sees nothing of the registers by checking: the role is of the country and holds only this.
insert into access.role (code, module, title_lv, title_en, permissions, scope_kinds, changed_at, changed_by) values
  ('e-journal-vendor', 'intake', 'E-žurnāla uzturētājs', 'E-journal vendor', array['intake.check-packages'], array['country'], now(), 'migration');

update access.role set permissions = permissions || array['intake.check-packages'], changed_at = now(), changed_by = 'migration'
  where code in ('school-secretary', 'institution-head', 'municipality-education-specialist');
