-- A name that waits is one line of the desk however it is written, and the desk is paged in the database: the key that makes names the same is kept.
alter table intake.answer add column name_key text not null default '';
with named as (
  select a.batch_id, a.row, a.code, platform.search_key(coalesce(nullif(case a.code when 'VI-101' then a.sent->>'subject' else a.sent->>'class' end, ''), a.found)) as words
  from intake.answer a where a.code in ('VI-101', 'VI-102')
)
update intake.answer a set name_key = case n.code
    when 'VI-101' then regexp_replace(n.words, '[^[:alnum:]]', '', 'g')
    else upper(replace(regexp_replace(regexp_replace(n.words, '(?<=\d)[\s.\-‐-―−]+(?=\d)', '|', 'g'), '[\s.\-‐-―−]+', '', 'g'), '|', '.')) end
  from named n where a.batch_id = n.batch_id and a.row = n.row and a.code = n.code;
comment on column intake.answer.name_key is 'Of names of subjects (VI-101) and classes (VI-102) what makes them the same, however they are written; else empty';
