-- What universities and the education register may follow of results and certificates: one row for each fact, in an order without gaps, seen only from the instant of publication on.
create table certificates.change (
  id uuid primary key default uuidv7(),
  written_by xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  kind text not null check (kind in ('result.published', 'result.changed', 'certificate.issued', 'certificate.revoked', 'exemption.recorded', 'replacement.recorded')),
  entry_id uuid not null,
  person_id uuid not null constraint change_about_a_person references persons.person,
  result_id uuid,
  certificate_id uuid references certificates.certificate,
  only_for uuid constraint change_told_to_one_institution references institutions.institution,
  constraint change_of_a_certificate_names_it check ((kind like 'certificate.%') = (certificate_id is not null))
);
comment on table certificates.change is 'Facts about published results and certificates that entitled readers follow (izmaiņu plūsma), also told again to the one institution that somebody has just agreed to; what they say is read from the registers when it is read [append-only]';
create index change_order on certificates.change (written_by, id);
create index change_of_entry on certificates.change (entry_id, kind);
create index change_of_person on certificates.change (person_id);
create index change_of_certificate on certificates.change (certificate_id) where certificate_id is not null;
create index change_told_to_one on certificates.change (only_for) where only_for is not null;

create table certificates.change_reader (
  user_id uuid primary key constraint change_reader_is_a_user references access.app_user,
  first_read_at timestamptz not null,
  last_read_at timestamptz not null,
  handed_over bigint not null default 0
);
comment on table certificates.change_reader is 'Which programs follow the changes, since when, and how many facts they were given';

-- The program of a university reads what consents cover; that of the education register reads what is published of everybody.
update access.role set permissions = permissions || array['certificates.read-changes'], changed_at = now(), changed_by = 'migration' where code = 'university-admissions';
insert into access.role (code, module, title_lv, title_en, permissions, scope_kinds, changed_at, changed_by) values
  ('exam-results-register', 'certificates', 'Izglītības reģistra sistēma (pārbaudījumu rezultāti)', 'System of the education register (results of exams)', array['certificates.read-changes'], array['country'], now(), 'migration');
