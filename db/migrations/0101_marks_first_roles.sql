-- Who sees, enters and corrects marks; an administrator changes it in the program. Pupils and parents see theirs by being who they are.
update access.role set permissions = permissions || more, changed_at = now(), changed_by = 'migration'
from (values
  ('school-secretary', array['marks.see', 'marks.enter', 'marks.correct']),
  ('institution-head', array['marks.see', 'marks.enter', 'marks.correct']),
  ('municipality-education-specialist', array['marks.see']),
  ('education-administrator', array['marks.see'])
) as added (role_code, more) where code = role_code;
