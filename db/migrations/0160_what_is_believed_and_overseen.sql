-- Who publishes results and confirms forms also sees how long certificates can be proven and who receives them, without sealing anything.
update access.role set permissions = permissions || array['certificates.oversee'], changed_at = now(), changed_by = 'migration'
  where code in ('exam-manager', 'exam-head') and not permissions @> array['certificates.oversee'];

-- Why the signer of a trusted list was believed when it was loaded; not known of lists loaded before.
alter table checking.trusted_list add column believed_by text constraint list_is_believed_by_somebody check (believed_by in ('settings', 'loaded-list'));
