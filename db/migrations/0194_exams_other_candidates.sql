-- Not only pupils of the last grade take exams: externs and graduates of earlier years have no class, but a document that lets them.
alter table exams.entry
  add column candidate_as text not null default 'pupil' check (candidate_as in ('pupil', 'extern', 'former graduate')),
  add column let_by text not null default '',
  add constraint only_pupils_have_a_class check (candidate_as = 'pupil' or class_title = ''),
  add constraint others_name_their_document check ((candidate_as = 'pupil') = (let_by = '')),
  add constraint others_apply check (candidate_as = 'pupil' or origin = 'application');
comment on column exams.entry.candidate_as is 'As whom someone takes the exam: a pupil, an extern (eksterns), a graduate of an earlier year (iepriekšējo gadu absolvents)';
comment on column exams.entry.let_by is 'The document that lets who is no pupil take it: the order about an extern, the attestation of a graduate';

insert into exams.parameter (name, numbers, valid_from, basis, verified, recorded_at, recorded_by) values
  ('graduates-at-schools', '{0}', '2022-09-01', 'Pieņemts: iepriekšējo gadu absolventi eksāmenus kārto augstskolās, ar kurām aģentūrai ir līgums; jāsalīdzina ar MK 05.07.2022. noteikumiem Nr. 398', false, now(), 'migration');
