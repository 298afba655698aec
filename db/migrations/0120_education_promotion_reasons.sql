-- What stands against promotion is kept as it is meant (rule, words in both languages, subjects, whether it waits for results), no longer as one Latvian line.
alter table education.rollover_line add column blocks jsonb not null default '[]'
  constraint blocks_are_a_list check (jsonb_typeof(blocks) = 'array');
update education.rollover_line
  set blocks = jsonb_build_array(jsonb_build_object('rule', '', 'words', jsonb_build_object('lv', blocked_by, 'en', blocked_by), 'subjects', '[]'::jsonb, 'waits', false))
  where blocked_by <> '';
alter table education.rollover_line drop column blocked_by;
comment on table education.rollover_line is 'What is to become of one pupil at the end of the year; `blocks` names the rules that speak against promotion and what is not there yet, the head decides';
