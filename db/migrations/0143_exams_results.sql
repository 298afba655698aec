-- What came of an exam: works with their points, results in versions, and from which instant anyone may see them.
create table exams.parameter (
  id uuid primary key default uuidv7(),
  name text not null check (name ~ '^[a-z][a-z-]*$'),
  numbers integer[] not null constraint exams_parameter_has_its_numbers check (cardinality(numbers) between 1 and 6 and 0 <= all (numbers)),
  valid_from date not null,
  valid_to date,
  basis text not null constraint exams_parameter_names_its_basis check (basis <> ''),
  verified boolean,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references exams.parameter,
  constraint exams_parameter_period_in_order check (valid_to > valid_from),
  constraint one_value_of_an_exams_parameter_at_a_time exclude using gist (name with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table exams.parameter is 'Numbers that assessment and appeals go by, each with the days on which it holds and its basis';
insert into exams.parameter (name, numbers, valid_from, basis, verified, recorded_at, recorded_by) values
  ('exempt-part-as-zero', '{0}', '2022-09-01', 'Pieņemts: daļu, no kuras atbrīvo, kopvērtējumā neskaita; jāsalīdzina ar MK 05.07.2022. noteikumiem Nr. 398', false, now(), 'migration'),
  ('assessment-difference', '{4}', '2022-09-01', 'Pieņemts: trešais vērtējums, ja divi atšķiras par vairāk nekā 2 punktiem; jāsalīdzina ar aģentūras vērtēšanas kārtību', false, now(), 'migration'),
  ('near-threshold', '{4}', '2022-09-01', 'jauns.lv 672676: darbus, kam līdz slieksnim pietrūkst 1–2 punktu, pārbauda vēlreiz', false, now(), 'migration'),
  ('own-institution', '{1}', '2022-09-01', 'Pieņemts: vērtētājs nevērtē savas iestādes darbus; jāsalīdzina ar aģentūras vērtēšanas kārtību', false, now(), 'migration'),
  ('appeal-months', '{1}', '2022-09-01', 'VISC: apelāciju iesniedz mēneša laikā pēc rezultātu paziņošanas (2024. gadā 01.07.–01.08.); jāsalīdzina ar MK 05.07.2022. noteikumiem Nr. 398', false, now(), 'migration'),
  ('appeal-decision-months', '{1}', '2022-09-01', 'VISC: lēmumu pieņem mēneša laikā; jāsalīdzina ar MK 05.07.2022. noteikumiem Nr. 398', false, now(), 'migration'),
  ('appeal-agency-members', '{3}', '2022-09-01', 'VISC: komisijā vismaz trīs aģentūras darbinieki; jāsalīdzina ar MK 05.07.2022. noteikumiem Nr. 398', false, now(), 'migration'),
  ('appeal-assessors', '{2}', '2022-09-01', 'VISC: komisijā vismaz divi šī eksāmena vērtētāji; jāsalīdzina ar MK 05.07.2022. noteikumiem Nr. 398', false, now(), 'migration');

create table exams.work (
  id uuid primary key default uuidv7(),
  entry_id uuid not null constraint work_of_an_entry references exams.entry,
  part smallint not null check (part between 1 and 5),
  state text not null check (state in ('expected', 'received', 'unreadable', 'missing')),
  half_points integer constraint points_of_a_work_not_below_zero check (half_points >= 0),
  points_from text check (points_from in ('assessments', 'import', 'appeal', 'correction')),
  changed_at timestamptz not null,
  changed_by text not null,
  constraint one_work_of_a_part unique (entry_id, part),
  constraint points_say_where_from check ((half_points is null) = (points_from is null)),
  constraint only_a_received_work_has_points check (half_points is null or state = 'received')
);
comment on table exams.work is 'What a candidate left of each part (darbs), where it is, and the half-points that it was given in the end';
create index work_without_points on exams.work (entry_id) where half_points is null;

create table exams.result (
  id uuid primary key default uuidv7(),
  entry_id uuid not null constraint result_of_an_entry references exams.entry,
  version smallint not null check (version > 0),
  scoring_id uuid not null constraint result_by_a_scoring references exams.scoring,
  rule text not null constraint result_names_its_rule check (rule <> ''),
  half_points integer[] not null,
  per_cents smallint[] not null constraint shares_are_per_cents check (0 <= all (per_cents) and 100 >= all (per_cents)),
  total smallint not null constraint total_is_a_per_cent check (total between 0 and 100),
  why text not null check (why in ('first', 're-count', 're-check', 'appeal', 'correction')),
  decision text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  constraint one_version_of_a_number unique (entry_id, version),
  constraint each_part_has_its_share check (cardinality(half_points) = cardinality(per_cents) and cardinality(half_points) between 1 and 5),
  constraint first_version_is_the_first check ((version = 1) = (why = 'first')),
  constraint change_names_its_decision check (why not in ('appeal', 'correction') or decision <> '')
);
comment on table exams.result is 'Results (rezultāti) in versions: half-points and per cent of each part in order (null: exempt from it), the total, which scoring and rule made it and why. What does not hold any more stays';
create unique index one_result_of_an_entry on exams.result (entry_id) where superseded_at is null;
create index result_of_scoring on exams.result (scoring_id);

-- Absent is not zero points: whoever took no part has no result, whoever writes it. Being present where exempt or replaced is impossible already.
create function exams.keep_results_earned() returns trigger language plpgsql as $$
begin
  if not exists (select from exams.attendance a where a.entry_id = new.entry_id and a.mark in ('present', 'partial'))
    or exists (select from exams.attendance a where a.entry_id = new.entry_id and a.mark = 'expelled') then
    raise exception 'entry % took no part', new.entry_id using errcode = '23514', constraint = 'nobody_absent_has_a_result';
  end if;
  return null;
end $$;
create trigger nobody_absent_has_a_result after insert on exams.result for each row execute function exams.keep_results_earned();

-- A version that was written stays as it was; only that it does not hold any more is added.
create function exams.keep_versions() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'superseded_at') <> (to_jsonb(old) - 'superseded_at') or old.superseded_at is not null then
    raise exception 'a version of a result is not rewritten' using errcode = '23514', constraint = 'versions_stay';
  end if;
  return new;
end $$;
create trigger versions_stay before update on exams.result for each row execute function exams.keep_versions();

create table exams.publication (
  id uuid primary key default uuidv7(),
  session_id uuid constraint publication_of_a_session references exams.session,
  term text check (term in ('main', 'extra')),
  event_id uuid constraint publication_of_an_event references exams.event,
  visible_from timestamptz not null,
  basis text not null constraint publication_names_its_basis check (basis <> ''),
  set_at timestamptz not null,
  set_by text not null,
  confirmed_at timestamptz,
  confirmed_by text,
  announced_at timestamptz,
  superseded_at timestamptz,
  superseded_by text,
  constraint publication_of_a_session_or_an_event check ((event_id is null) = (session_id is not null) and (session_id is null) = (term is null)),
  constraint confirmation_names_who check ((confirmed_at is null) = (confirmed_by is null)),
  constraint nobody_confirms_their_own_publication check (confirmed_by <> set_by),
  constraint nothing_is_published_backwards check (confirmed_at <= visible_from),
  constraint what_is_published_stays check (confirmed_at is null or superseded_at <= visible_from),
  constraint taking_back_names_who check ((superseded_at is null) = (superseded_by is null)),
  constraint announced_after_its_instant check (announced_at >= visible_from)
);
comment on table exams.publication is 'From which instant results of a session''s term, or of one event, may be seen (rezultātu paziņošana): set by one, confirmed by another; earlier ones stay';
create unique index one_publication_of_a_term on exams.publication (session_id, term, event_id) nulls not distinct where superseded_at is null and confirmed_at is not null;
create unique index one_proposal_of_a_term on exams.publication (session_id, term, event_id) nulls not distinct where superseded_at is null and confirmed_at is null;
create index publication_of_event on exams.publication (event_id) where event_id is not null;
create index publication_to_announce on exams.publication (visible_from) where announced_at is null and confirmed_at is not null and superseded_at is null;

-- The one door to what may be seen at an instant of the program's clock. An event's own publication goes before that of its session.
create function exams.published_event(at timestamptz) returns table (event_id uuid, exam_id uuid, term text, visible_from timestamptz) language sql stable as $$
  select v.id, v.exam_id, v.term, coalesce(own.visible_from, whole.visible_from)
  from exams.event v
  left join exams.publication own on own.event_id = v.id and own.superseded_at is null and own.confirmed_at is not null
  left join exams.publication whole on whole.session_id = v.session_id and whole.term = v.term and whole.superseded_at is null and whole.confirmed_at is not null
  where coalesce(own.visible_from, whole.visible_from) <= at
$$;
comment on function exams.published_event is 'The events whose results may be seen at an instant';

create function exams.visible_result(at timestamptz) returns table (
  id uuid, entry_id uuid, version smallint, scoring_id uuid, half_points integer[], per_cents smallint[], total smallint, why text, recorded_at timestamptz,
  person_id uuid, exam_id uuid, event_id uuid, sitting_id uuid, candidate_code text, visible_from timestamptz) language sql stable as $$
  select r.id, r.entry_id, r.version, r.scoring_id, r.half_points, r.per_cents, r.total, r.why, r.recorded_at, e.person_id, e.exam_id, e.event_id, e.sitting_id, e.candidate_code, p.visible_from
  from exams.published_event(at) p
  join exams.entry e on e.event_id = p.event_id and e.state = 'confirmed'
  join exams.result r on r.entry_id = e.id and r.superseded_at is null
  where not exists (select from exams.fact f where f.entry_id = e.id and f.superseded_at is null and f.kind = 'annulled')
$$;
comment on function exams.visible_result is 'Results that may be seen at an instant: published by then, the version that holds, not annulled';
