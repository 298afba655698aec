-- Courses with their versions, who took them and with what result, remote courses with their participants, and who was reminded.
create schema training;

create table training.course (
  id uuid primary key default uuidv7(),
  retired_at timestamptz,
  retired_by text,
  recorded_at timestamptz not null,
  recorded_by text not null
);
comment on table training.course is 'Courses (mācību kursi); what is in one stands in its versions. A retired course is no longer offered, its results stay';

create table training.course_version (
  id uuid primary key default uuidv7(),
  course_id uuid not null references training.course,
  number integer not null check (number > 0),
  title_lv text not null constraint course_has_a_title check (title_lv <> ''),
  title_en text not null default '',
  about_lv text not null default '',
  about_en text not null default '',
  text_lv text not null,
  text_en text not null default '',
  pass_percent integer not null constraint pass_mark_is_a_share check (pass_percent between 1 and 100),
  valid_months integer constraint validity_is_some_months check (valid_months between 1 and 120),
  changed_at timestamptz not null,
  changed_by text not null,
  published_at timestamptz,
  published_by text,
  constraint one_version_of_a_number unique (course_id, number),
  constraint version_of_its_course unique (id, course_id)
);
comment on table training.course_version is 'Versions of courses (kursa redakcija), Markdown in Latvian and, where there is one, in English. The newest published one is taken; a published one never changes';
create unique index one_draft_of_a_course on training.course_version (course_id) where published_at is null;

create function training.keep_published() returns trigger language plpgsql as $$
begin
  raise exception 'version % of a course is published and does not change', old.id using errcode = '23514', constraint = 'a_published_version_stays';
end $$;
create trigger a_published_version_stays before update or delete on training.course_version
  for each row when (old.published_at is not null) execute function training.keep_published();

create table training.trial (
  course_version_id uuid not null references training.course_version,
  user_id uuid not null references access.app_user,
  invited_at timestamptz not null,
  invited_by text not null,
  verdict text not null default 'none' check (verdict in ('none', 'fit', 'unfit')),
  remark text not null default '',
  answered_at timestamptz,
  primary key (course_version_id, user_id),
  constraint a_verdict_says_when check ((verdict = 'none') = (answered_at is null))
);
comment on table training.trial is 'People asked to try a draft before it is published (izmēģinātāji), and what they said';
create index trial_by_user on training.trial (user_id);

create table training.attempt (
  id uuid primary key default uuidv7(),
  course_id uuid not null,
  course_version_id uuid not null,
  user_id uuid not null references access.app_user,
  started_at timestamptz not null,
  page integer not null default 0 check (page >= 0),
  finished_at timestamptz,
  given_up_at timestamptz,
  constraint attempt_at_a_version foreign key (course_version_id, course_id) references training.course_version (id, course_id),
  constraint an_attempt_ends_one_way check (num_nonnulls(finished_at, given_up_at) <= 1)
);
comment on table training.attempt is 'Attempts at a course (mēģinājumi): how far someone is, so that it can be left and gone on with';
create unique index one_open_attempt_at_a_course on training.attempt (user_id, course_id) where finished_at is null and given_up_at is null;
create index attempt_at_version on training.attempt (course_version_id);

create table training.answer (
  attempt_id uuid not null references training.attempt,
  question integer not null check (question >= 0),
  chosen integer[] not null constraint an_answer_chooses_something check (cardinality(chosen) > 0),
  answered_at timestamptz not null,
  primary key (attempt_id, question)
);
comment on table training.answer is 'Answers given in an attempt, by the number of the question in its version (atbildes)';

create table training.remote_course (
  id uuid primary key default uuidv7(),
  unit_id integer references territories.unit,
  course_id uuid references training.course,
  title_lv text not null constraint remote_course_has_a_title check (title_lv <> ''),
  title_en text not null default '',
  about_lv text not null default '',
  about_en text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  venue text not null constraint remote_course_is_somewhere check (venue <> ''),
  seats integer not null constraint seats_for_someone check (seats between 1 and 10000),
  apply_until date not null,
  questions_lv text not null default '',
  questions_en text not null default '',
  cancelled_at timestamptz,
  cancelled_by text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint remote_course_ends_after_it_starts check (ends_at > starts_at)
);
comment on table training.remote_course is 'Courses held on a day, from afar or at a place (attālinātās mācības), with seats and questions to those who are sent. Of the municipality unit_id, or of the country';
create index remote_course_by_start on training.remote_course (starts_at, id);
create index remote_course_of_unit on training.remote_course (unit_id) where unit_id is not null;
create index remote_course_for_course on training.remote_course (course_id) where course_id is not null;

