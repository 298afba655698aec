-- Who takes which exam where: sittings at institutions, candidates with their codes, facts about an entry as rows, rooms, participation and its protocol.
create table exams.sitting (
  id uuid primary key default uuidv7(),
  event_id uuid not null references exams.event,
  institution_id uuid not null constraint sitting_at_an_institution references institutions.institution,
  opened_at timestamptz not null,
  opened_by text not null,
  constraint one_sitting_of_an_event_at_an_institution unique (event_id, institution_id),
  constraint sitting_is_of_its_event unique (id, event_id)
);
comment on table exams.sitting is 'An event of an exam at one institution (norise iestādē)';
create index sitting_of_institution on exams.sitting (institution_id);

create table exams.code_range (
  institution_id uuid primary key constraint range_of_an_institution references institutions.institution,
  prefix text not null constraint range_prefix_has_its_shape check (prefix ~ '^[0-9]{4}$'),
  next_number integer not null default 1 check (next_number between 1 and 99999999),
  constraint range_prefix_belongs_to_one unique (prefix)
);
comment on table exams.code_range is 'From what an institution gives candidate codes: four digits of its own, then a running number of eight';

create table exams.candidate_code (
  code text primary key constraint candidate_code_has_its_shape check (code ~ '^[0-9]{12}$'),
  person_id uuid not null constraint code_of_a_candidate references persons.person,
  institution_id uuid not null constraint code_given_by_an_institution references institutions.institution,
  valid_from date not null,
  valid_to date,
  issued_at timestamptz not null,
  issued_by text not null,
  constraint candidate_code_period_in_order check (valid_to > valid_from),
  constraint code_is_of_its_person unique (code, person_id),
  constraint one_code_at_an_institution_at_a_time exclude using gist (person_id with =, institution_id with =, daterange(valid_from, valid_to) with &&)
);
comment on table exams.candidate_code is 'Under which codes people take exams (kārtotāja kods): one person may have several over time, and a code is never the key of a person';
create index candidate_code_of_institution on exams.candidate_code (institution_id);

create table exams.room (
  id uuid primary key default uuidv7(),
  sitting_id uuid not null references exams.sitting,
  name text not null constraint room_has_a_name check (name <> ''),
  seats smallint not null constraint room_has_seats check (seats between 1 and 300),
  constraint one_room_of_a_name unique (sitting_id, name),
  constraint room_is_of_its_sitting unique (id, sitting_id)
);
comment on table exams.room is 'Rooms of a sitting (telpas) with their seats';

create table exams.entry (
  id uuid primary key default uuidv7(),
  sitting_id uuid not null,
  event_id uuid not null,
  exam_id uuid not null references exams.exam,
  term text not null check (term in ('main', 'extra')),
  person_id uuid not null constraint entry_of_a_person references persons.person,
  class_title text not null,
  origin text not null check (origin in ('school', 'application')),
  applied_on date,
  state text not null check (state in ('registered', 'applied', 'confirmed', 'withdrawn')),
  candidate_code text,
  first_entry_id uuid,
  room_id uuid,
  seat smallint check (seat > 0),
  registered_at timestamptz not null,
  registered_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  withdrawn_why text not null default '',
  constraint entry_of_a_sitting foreign key (sitting_id, event_id) references exams.sitting (id, event_id),
  constraint entry_of_an_event foreign key (event_id, exam_id, term) references exams.event (id, exam_id, term),
  constraint entry_under_a_code_of_its_person foreign key (candidate_code, person_id) references exams.candidate_code (code, person_id),
  constraint entry_sits_in_a_room_of_its_sitting foreign key (room_id, sitting_id) references exams.room (id, sitting_id),
  constraint entry_is_of_its_person_and_exam unique (id, person_id, exam_id),
  constraint extra_term_refers_to_the_first foreign key (first_entry_id, person_id, exam_id) references exams.entry (id, person_id, exam_id),
  constraint extra_term_names_the_first check ((term = 'extra') = (first_entry_id is not null)),
  constraint application_has_its_day check ((origin = 'application') = (applied_on is not null)),
  constraint confirmed_under_a_code check (state <> 'confirmed' or candidate_code is not null),
  constraint withdrawal_says_why check ((state = 'withdrawn') = (withdrawn_why <> '')),
  constraint seated_in_a_room check ((room_id is null) = (seat is null))
);
comment on table exams.entry is 'Someone on the list of a sitting (pieteikums, kārtotājs) with the class they were in then; a withdrawn one stays. An entry of the extra term names the first one';
create unique index one_entry_for_an_event on exams.entry (event_id, person_id) where state <> 'withdrawn';
create unique index one_person_on_a_seat on exams.entry (room_id, seat) where state <> 'withdrawn';
create index entry_of_sitting on exams.entry (sitting_id);
create index entry_of_person on exams.entry (person_id, exam_id);
create index entry_under_code on exams.entry (candidate_code, person_id) where candidate_code is not null;
create index entry_after_the_first on exams.entry (first_entry_id) where first_entry_id is not null;

