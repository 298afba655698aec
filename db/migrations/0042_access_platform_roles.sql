-- Who keeps the business calendar and who reads the feed of events; an administrator changes it in the program.
update access.role set permissions = permissions || array['workspace.keep-calendar'], changed_at = now(), changed_by = 'migration' where code = 'administrator';

insert into access.role (code, module, title_lv, title_en, permissions, scope_kinds, changed_at, changed_by) values
  ('event-reader', 'platform', 'Notikumu plūsmas lasītājs (sistēma)', 'Reader of the feed of events (system)',
    array['platform.read-events'], array['country'], now(), 'migration');
