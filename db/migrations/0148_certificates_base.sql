-- Certificates of state exams: in which words they are issued, under which numbers, how each came to be sealed, and who was given it.
create schema certificates;

create table certificates.form (
  id uuid primary key default uuidv7(),
  stage text not null check (stage in ('basic', 'secondary')),
  valid_from date not null,
  valid_to date,
  issuer text not null constraint form_names_its_issuer check (issuer <> ''),
  title text not null constraint form_has_a_title check (title <> ''),
  statements text[] not null,
  outcome text not null,
  part_heads text[] not null constraint form_heads_two_columns check (cardinality(part_heads) = 2),
  place text not null,
  attestation text not null,
  notices text[] not null,
  number_template text not null constraint number_is_made_of_its_parts check (number_template like '%{year}%' and number_template like '%{candidate}%' and number_template like '%{exam}%'),
  number_pattern text not null constraint number_has_a_pattern check (number_pattern <> ''),
  legal_basis text not null constraint form_names_its_basis check (legal_basis <> ''),
  verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  constraint form_period_in_order check (valid_to > valid_from),
  constraint one_form_of_a_stage_at_a_time exclude using gist (stage with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table certificates.form is 'In which words certificates are issued and how they are numbered (sertifikāta veidlapa), by stage and the day of issue: {level}, {subject}, {total}, {issued} stand for what differs';

insert into certificates.form (stage, valid_from, valid_to, issuer, title, statements, outcome, part_heads, place, attestation, notices, number_template, number_pattern, legal_basis, verified, recorded_at, recorded_by)
select s.stage, i.valid_from, i.valid_to, i.issuer, s.title,
  array['ir kārtojis(-usi) centralizēto eksāmenu par ' || s.programme || ' un apliecinājis(-usi) zināšanu un prasmju atbilstību', '{subject} {level}'],
  'kopvērtējums {total} %', array['Eksāmena daļa', 'Vērtējums'], 'Rīga, Latvijas Republika, {issued}', 'Dokuments ir apliecināts ar ' || i.genitive || ' kvalificētu elektronisko zīmogu',
  array['Vērtējumu var apstrīdēt viena mēneša laikā no rezultātu paziņošanas, iesniedzot apelāciju izdevējam.'],
  '{year}/{candidate}-{exam}', '^20\d{2}/\d{12}-[A-Z]{3}(09|OL|AL|VL)$',
  'Pieņemts pēc 2023. gada parauga; jāsalīdzina ar MK 06.06.2023. noteikumiem Nr. 274', false, now(), 'migration'
from (values ('basic', 'Pamatizglītības sertifikāts', 'vispārējās pamatizglītības programmu'), ('secondary', 'Vispārējās vidējās izglītības sertifikāts', 'vispārējās vidējās izglītības programmu')) as s (stage, title, programme),
  (values ('Valsts izglītības satura centrs', 'Valsts izglītības satura centra', date '2022-09-01', date '2025-01-01'), ('Valsts izglītības attīstības aģentūra', 'Valsts izglītības attīstības aģentūras', date '2025-01-01', null)) as i (issuer, genitive, valid_from, valid_to);

-- A number belongs to one candidate's exam for good; what changes is its version.
create table certificates.number (
  number text primary key,
  entry_id uuid not null constraint one_number_of_an_entry unique,
  given_at timestamptz not null,
  constraint number_is_of_its_entry unique (number, entry_id)
);
comment on table certificates.number is 'Numbers of certificates (sertifikāta numurs) with the candidate’s exam that each belongs to, for all its versions [append-only]';

create table certificates.sealing (
  id uuid primary key default uuidv7(),
  event_id uuid not null,
  exam_id uuid not null,
  year smallint not null,
  exam_code text not null,
  term text not null check (term in ('main', 'extra')),
  why text not null check (why in ('exam', 'changes')),
  issued_on date not null,
  batch_minutes smallint not null constraint batch_minutes_are_safe check (batch_minutes between 1 and 14),
  most integer constraint limit_is_positive check (most > 0),
  state text not null check (state in ('drafting', 'sealing', 'paused', 'stuck', 'done')),
  drafted_after uuid,
  drafted_whole boolean not null default false,
  preflight jsonb,
  stuck_lv text not null default '',
  stuck_en text not null default '',
  may_pass boolean not null default true,
  told_at timestamptz,
  run_id uuid,
  heartbeat_at timestamptz,
  began_at timestamptz,
  sealed_in_runs integer not null default 0,
  run_ms bigint not null default 0,
  ordered_at timestamptz not null,
  ordered_by text not null,
  finished_at timestamptz,
  constraint stuck_says_why check ((state = 'stuck') = (stuck_lv <> '' and stuck_en <> '')),
  constraint done_has_its_moment check ((state = 'done') = (finished_at is not null))
);
comment on table certificates.sealing is 'The sealing of all certificates of an exam, or of those that changed since (zīmogošana): how far it is, what holds it up, and which run has it';
create unique index one_open_sealing_of_an_event on certificates.sealing (event_id) where state <> 'done';

create table certificates.certificate (
  id uuid primary key default uuidv7(),
  number text not null,
  version smallint not null check (version > 0),
  entry_id uuid not null,
  result_id uuid not null,
  sealing_id uuid not null references certificates.sealing,
  person_id uuid not null constraint certificate_of_a_person references persons.person,
  institution_id uuid not null constraint certificate_at_an_institution references institutions.institution,
  event_id uuid not null,
  sitting_id uuid not null,
  year smallint not null,
  exam_code text not null,
  total smallint not null check (total between 0 and 100),
  form_id uuid not null references certificates.form,
  page jsonb not null,
  issued_on date not null,
  drafted_at timestamptz not null,
  state text not null default 'drafted' check (state in ('drafted', 'rendered', 'signed', 'stamped', 'contained', 'verified', 'released')),
  state_at timestamptz not null,
  unfit_lv text not null default '',
  unfit_en text not null default '',
  pdf_sha256 text,
  signing_time timestamptz,
  seal_sha256 text,
  signature bytea,
  token bytea,
  stamped_at timestamptz,
  file_id uuid,
  edoc_sha256 text,
  edoc_size integer,
  released_at timestamptz,
  revoked_at timestamptz,
  revoked_why text not null default '',
  constraint one_certificate_of_a_version unique (number, version),
  constraint certificate_under_the_number_of_its_entry foreign key (number, entry_id) references certificates.number (number, entry_id),
  constraint each_state_has_what_made_it check (case state
    when 'drafted' then num_nonnulls(pdf_sha256, signing_time, seal_sha256, signature, token, stamped_at, file_id, edoc_sha256, edoc_size, released_at) = 0
    when 'rendered' then pdf_sha256 is not null and num_nonnulls(signing_time, seal_sha256, signature, token, stamped_at, file_id, edoc_sha256, edoc_size, released_at) = 0
    when 'signed' then num_nonnulls(pdf_sha256, signing_time, seal_sha256, signature) = 4 and num_nonnulls(token, stamped_at, file_id, edoc_sha256, edoc_size, released_at) = 0
    when 'stamped' then num_nonnulls(pdf_sha256, signing_time, seal_sha256, signature, token, stamped_at) = 6 and num_nonnulls(file_id, edoc_sha256, edoc_size, released_at) = 0
    when 'contained' then num_nonnulls(pdf_sha256, signing_time, seal_sha256, signature, token, stamped_at, file_id, edoc_sha256, edoc_size) = 9 and released_at is null
    when 'verified' then num_nonnulls(pdf_sha256, signing_time, seal_sha256, signature, token, stamped_at, file_id, edoc_sha256, edoc_size) = 9 and released_at is null
    else num_nonnulls(pdf_sha256, signing_time, seal_sha256, signature, token, stamped_at, file_id, edoc_sha256, edoc_size, released_at) = 10 end),
  constraint what_is_unfit_is_a_draft check (unfit_lv = '' or state = 'drafted'),
  constraint only_what_was_released_is_revoked check (revoked_at is null or state = 'released'),
  constraint revoking_says_why check ((revoked_at is null) = (revoked_why = ''))
);
comment on table certificates.certificate is 'Certificates in versions (sertifikāts): the words of the page, and what each step of sealing made. The bytes lie in platform.file and never change once released; a revoked one stays';
create unique index one_version_on_its_way on certificates.certificate (entry_id) where state <> 'released';
create unique index one_version_in_force on certificates.certificate (entry_id) where state = 'released' and revoked_at is null;
create index certificate_to_seal on certificates.certificate (sealing_id, id) where state <> 'released';
create index certificate_of_sealing on certificates.certificate (sealing_id, state);
create index certificate_of_person on certificates.certificate (person_id);
create index certificate_of_sitting on certificates.certificate (sitting_id);
create index certificate_of_institution on certificates.certificate (institution_id, year);
create index certificate_of_event on certificates.certificate (event_id);
create index certificate_of_form on certificates.certificate (form_id);
create index certificate_unfit on certificates.certificate (sealing_id) where unfit_lv <> '';

-- What has been released is what it was for good: the program can only say that it is revoked.
create function certificates.keep_released() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - '{revoked_at,revoked_why}'::text[]) <> (to_jsonb(old) - '{revoked_at,revoked_why}'::text[]) or old.revoked_at is not null then
    raise exception 'certificate % version % has been released', old.number, old.version using errcode = '23514', constraint = 'released_certificate_stays';
  end if;
  return new;
end $$;
create trigger released_certificate_stays before update or delete on certificates.certificate for each row when (old.state = 'released') execute function certificates.keep_released();

-- No step is skipped: forward by one, or back to do a step anew.
create function certificates.keep_steps() returns trigger language plpgsql as $$
declare steps constant text[] := array['drafted', 'rendered', 'signed', 'stamped', 'contained', 'verified', 'released'];
begin
  if array_position(steps, new.state) > array_position(steps, old.state) + 1 then
    raise exception 'certificate % goes from % to %', old.number, old.state, new.state using errcode = '23514', constraint = 'no_step_is_skipped';
  end if;
  return new;
end $$;
create trigger no_step_is_skipped before update of state on certificates.certificate for each row when (new.state is distinct from old.state) execute function certificates.keep_steps();

create table certificates.printed_name (
  id uuid primary key default uuidv7(),
  person_id uuid not null constraint name_printed_for_a_person references persons.person,
  given text not null constraint printed_given_name_is_there check (given <> ''),
  family text not null constraint printed_family_name_is_there check (family <> ''),
  why text not null constraint printed_name_says_why check (why <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null
);
comment on table certificates.printed_name is 'How names are printed whose letters the fonts lack, with the reason; the latest holds [append-only]';
create index printed_name_of_person on certificates.printed_name (person_id);

create table certificates.hand_out (
  id uuid primary key default uuidv7(),
  certificate_id uuid not null references certificates.certificate,
  how text not null check (how in ('downloaded', 'downloaded with the sitting', 'handed over', 'sent')),
  channel text not null check (channel in ('own', 'representative', 'school', 'agency', 'portal', 'machine', 'paper')),
  sha256 text not null constraint hand_out_names_the_bytes check (sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  user_id uuid,
  actor text not null,
  remark text not null default ''
);
comment on table certificates.hand_out is 'Who was given which certificate, when and by which way, with the hash of what they got (izsniegšanas žurnāls) [append-only]';
create index hand_out_of_certificate on certificates.hand_out (certificate_id);

create table certificates.parameter (
  id uuid primary key default uuidv7(),
  name text not null check (name ~ '^[a-z][a-z-]*$'),
  numbers integer[] not null constraint certificates_parameter_has_its_numbers check (cardinality(numbers) between 1 and 6 and 0 <= all (numbers)),
  valid_from date not null,
  valid_to date,
  basis text not null constraint certificates_parameter_names_its_basis check (basis <> ''),
  verified boolean,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references certificates.parameter,
  constraint certificates_parameter_period_in_order check (valid_to > valid_from),
  constraint one_value_of_a_certificates_parameter_at_a_time exclude using gist (name with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table certificates.parameter is 'Numbers that sealing and copies on paper go by, each with the days on which it holds and its basis';
insert into certificates.parameter (name, numbers, valid_from, basis, verified, recorded_at, recorded_by) values
  ('batch-minutes', '{10}', '2022-09-01', 'Eiropas Komisijas validators brīdina, ja OCSP atbilde ir vairāk nekā 15 minūtes pēc laika zīmoga', false, now(), 'migration'),
  ('paper-fee-collected', '{1067}', '2022-09-01', 'visc.gov.lv: dublikāts klātienē 10,67 EUR; jāsalīdzina ar spēkā esošo maksas pakalpojumu cenrādi', false, now(), 'migration'),
  ('paper-fee-posted', '{1350}', '2022-09-01', 'visc.gov.lv: dublikāts pa pastu 13,50 EUR; jāsalīdzina ar spēkā esošo maksas pakalpojumu cenrādi', false, now(), 'migration'),
  ('paper-working-days', '{10}', '2022-09-01', 'visc.gov.lv: termiņš 10 darba dienas; jāsalīdzina ar MK 06.06.2023. noteikumiem Nr. 274', false, now(), 'migration');
