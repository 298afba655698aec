-- A rehearsal names role, place and reason of each change, and what happened is compared with it row by row.
alter table reforms.change add column role jsonb, add column place text, add column why text;
comment on column reforms.change.role is 'The role of a right, in both languages';
comment on column reforms.change.place is 'The institution or municipality where it is held, or that someone works for';
comment on column reforms.change.why is 'Why it goes so, as a word of the register';

alter table reforms.rehearsal add column fingerprint text;
comment on column reforms.rehearsal.fingerprint is 'SHA-256 over the rows as they were kept; equal to that of the application where nothing differs';

alter table reforms.application add column rehearsal_id uuid references reforms.rehearsal, add column fingerprint text;
comment on table reforms.application is 'That a reform was applied, and in how many rows what happened differs from the last rehearsal; without a rehearsal the rows foreseen are those of the same transaction';
create index application_of_rehearsal on reforms.application (rehearsal_id);

create table reforms.difference (
  reform_id uuid not null references territories.reform,
  participant text not null,
  kind text not null,
  key text not null,
  unit_id integer not null,
  label text not null,
  role jsonb,
  place text,
  foreseen jsonb,
  happened jsonb,
  traced text,
  traced_at timestamptz,
  constraint one_difference_of_a_row primary key (reform_id, participant, kind, key),
  constraint a_difference_has_a_side check (foreseen is distinct from happened)
);
comment on table reforms.difference is 'Where what happened differs from the last rehearsal: the row on both sides, and what changed in its register meanwhile';
create index difference_pages on reforms.difference (reform_id, participant, kind, label collate platform.latvian, key);

alter table reforms.task add column chosen_part text;
comment on column reforms.task.chosen_part is 'The parish or town that the person named, where it tells the successor';
