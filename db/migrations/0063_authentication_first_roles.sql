-- Who leads the change to safe sign-in, who sees how ready people are, and who keeps the sealed accounts; an administrator changes it in the program.
update access.role set permissions = permissions || array['authentication.lead-programme', 'authentication.see-programme'], changed_at = now(), changed_by = 'migration'
  where code in ('municipality-user-administrator', 'administrator');
update access.role set permissions = permissions || array['authentication.see-programme'], changed_at = now(), changed_by = 'migration'
  where code in ('municipality-head', 'auditor', 'rights-administrator');
update access.role set permissions = permissions || array['authentication.keep-break-glass'], changed_at = now(), changed_by = 'migration'
  where code = 'administrator';
