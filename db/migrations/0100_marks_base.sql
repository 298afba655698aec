-- Marks, assessed learning outcomes and absences, with what was believed before each correction.
-- No row points elsewhere by a foreign key: a national year is 20 million rows, and a key looked up for each would make taking them ten times
-- slower. What a row names is checked for whole batches, in the transaction that writes them.
create schema marks;

create table marks.mark (
  year smallint not null,
  institution_id uuid not null,
  person_id uuid not null,
  subject_id integer not null,
  period text not null check (period in ('S1', 'S2', 'YEAR', 'EXAM', 'POST', 'FINAL')),
  membership_id uuid not null,
  class_id uuid,
  course_id integer,
  scale text not null,
  value text not null,
  language text,
  decided_on date,
  state text not null check (state in ('draft', 'confirmed', 'withdrawn')),
  channel text not null check (channel in ('manual', 'service', 'file')),
  journal_id uuid,
  source_record text not null default '',
  batch_id uuid,
  entered_at timestamptz not null,
  entered_by text not null,
  primary key (year, institution_id, person_id, subject_id, period)
) partition by range (year);
comment on table marks.mark is 'Marks of subjects by period (vērtējumi), of the membership that held in the institution; language where the subject does not say which [by school year]';

create table marks.outcome_mark (
  year smallint not null,
  institution_id uuid not null,
  person_id uuid not null,
  outcome_id integer not null,
  period text not null check (period in ('S1', 'S2', 'YEAR')),
  membership_id uuid not null,
  class_id uuid,
  scale text not null,
  value text not null,
  decided_on date,
  state text not null check (state in ('draft', 'confirmed', 'withdrawn')),
  channel text not null check (channel in ('manual', 'service', 'file')),
  journal_id uuid,
  source_record text not null default '',
  batch_id uuid,
  entered_at timestamptz not null,
  entered_by text not null,
  primary key (year, institution_id, person_id, outcome_id, period)
) partition by range (year);
comment on table marks.outcome_mark is 'Assessed learning outcomes of grades 1-3 (sasniedzamo rezultātu vērtējumi) [by school year]';

create table marks.absence (
  year smallint not null,
  institution_id uuid not null,
  person_id uuid not null,
  period text not null check (period ~ '^(M(0[1-9]|1[0-2])|S1|S2|YEAR)$'),
  membership_id uuid not null,
  class_id uuid,
  justified_lessons smallint not null check (justified_lessons >= 0),
  unjustified_lessons smallint not null check (unjustified_lessons >= 0),
  unjustified_days smallint check (unjustified_days >= 0),
  reason_group text not null default '',
  actions_taken text not null default '',
  told_municipality_on date,
  state text not null check (state in ('draft', 'confirmed', 'withdrawn')),
  channel text not null check (channel in ('manual', 'service', 'file')),
  journal_id uuid,
  source_record text not null default '',
  batch_id uuid,
  entered_at timestamptz not null,
  entered_by text not null,
  primary key (year, institution_id, person_id, period)
) partition by range (year);
comment on table marks.absence is 'Totals of missed lessons (kavējumi) of a month (M09), a semester or the year: justified and unjustified; days in preschool (MK 89) [by school year]';

-- One partition a school year; an open one to each side.
do $$ declare name text; begin
  foreach name in array array['mark', 'outcome_mark', 'absence'] loop
    execute format('create table marks.%1$s_earlier partition of marks.%1$s for values from (minvalue) to (2018)', name);
    for year in 2018..2039 loop
      execute format('create table marks.%1$s_%2$s partition of marks.%1$s for values from (%2$s) to (%3$s)', name, year, year + 1);
      execute format('comment on table marks.%1$s_%2$s is %3$L', name, year, 'One school year of marks.' || name);
    end loop;
    execute format('create table marks.%1$s_later partition of marks.%1$s for values from (2040) to (maxvalue)', name);
  end loop;
end $$;

create table marks.record_before (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('mark', 'outcome', 'absence')),
  year smallint not null,
  institution_id uuid not null,
  person_id uuid not null,
  item integer not null,
  period text not null,
  was jsonb not null,
  reason text not null constraint correction_says_why check (reason <> ''),
  order_nr text not null default '',
  superseded_at timestamptz not null,
  superseded_by text not null
);
comment on table marks.record_before is 'What a mark, an assessed outcome or an absence was before it was corrected or withdrawn, and why; item is the subject, the outcome, or 0 for an absence [append-only]';
create index record_before_of_record on marks.record_before (institution_id, person_id, year, kind, item, period);

create table marks.nil_report (
  year smallint not null,
  institution_id uuid not null constraint nil_report_of_an_institution references institutions.institution,
  period text not null check (period ~ '^(M(0[1-9]|1[0-2])|S1|S2|YEAR)$'),
  reported_at timestamptz not null,
  reported_by text not null,
  primary key (institution_id, year, period)
);
comment on table marks.nil_report is 'An institution says that nobody was absent without justification in a period: not the same as having entered nothing';

create table marks.standing (
  year smallint not null,
  period text not null check (period in ('S1', 'S2', 'YEAR')),
  record text not null check (record in ('mark', 'outcome', 'absence')),
  institution_id uuid not null constraint standing_of_an_institution references institutions.institution,
  due_on date,
  expected integer not null,
  received integer not null,
  late integer not null,
  by_nil integer not null,
  last_entered_at timestamptz,
  counted_at timestamptz not null,
  constraint standing_is_counted_once unique nulls not distinct (institution_id, year, period, record, due_on)
);
comment on table marks.standing is 'How complete an institution''s marks, outcomes and absences of a period are (ievades pilnība), as last counted, by the day until which they are due; by_nil counts those that a nil report stands for. What was touched since is in standing_to_count';
create index standing_of_year on marks.standing (year, period);

create table marks.standing_to_count (
  institution_id uuid not null constraint count_of_an_institution references institutions.institution,
  year smallint not null,
  touched_at timestamptz not null,
  primary key (institution_id, year)
);
comment on table marks.standing_to_count is 'Institutions whose marks, classes or pupils of a school year changed since they were counted';
