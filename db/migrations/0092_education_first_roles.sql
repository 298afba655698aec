-- Roles of the education register; an administrator changes them in the program.
insert into access.role (code, module, title_lv, title_en, permissions, scope_kinds, changed_at, changed_by) values
  ('education-administrator', 'education', 'Izglītības reģistra pārzinis', 'Administrator of the education register',
    array['education.keep-classifiers', 'education.see-pupils'], array['country'], now(), 'migration');

update access.role set permissions = permissions || more, changed_at = now(), changed_by = 'migration'
from (values
  ('school-secretary', array['education.see-pupils', 'education.keep-pupils', 'education.keep-classes', 'education.keep-teachers']),
  ('institution-head', array['education.see-pupils', 'education.keep-pupils', 'education.keep-classes', 'education.keep-teachers', 'education.order']),
  ('municipality-education-specialist', array['education.see-pupils']),
  ('registrar', array['education.license'])
) as added (role_code, more) where code = role_code;
