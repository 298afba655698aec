-- Who seals and issues certificates at the agency, and who takes those of an institution; an administrator changes it in the program.
update access.role set permissions = permissions || more, changed_at = now(), changed_by = 'migration'
from (values
  ('exam-manager', array['certificates.seal', 'certificates.see-states', 'certificates.look-inside', 'certificates.keep-parameters', 'certificates.deliver']),
  ('school-exam-superuser', array['certificates.see-states', 'certificates.hand-out']),
  ('institution-head', array['certificates.see-states', 'certificates.hand-out'])
) as added (role_code, more) where code = role_code;
