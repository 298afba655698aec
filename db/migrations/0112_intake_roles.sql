-- Who keeps the register of e-journals, who confirms them for a school, who matches names; an administrator changes it in the program.
-- The role of the machine itself is of the country: it says only that it may send. For which schools is said by those who confirmed it.
insert into access.role (code, module, title_lv, title_en, permissions, scope_kinds, changed_at, changed_by) values
  ('e-journal', 'intake', 'E-žurnāls (sistēma)', 'E-journal (system)', array['intake.send'], array['country'], now(), 'migration');

update access.role set permissions = permissions || more, changed_at = now(), changed_by = 'migration'
from (values
  ('education-administrator', array['intake.keep-journals', 'intake.see-batches']),
  ('institution-head', array['intake.confirm-journal', 'intake.map', 'intake.see-batches']),
  ('school-secretary', array['intake.map', 'intake.see-batches']),
  ('municipality-education-specialist', array['intake.see-batches']),
  ('e-journal-vendor', array['intake.see-own-journal'])
) as added (role_code, more) where code = role_code;