create table training.participation (
  id uuid primary key default uuidv7(),
  remote_course_id uuid not null references training.remote_course,
  user_id uuid not null references access.app_user,
  unit_id integer references territories.unit,
  institution_id uuid constraint participant_of_a_known_institution references institutions.institution,
  answers text[] not null default '{}',
  state text not null check (state in ('confirmed', 'waiting', 'withdrawn')),
  delegated_at timestamptz not null,
  delegated_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  attended boolean,
  marked_at timestamptz,
  marked_by text,
  constraint a_withdrawal_says_when check ((state = 'withdrawn') = (withdrawn_at is not null)),
  constraint attendance_says_when check ((attended is null) = (marked_at is null))
);
comment on table training.participation is 'Who is sent to a remote course by whom (deleģētie dalībnieki), with their answers; when seats are full they wait in the order in which they were sent';
create unique index sent_to_a_course_once on training.participation (remote_course_id, user_id) where state <> 'withdrawn';
create index participation_of_user on training.participation (user_id);
create index participation_in_order on training.participation (remote_course_id, delegated_at, id) where state <> 'withdrawn';

create sequence training.certificate_number;

create table training.result (
  id uuid primary key default uuidv7(),
  user_id uuid not null references access.app_user,
  course_id uuid not null references training.course,
  attempt_id uuid references training.attempt constraint one_result_of_an_attempt unique,
  participation_id uuid references training.participation,
  title_lv text not null,
  title_en text not null,
  unit_id integer references territories.unit,
  institution_id uuid constraint result_at_a_known_institution references institutions.institution,
  taken_on date not null,
  right_count integer,
  question_count integer,
  passed boolean not null,
  certificate bigint constraint one_certificate_of_a_number unique,
  valid_to date,
  met_id uuid references access.requirement_met,
  recorded_at timestamptz not null,
  recorded_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  constraint result_comes_from_one_thing check (num_nonnulls(attempt_id, participation_id) = 1),
  constraint what_was_passed_has_a_certificate check (passed = (certificate is not null) and passed = (met_id is not null) and (passed or valid_to is null))
);
comment on table training.result is 'Register of training (mācību reģistrs): who took what, when and where they worked then, with the certificate of what was passed and how long it is valid';
create index result_of_user on training.result (user_id, taken_on desc);
create index result_in_order on training.result (taken_on desc, id desc);
create index result_of_course on training.result (course_id, taken_on desc);
create index result_by_end on training.result (valid_to) where valid_to is not null and withdrawn_at is null;
create unique index one_result_of_a_participation on training.result (participation_id) where participation_id is not null and withdrawn_at is null;

create table training.reminder (
  user_id uuid not null references access.app_user,
  about uuid not null,
  kind text not null check (kind in ('asked', 'waits', 'ends-in-14', 'ends-in-3')),
  told_at timestamptz not null,
  primary key (user_id, about, kind)
);
comment on table training.reminder is 'Who was told what once: that a role asks for a course, that a right waits for it, that a result ends soon (atgādinājumi) [append-only]';

update access.role r set permissions = r.permissions || more.permissions, changed_at = now(), changed_by = 'migration'
from (values
  ('administrator', array['training.write-courses', 'training.organise', 'training.see-register']),
  ('rights-administrator', array['training.require', 'training.see-register']),
  ('institution-head', array['training.require', 'training.see-register']),
  ('institution-user-administrator', array['training.require', 'training.delegate', 'training.see-register']),
  ('municipality-head', array['training.see-register']),
  ('municipality-user-administrator', array['training.require', 'training.delegate', 'training.organise', 'training.see-register']),
  ('auditor', array['training.see-register'])
) as more (code, permissions) where r.code = more.code;
