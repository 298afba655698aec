-- Appeals (apelācijas): who contests what, who decides, and what came of it. The rules of the commission are held by the database.
create table exams.appeal (
  id uuid primary key default uuidv7(),
  entry_id uuid not null constraint appeal_about_an_entry references exams.entry,
  about text not null check (about in ('mark', 'procedure')),
  parts smallint[] constraint contested_parts_are_named check (cardinality(parts) > 0 and parts <@ array[1, 2, 3, 4, 5]::smallint[]),
  reason text not null constraint appeal_says_why check (reason <> ''),
  lodged_by text not null check (lodged_by in ('pupil', 'representative', 'officer')),
  channel text not null check (channel in ('program', 'paper', 'e-address')),
  lodged_on date not null,
  due_on date not null,
  state text not null check (state in ('lodged', 'decided', 'withdrawn')),
  outcome text check (outcome in ('keep', 'raise', 'lower')),
  decision_nr text,
  decided_on date,
  explanation text not null default '',
  result_before uuid not null constraint appeal_against_a_result references exams.result,
  result_after uuid constraint appeal_made_a_result references exams.result,
  recorded_at timestamptz not null,
  recorded_by text not null,
  decided_at timestamptz,
  decided_by text,
  constraint appeal_days_in_order check (lodged_on <= due_on and decided_on >= lodged_on),
  constraint decision_is_whole check ((state = 'decided') = (outcome is not null) and (outcome is null) = (decision_nr is null) and (outcome is null) = (decided_on is null) and (outcome is null) = (decided_at is null)),
  constraint change_makes_a_result check (outcome is null or (outcome = 'keep') = (result_after is null))
);
comment on table exams.appeal is 'Appeals (apelācijas) about a mark, whole or in parts, or about how the exam was held; with the result that was contested and the one that came of it';
create unique index one_appeal_at_a_time on exams.appeal (entry_id) where state = 'lodged';
create index appeal_about_entry on exams.appeal (entry_id);
create index appeal_due on exams.appeal (due_on) where state = 'lodged';
create index appeal_against_result on exams.appeal (result_before);
create index appeal_made_result on exams.appeal (result_after) where result_after is not null;

create table exams.appeal_member (
  appeal_id uuid not null constraint member_of_a_commission references exams.appeal,
  user_id uuid not null constraint member_is_a_user references access.app_user,
  part_in text not null check (part_in in ('agency', 'assessor')),
  primary key (appeal_id, user_id)
);
comment on table exams.appeal_member is 'The commission of an appeal (apelāciju komisija): staff of the agency and assessors of the exam';
create index appeal_member_by_user on exams.appeal_member (user_id);

-- Nobody sits over their own assessment, and only an assessor of the exam sits as one.
create function exams.keep_commission_impartial() returns trigger language plpgsql as $$
declare contested exams.appeal;
begin
  select * into contested from exams.appeal a where a.id = new.appeal_id;
  if exists (select from exams.work w join exams.assessment s on s.work_id = w.id where w.entry_id = contested.entry_id and (contested.parts is null or w.part = any(contested.parts)) and s.assessor_id = new.user_id) then
    raise exception 'user % assessed what appeal % contests', new.user_id, new.appeal_id using errcode = '23514', constraint = 'nobody_judges_their_own_assessment';
  end if;
  if new.part_in = 'assessor' and not exists (select from exams.assessor v join exams.entry e on e.exam_id = v.exam_id where e.id = contested.entry_id and v.user_id = new.user_id and v.ended_at is null) then
    raise exception 'user % is no assessor of the exam', new.user_id using errcode = '23514', constraint = 'only_assessors_of_the_exam';
  end if;
  return null;
end $$;
create trigger commission_is_impartial after insert or update on exams.appeal_member for each row execute function exams.keep_commission_impartial();

-- No decision without a commission as large as the numbers of its day ask.
create function exams.keep_commission_whole() returns trigger language plpgsql as $$
declare
  agency integer := (select p.numbers[1] from exams.parameter p where p.name = 'appeal-agency-members' and p.superseded_at is null and p.valid_from <= new.decided_on and (p.valid_to is null or p.valid_to > new.decided_on));
  assessors integer := (select p.numbers[1] from exams.parameter p where p.name = 'appeal-assessors' and p.superseded_at is null and p.valid_from <= new.decided_on and (p.valid_to is null or p.valid_to > new.decided_on));
begin
  if (select count(*) filter (where m.part_in = 'agency') < coalesce(agency, 0) or count(*) filter (where m.part_in = 'assessor') < coalesce(assessors, 0) from exams.appeal_member m where m.appeal_id = new.id) then
    raise exception 'the commission of appeal % is too small', new.id using errcode = '23514', constraint = 'commission_is_whole';
  end if;
  return new;
end $$;
create trigger commission_is_whole before insert or update on exams.appeal for each row when (new.state = 'decided') execute function exams.keep_commission_whole();
