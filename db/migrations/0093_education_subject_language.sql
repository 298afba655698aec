-- Subjects that leave open which language is learnt: a mark of theirs must say it, or a document cannot be made of it.
alter table education.subject add column needs_language boolean not null
  generated always as (name_key ~ '^(pirma|otra|tresa|1|2|3)?svesvaloda$' or name_key = 'mazakumtautibasvaloda') stored;
comment on column education.subject.needs_language is 'The name does not say which language (Svešvaloda, Mazākumtautības valoda)';