create table exams.ground (
  kind text not null check (kind in ('exempt', 'replaced', 'extra term', 'support', 'annulled')),
  code text not null check (code ~ '^[a-z][a-z0-9-]*$'),
  name_lv text not null,
  name_en text not null,
  legal_basis text not null,
  verified boolean not null,
  position smallint not null,
  primary key (kind, code)
);
comment on table exams.ground is 'Classes of grounds (pamata veidi) on which a fact about an entry may rest; never a diagnosis';

create table exams.fact (
  id uuid primary key default uuidv7(),
  entry_id uuid not null references exams.entry,
  kind text not null check (kind in ('exempt', 'replaced', 'extra term', 'support', 'annulled')),
  ground text not null,
  parts smallint[] constraint parts_are_named check (cardinality(parts) > 0 and parts <@ array[1, 2, 3, 4, 5]::smallint[]),
  document_nr text not null constraint fact_names_its_document check (document_nr <> ''),
  document_date date not null,
  valid_from date not null,
  valid_to date,
  cefr_level text constraint replacement_names_its_level check ((kind = 'replaced') = (cefr_level is not null) and cefr_level in ('A2', 'B1', 'B2', 'C1', 'C2')),
  remark text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by text,
  superseded_why text not null default '',
  constraint fact_on_a_known_ground foreign key (kind, ground) references exams.ground,
  constraint fact_period_in_order check (valid_to > valid_from),
  constraint whole_exam_is_replaced_or_annulled check (parts is null or kind in ('exempt', 'support')),
  constraint taking_back_says_why check ((superseded_at is null) = (superseded_why = ''))
);
comment on table exams.fact is 'What is said about an entry (fakts par pieteikumu): exempt, replaced by an international document, sent to the extra term, supported, annulled; with its ground, document and days. Parts null is the whole exam; taken back rows stay';
create unique index one_fact_of_a_kind on exams.fact (entry_id, kind) where superseded_at is null and kind <> 'support';
create unique index one_support_on_a_ground on exams.fact (entry_id, ground) where superseded_at is null and kind = 'support';
create index fact_of_entry on exams.fact (entry_id);

create table exams.attendance (
  entry_id uuid not null references exams.entry,
  part smallint not null check (part between 1 and 5),
  mark text not null check (mark in ('present', 'absent', 'partial', 'expelled')),
  has_work boolean not null,
  marked_at timestamptz not null,
  marked_by text not null,
  primary key (entry_id, part),
  constraint nobody_absent_hands_in_a_work check (mark <> 'absent' or not has_work)
);
comment on table exams.attendance is 'Whether someone took a part of an exam (piedalījās) and left a work (darbs): absent is not zero points';

create table exams.attendance_before (
  id uuid primary key default uuidv7(),
  entry_id uuid not null references exams.entry,
  part smallint not null,
  mark text not null,
  has_work boolean not null,
  marked_at timestamptz not null,
  marked_by text not null,
  superseded_at timestamptz not null,
  superseded_by text not null
);
comment on table exams.attendance_before is 'What a participation mark was before it was corrected [append-only]';
create index attendance_before_of_entry on exams.attendance_before (entry_id);

create table exams.protocol (
  id uuid primary key default uuidv7(),
  sitting_id uuid not null references exams.sitting,
  state text not null check (state in ('submitted', 'approved', 'returned')),
  taken smallint not null,
  partial smallint not null,
  absent smallint not null,
  expelled smallint not null,
  exempt smallint not null,
  replaced smallint not null,
  works smallint not null,
  remarks text not null default '',
  submitted_at timestamptz not null,
  submitted_by uuid not null,
  answered_at timestamptz,
  answered_by uuid,
  returned_why text not null default '',
  constraint answer_has_its_moment check ((state = 'submitted') = (answered_at is null) and (answered_at is null) = (answered_by is null)),
  constraint return_says_why check ((state = 'returned') = (returned_why <> '')),
  constraint nobody_approves_their_own check (answered_by <> submitted_by)
);
comment on table exams.protocol is 'Participation protocols (dalības protokols) as handed in by the exam leader and approved by the head; one that was returned stays, and another follows';
create unique index one_protocol_at_a_time on exams.protocol (sitting_id) where state <> 'returned';
create index protocol_of_sitting on exams.protocol (sitting_id);

