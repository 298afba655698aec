-- The roles and limits every installation begins with; an administrator changes them in the program.
insert into access.role (code, module, title_lv, title_en, permissions, scope_kinds, changed_at, changed_by)
select code, module, title_lv, title_en, permissions, scope_kinds, now(), 'migration' from (values
  ('institution-head', 'institutions', 'Iestādes vadītājs', 'Head of institution',
    array['access.see-rights', 'access.confirm-rights', 'access.prepare-reform'], array['institution']),
  ('institution-user-administrator', 'access', 'Iestādes lietotāju administrators', 'User administrator of institution',
    array['access.manage-users', 'access.see-rights', 'access.grant-rights'], array['institution']),
  ('school-secretary', 'institutions', 'Skolas lietvedis', 'School secretary',
    '{}'::text[], array['institution']),
  ('municipality-head', 'access', 'Pašvaldības izpilddirektors', 'Executive director of municipality',
    array['access.see-rights', 'access.confirm-rights', 'access.prepare-reform'], array['municipality']),
  ('municipality-education-specialist', 'persons', 'Pašvaldības izglītības speciālists', 'Education specialist of municipality',
    array['persons.find'], array['municipality']),
  ('municipality-user-administrator', 'access', 'Pašvaldības lietotāju administrators', 'User administrator of municipality',
    array['access.manage-users', 'access.see-rights', 'access.grant-rights'], array['municipality']),
  ('ministry-operator', 'reforms', 'Ministrijas reformu operators', 'Reform operator of the ministry',
    array['reforms.operate', 'reforms.decide', 'access.see-rights', 'access.prepare-reform'], array['country']),
  ('registrar', 'institutions', 'Izglītības iestāžu reģistra reģistrators', 'Registrar of institutions',
    array['institutions.register'], array['country']),
  ('population-registrar', 'persons', 'Iedzīvotāju reģistra darbinieks', 'Population registrar',
    array['persons.find', 'persons.find-protected', 'persons.read-protected', 'persons.record', 'persons.protect'], array['country', 'municipality']),
  ('rights-administrator', 'access', 'Tiesību administrators', 'Rights administrator',
    array['access.grant-rights', 'access.see-rights', 'access.manage-users', 'access.confirm-rights', 'access.prepare-reform'], array['country']),
  ('administrator', 'access', 'Sistēmas administrators', 'System administrator',
    array['access.edit-roles', 'access.edit-parameters', 'access.manage-users', 'access.see-rights', 'workspace.publish-announcements', 'workspace.read-audit'], array['country']),
  ('auditor', 'access', 'Auditors', 'Auditor', array['access.see-rights', 'workspace.read-audit'], array['country'])
) as first (code, module, title_lv, title_en, permissions, scope_kinds);

insert into access.parameter (name, value, basis, valid_from, recorded_at, recorded_by)
select name, value, basis, '2009-07-01', now(), 'migration' from (values
  ('session-idle-minutes', 30, 'NIST SP 800-63B-4 AAL2; OWASP ASVS 5.0, 7.3.1'),
  ('session-absolute-minutes', 720, 'NIST SP 800-63B-4 AAL2; OWASP ASVS 5.0, 7.3.2'),
  ('code-step-minutes', 10, 'OWASP ASVS 5.0, 6.5.5'),
  ('password-link-hours', 72, 'OWASP ASVS 5.0, 6.4.1'),
  ('password-least-length', 15, 'OWASP ASVS 5.0, 6.2.9'),
  ('attempts-window-minutes', 15, 'OWASP ASVS 5.0, 6.3.1'),
  ('attempts-on-account-from-address', 5, 'OWASP ASVS 5.0, 6.3.1'),
  ('attempts-on-account', 50, 'OWASP ASVS 5.0, 6.3.1; NIST SP 800-63B-4, 3.2.2'),
  ('attempts-from-address', 100, 'OWASP ASVS 5.0, 6.3.1'),
  ('confirmation-months', 12, 'Iekšējā kārtība: tiesības pārskata reizi gadā'),
  ('confirmation-grace-days', 30, 'Iekšējā kārtība: neapstiprinātas tiesības beidzas pēc šīm dienām; 0 – nebeidzas')
) as first (name, value, basis);
