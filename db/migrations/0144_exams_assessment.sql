-- Who assesses works and what they gave: two different people, a third where they differ, one more look near the threshold.
create table exams.assessor (
  user_id uuid not null constraint assessor_is_a_user references access.app_user,
  exam_id uuid not null constraint assessor_of_an_exam references exams.exam,
  appointed_at timestamptz not null,
  appointed_by text not null,
  ended_at timestamptz,
  primary key (user_id, exam_id)
);
comment on table exams.assessor is 'Who is appointed to assess works of an exam (vērtētājs)';
create index assessor_of_exam on exams.assessor (exam_id) where ended_at is null;

create table exams.assessment (
  id uuid primary key default uuidv7(),
  work_id uuid not null constraint assessment_of_a_work references exams.work,
  round text not null check (round in ('first', 'second', 'third', 're-check')),
  assessor_id uuid not null constraint assessment_by_a_user references access.app_user,
  half_points integer constraint assessed_points_not_below_zero check (half_points >= 0),
  taken_at timestamptz not null,
  assessed_at timestamptz,
  superseded_at timestamptz,
  constraint assessed_at_its_moment check ((half_points is null) = (assessed_at is null))
);
comment on table exams.assessment is 'Assessments of works (vērtējumi): two by different people, a third where they differ too much, one more near the threshold; taken in hand first, then given half-points. Corrected ones stay';
create unique index one_assessment_in_a_round on exams.assessment (work_id, round) where superseded_at is null;
create unique index nobody_assesses_a_work_twice on exams.assessment (work_id, assessor_id) where superseded_at is null;
create index assessment_by_assessor on exams.assessment (assessor_id, taken_at);
