-- Who counts, publishes and sees results, who assesses works, who decides appeals; an administrator changes it in the program.
insert into access.role (code, module, title_lv, title_en, permissions, scope_kinds, changed_at, changed_by) values
  ('exam-head', 'exams', 'Pārbaudījumu daļas vadītājs (aģentūra)', 'Head of exams of the agency',
    array['exams.see-sittings', 'exams.see-results', 'exams.keep-results', 'exams.publish', 'exams.register-appeals', 'exams.decide-appeals'], array['country'], now(), 'migration'),
  ('exam-assessor', 'exams', 'Pārbaudījumu vērtētājs', 'Assessor of exams', array['exams.assess'], array['country'], now(), 'migration');

update access.role set permissions = permissions || more, changed_at = now(), changed_by = 'migration'
from (values
  ('exam-manager', array['exams.see-results', 'exams.keep-results', 'exams.publish', 'exams.register-appeals', 'exams.decide-appeals']),
  ('school-exam-superuser', array['exams.see-results', 'exams.register-appeals']),
  ('institution-head', array['exams.see-results']),
  ('municipality-education-specialist', array['exams.see-results'])
) as added (role_code, more) where code = role_code;
