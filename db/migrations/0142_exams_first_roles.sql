-- Who keeps the exams of a year, who registers and leads them at a school, who approves its protocols; an administrator changes it in the program.
insert into access.role (code, module, title_lv, title_en, permissions, scope_kinds, changed_at, changed_by) values
  ('exam-manager', 'exams', 'Pārbaudījumu vadītājs (aģentūra)', 'Exam manager of the agency',
    array['exams.keep-exams', 'exams.see-sittings', 'exams.see-codes', 'exams.register', 'exams.annul'], array['country'], now(), 'migration'),
  ('school-exam-superuser', 'exams', 'Skolas virslietotājs (pārbaudījumi)', 'School superuser (exams)',
    array['exams.see-sittings', 'exams.see-codes', 'exams.register', 'exams.lead'], array['institution'], now(), 'migration');

update access.role set permissions = permissions || more, changed_at = now(), changed_by = 'migration'
from (values
  ('institution-head', array['exams.see-sittings', 'exams.see-codes', 'exams.approve-protocol']),
  ('municipality-education-specialist', array['exams.see-sittings'])
) as added (role_code, more) where code = role_code;
