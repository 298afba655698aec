-- Forms of certificates are kept in the program: made for a day to come, confirmed by another person, taken back before they are used.
alter table certificates.form
  add column confirmed_at timestamptz,
  add column confirmed_by text,
  add column replaces uuid references certificates.form,
  add constraint confirmed_form_says_by_whom check ((confirmed_at is null) = (confirmed_by is null));
create index form_that_replaces on certificates.form (replaces);
comment on column certificates.form.replaces is 'The row of the same words whose days were others; certificates keep the row that they were made by';

-- The words of a form that was recorded never change: only its days end by another row, and somebody confirms it.
create function certificates.keep_form_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - '{superseded_at,verified,confirmed_at,confirmed_by}'::text[]) <> (to_jsonb(old) - '{superseded_at,verified,confirmed_at,confirmed_by}'::text[]) then
    raise exception 'the words of form % stay', old.id using errcode = '23514', constraint = 'words_of_a_form_stay';
  end if;
  return new;
end $$;
create trigger words_of_a_form_stay before update or delete on certificates.form for each row execute function certificates.keep_form_words();

update access.role set permissions = permissions || array['certificates.keep-forms'], changed_at = now(), changed_by = 'migration' where code in ('exam-manager', 'exam-head');