-- What must never be, whoever writes: present where exempt or replaced, and marks or facts of the day changed under a protocol.
create function exams.keep_exempt_absent() returns trigger language plpgsql as $$
begin
  -- Whoever records a fact of the same entry at the same moment waits here, and then sees this mark.
  perform from exams.entry e where e.id = new.entry_id for no key update;
  if new.mark <> 'absent' and exists (select from exams.fact f where f.entry_id = new.entry_id and f.superseded_at is null and f.kind in ('exempt', 'replaced')
      and (f.parts is null or new.part = any(f.parts))) then
    raise exception 'entry % is exempt or replaced and present', new.entry_id using errcode = '23514', constraint = 'nobody_exempt_is_present';
  end if;
  return null;
end $$;
create trigger nobody_exempt_is_present after insert or update on exams.attendance for each row execute function exams.keep_exempt_absent();

create function exams.keep_present_due() returns trigger language plpgsql as $$
begin
  perform from exams.entry e where e.id = new.entry_id for no key update;
  if exists (select from exams.attendance a where a.entry_id = new.entry_id and a.mark <> 'absent' and (new.parts is null or a.part = any(new.parts))) then
    raise exception 'entry % is exempt or replaced and present', new.entry_id using errcode = '23514', constraint = 'nobody_exempt_is_present';
  end if;
  return null;
end $$;
create trigger nobody_exempt_is_present after insert or update on exams.fact
  for each row when (new.superseded_at is null and new.kind in ('exempt', 'replaced')) execute function exams.keep_present_due();

create function exams.keep_protocol_true() returns trigger language plpgsql as $$
begin
  if exists (select from exams.protocol p where p.sitting_id = (select e.sitting_id from exams.entry e where e.id = coalesce(new.entry_id, old.entry_id)) and p.state <> 'returned') then
    raise exception 'the protocol of the sitting has been handed in' using errcode = '23514', constraint = 'protocol_keeps_participation';
  end if;
  return coalesce(new, old);
end $$;
create trigger protocol_keeps_participation before insert or update or delete on exams.attendance for each row execute function exams.keep_protocol_true();
create function exams.keep_protocol_entries() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and exists (select from exams.protocol p where p.sitting_id = new.sitting_id and p.state <> 'returned') then
    raise exception 'the protocol of the sitting has been handed in' using errcode = '23514', constraint = 'protocol_keeps_participation';
  end if;
  return new;
end $$;
create trigger protocol_keeps_entries before update on exams.entry for each row execute function exams.keep_protocol_entries();

insert into exams.ground (kind, code, name_lv, name_en, legal_basis, verified, position) values
  ('exempt', 'specialist-opinion', 'Speciālista vai ārstu konsīlija izraksts', 'Opinion of a specialist or a doctors’ council', 'MK 24.01.2023. noteikumi Nr. 31', false, 1),
  ('exempt', 'acute-illness', 'Akūta saslimšana pēc 1. marta', 'Acute illness after 1 March', 'MK 24.01.2023. noteikumi Nr. 31', false, 2),
  ('exempt', 'special-programme', 'Speciālās izglītības programma', 'Special education programme', 'MK 24.01.2023. noteikumi Nr. 31', false, 3),
  ('replaced', 'international-test', 'Starptautiskas testēšanas institūcijas dokuments', 'Document of an international testing institution', 'MK 20.12.2022. noteikumi Nr. 795', false, 1),
  ('extra term', 'illness', 'Slimība pamattermiņā', 'Illness in the main term', 'MK 05.07.2022. noteikumi Nr. 398', false, 1),
  ('extra term', 'clash', 'Pārbaudījumu sakritība vai sacensības', 'Clash of exams or a competition', 'MK 05.07.2022. noteikumi Nr. 398', false, 2),
  ('extra term', 'other', 'Cits attaisnojošs iemesls', 'Another justifying reason', 'MK 05.07.2022. noteikumi Nr. 398', false, 3),
  ('support', 'time-30', 'Laiks pagarināts par 30 %', 'Time extended by 30 %', 'MK 05.07.2022. noteikumi Nr. 398', false, 1),
  ('support', 'time-50', 'Laiks pagarināts par 50 %', 'Time extended by 50 %', 'MK 05.07.2022. noteikumi Nr. 398', false, 2),
  ('support', 'separate-room', 'Atsevišķa telpa', 'Separate room', 'MK 05.07.2022. noteikumi Nr. 398', false, 3),
  ('support', 'other-support', 'Cits atbalsta pasākums', 'Another support measure', 'MK 05.07.2022. noteikumi Nr. 398', false, 4),
  ('annulled', 'rules-broken', 'Pārkāpta norises kārtība', 'Rules of the exam broken', 'MK 05.07.2022. noteikumi Nr. 398', false, 1),
  ('annulled', 'organisation-failed', 'Pārkāpumi organizēšanā', 'Failure in organisation', 'MK 05.07.2022. noteikumi Nr. 398', false, 2);
