-- Who publishes results and confirms forms also sees which certificates there are, as the manager of exams does.
update access.role set permissions = permissions || array['certificates.see-states'], changed_at = now(), changed_by = 'migration'
  where code = 'exam-head' and not permissions @> array['certificates.see-states'];
