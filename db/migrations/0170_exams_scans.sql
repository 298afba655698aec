-- Scans of works: what assessors, the commission of an appeal and, if the number says so, the pupil look at.
create table exams.scan (
  id uuid primary key default uuidv7(),
  work_id uuid not null constraint scan_of_a_work references exams.work,
  sha256 text not null constraint scan_hash_is_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  type text not null check (type in ('application/pdf', 'image/png', 'image/jpeg')),
  size integer not null check (size > 0),
  pages smallint not null constraint scan_has_pages check (pages between 1 and 80),
  brought_at timestamptz not null,
  brought_by text not null,
  superseded_at timestamptz,
  removed_at timestamptz
);
comment on table exams.scan is 'Scans of works (darbu skenējumi): one holds of each work, what it replaced stays beside it; of those whose keeping is over only this row is left';
create unique index one_scan_of_a_work on exams.scan (work_id) where superseded_at is null and removed_at is null;
create index scan_of_work on exams.scan (work_id);

create table exams.scan_chunk (
  scan_id uuid not null constraint chunk_of_a_scan references exams.scan,
  seq integer not null,
  content bytea not null,
  primary key (scan_id, seq)
);
comment on table exams.scan_chunk is 'Pieces of a scan in their order, exactly as they came; deleted when its keeping is over';
-- PDF, PNG and JPEG are compressed already.
alter table exams.scan_chunk alter column content set storage external;

insert into exams.parameter (name, numbers, valid_from, basis, verified, recorded_at, recorded_by) values
  ('pupil-sees-work', '{0}', '2022-09-01', 'Pieņemts: savu darbu nerāda, kamēr nav salīdzināts ar MK 05.07.2022. noteikumiem Nr. 398; Eiropas Savienības Tiesas spriedums C-434/16: eksāmena darbs ir kārtotāja personas dati', false, now(), 'migration'),
  ('scan-keeping-months', '{12}', '2022-09-01', 'Pieņemts: darbus glabā gadu pēc pārbaudījuma; jāsalīdzina ar aģentūras lietu nomenklatūru', false, now(), 'migration');

update access.role set permissions = permissions || array['exams.bring-scans'], changed_at = now(), changed_by = 'migration'
where code in ('exam-manager', 'exam-head', 'school-exam-superuser') and not permissions @> array['exams.bring-scans'];
