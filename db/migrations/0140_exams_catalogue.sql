-- State exams as data of each school year: what is examined, how it is counted, from how many per cent there is a certificate, and when it is held.
create schema exams;

create table exams.exam (
  id uuid primary key default uuidv7(),
  year smallint not null check (year between 1990 and 2200),
  code text not null constraint exam_code_has_its_shape check (code ~ '^[A-Z]{3}(09|OL|AL|VL)$'),
  kind text not null check (kind in ('centralised exam', 'monitoring work')),
  level text not null check (level in ('basic', 'optimal', 'highest', 'general')),
  name_lv text not null constraint exam_has_a_name check (name_lv <> ''),
  locative_lv text not null constraint exam_has_a_locative check (locative_lv <> ''),
  name_en text not null,
  is_language boolean not null,
  certainty text not null check (certainty in ('seen', 'inferred')),
  source text not null constraint exam_names_its_source check (source <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint one_exam_of_a_code_in_a_year unique (year, code),
  constraint level_follows_from_the_code check ((level = 'basic') = (code like '%09') and (level = 'optimal') = (code like '%OL') and (level = 'highest') = (code like '%AL'))
);
comment on table exams.exam is 'What is examined in a school year (pārbaudījums), by its code of three letters of the subject and two of the level; certainty says whether the code was seen or inferred';

create table exams.scoring (
  id uuid primary key default uuidv7(),
  exam_id uuid not null references exams.exam,
  version smallint not null check (version > 0),
  legal_basis text not null constraint scoring_names_its_basis check (legal_basis <> ''),
  verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  constraint one_scoring_of_a_number unique (exam_id, version)
);
comment on table exams.scoring is 'How an exam is counted (vērtēšanas kārtība), in versions: a result names the version that made it. Parts belong to a version and do not change';
create unique index one_scoring_of_an_exam on exams.scoring (exam_id) where superseded_at is null;

create table exams.part (
  scoring_id uuid not null references exams.scoring,
  number smallint not null check (number between 1 and 5),
  name_lv text not null constraint part_has_a_name check (name_lv <> ''),
  name_en text not null,
  max_half_points integer not null constraint part_has_points check (max_half_points between 1 and 4000),
  weight smallint not null constraint part_has_a_weight check (weight between 1 and 100),
  primary key (scoring_id, number)
);
comment on table exams.part is 'Parts of an exam (daļas) in one version of its counting: the most half-points that can be earned, and the weight in per cent of the total [append-only]';

create function exams.weigh_parts() returns trigger language plpgsql as $$
begin
  if (select sum(weight) from exams.part where scoring_id = new.scoring_id) <> 100 then
    raise exception 'the parts of scoring % do not weigh a hundred', new.scoring_id using errcode = '23514', constraint = 'parts_weigh_a_hundred';
  end if;
  return null;
end $$;
create constraint trigger parts_weigh_a_hundred after insert on exams.part deferrable initially deferred for each row execute function exams.weigh_parts();

create table exams.threshold (
  id uuid primary key default uuidv7(),
  year smallint not null check (year between 1990 and 2200),
  level text not null check (level in ('basic', 'optimal', 'highest', 'general')),
  percent smallint not null constraint threshold_is_a_share check (percent between 0 and 100),
  legal_basis text not null constraint threshold_names_its_basis check (legal_basis <> ''),
  verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz
);
comment on table exams.threshold is 'From how many per cent of the total there is a certificate (sertifikāta slieksnis), by level and school year; changed by adding a row';
create unique index one_threshold_of_a_level on exams.threshold (year, level) where superseded_at is null;

create table exams.session (
  id uuid primary key default uuidv7(),
  year smallint not null check (year between 1990 and 2200),
  stage text not null check (stage in ('basic', 'secondary')),
  applications_until date not null,
  changes_until date not null,
  starts_on date not null,
  ends_on date not null,
  announced_on date,
  legal_basis text not null constraint session_names_its_basis check (legal_basis <> ''),
  verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint one_session_of_a_stage unique (year, stage),
  constraint session_days_in_order check (applications_until <= changes_until and changes_until <= starts_on and starts_on <= ends_on),
  constraint results_after_the_exams check (announced_on >= starts_on)
);
comment on table exams.session is 'Exam sessions (eksāmenu sesijas) of a school year and stage, and until when pupils apply (pieteikšanās) and change their choice; what was corrected stays in catalogue_before';

create table exams.event (
  id uuid primary key default uuidv7(),
  session_id uuid not null references exams.session,
  exam_id uuid not null references exams.exam,
  term text not null check (term in ('main', 'extra')),
  held_on date not null,
  start_time time not null,
  legal_basis text not null constraint event_names_its_basis check (legal_basis <> ''),
  verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint one_event_of_a_term unique (exam_id, term),
  constraint event_is_of_its_exam unique (id, exam_id, term)
);
comment on table exams.event is 'When an exam is held (norise): in the main term (pamattermiņš), and again for those who were away with a reason (papildtermiņš)';
create index event_of_session on exams.event (session_id);

create table exams.catalogue_before (
  id uuid primary key default uuidv7(),
  what text not null check (what in ('session', 'event')),
  of_id uuid not null,
  days date[] not null,
  start_time time,
  legal_basis text not null,
  verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz not null,
  superseded_by text not null
);
comment on table exams.catalogue_before is 'What the days of a session (applications, changes, first, last, announcement) or of an event were before they were corrected [append-only]';
create index catalogue_before_of_what on exams.catalogue_before (of_id);
