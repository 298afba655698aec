-- What a batch says of all its records is said once: a national year is 20 million rows, and where each came from took a third of a row.
-- Rows that are there already, and what is entered one by one, go on saying it themselves.
create sequence marks.arrival_number;
create table marks.arrival (
  id bigint primary key,
  channel text not null check (channel in ('manual', 'service', 'file')),
  journal_id uuid,
  batch_id uuid,
  entered_at timestamptz not null,
  entered_by text not null
);
comment on table marks.arrival is 'Where records came from that a batch brought together: channel, e-journal, batch, when and by whom; they name it by arrival_id [append-only]';

do $$ declare name text; begin
  foreach name in array array['mark', 'outcome_mark', 'absence'] loop
    execute format('alter table marks.%I add column arrival_id bigint, alter column channel drop not null, alter column entered_at drop not null, alter column entered_by drop not null,
      add constraint record_says_once_how_it_came check (case when arrival_id is null then channel is not null and entered_at is not null and entered_by is not null
        else channel is null and journal_id is null and batch_id is null and entered_at is null and entered_by is null end)', name);
    execute format('comment on column marks.%I.arrival_id is %L', name, 'Of a record that a batch brought: says channel, journal, batch, time and sender, which are then empty here');
  end loop;
end $$;
