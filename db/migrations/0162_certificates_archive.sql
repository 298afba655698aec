-- Archive time stamps: until when each certificate's proof can be believed, the stamps that were added, and the job that adds them.
create table certificates.renewal (
  id uuid primary key default uuidv7(),
  ends_before timestamptz not null,
  hash_bits smallint not null constraint renewal_asks_for_a_known_hash check (hash_bits in (256, 384, 512)),
  state text not null default 'renewing' check (state in ('renewing', 'paused', 'stuck', 'done')),
  stuck_lv text not null default '',
  stuck_en text not null default '',
  may_pass boolean not null default true,
  told_at timestamptz,
  run_id uuid,
  heartbeat_at timestamptz,
  renewed_in_runs integer not null default 0,
  run_ms bigint not null default 0,
  ordered_at timestamptz not null,
  ordered_by text not null,
  finished_at timestamptz,
  constraint stuck_renewal_says_why check ((state = 'stuck') = (stuck_lv <> '' and stuck_en <> '')),
  constraint done_renewal_has_its_moment check ((state = 'done') = (finished_at is not null))
);
comment on table certificates.renewal is 'A job that adds archive time stamps (pierādījuma atjaunošana) to certificates whose last stamp can be believed no longer than until an instant, or is made with a weaker hash: how far it is and what holds it up';
create unique index one_open_renewal on certificates.renewal ((true)) where state <> 'done';

create table certificates.archive_stamp (
  id uuid primary key default uuidv7(),
  certificate_id uuid not null references certificates.certificate,
  place smallint not null check (place > 0),
  renewal_id uuid not null references certificates.renewal,
  file_id uuid not null,
  sha256 text not null constraint archive_stamp_names_the_bytes check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null,
  stamped_at timestamptz not null,
  good_until timestamptz not null constraint archive_stamp_lasts check (good_until > stamped_at),
  hash_bits smallint not null check (hash_bits in (256, 384, 512)),
  constraint one_archive_stamp_of_a_place unique (certificate_id, place),
  constraint one_archive_stamp_of_a_renewal unique (certificate_id, renewal_id)
);
comment on table certificates.archive_stamp is 'Archive time stamps (arhīva laika zīmogs) of released certificates, each with the whole file that has it; earlier files stay [append-only]';
create index archive_stamp_of_renewal on certificates.archive_stamp (renewal_id);

create table certificates.proof (
  certificate_id uuid primary key references certificates.certificate,
  file_id uuid not null,
  sha256 text not null,
  size integer not null,
  stamps smallint not null default 0 check (stamps >= 0),
  good_until timestamptz not null,
  hash_bits smallint not null check (hash_bits in (256, 384, 512)),
  fault_lv text not null default '',
  fault_en text not null default '',
  constraint fault_of_a_proof_in_both_languages check ((fault_lv = '') = (fault_en = ''))
);
comment on table certificates.proof is 'Until when the proof of each released certificate can be believed without another archive time stamp, and which file is given: worked out from its stamps';
create index proof_that_ends on certificates.proof (good_until) where fault_lv = '';
create index proof_by_hash on certificates.proof (hash_bits) where fault_lv = '';
create index proof_with_fault on certificates.proof (certificate_id) where fault_lv <> '';

insert into certificates.parameter (name, numbers, valid_from, basis, verified, recorded_at, recorded_by) values
  ('archive-lead-days', '{365}', '2022-09-01', 'Pieņemts: arhīva laika zīmogu pievieno gadu pirms iepriekšējā laika zīmoga izdevēja sertifikāta beigām (ETSI EN 319 132-1, 5.5.2)', false, now(), 'migration'),
  ('archive-hash-bits', '{256}', '2022-09-01', 'ETSI TS 119 312: SHA-256; jāpārskata, kad iznāk jauns izdevums', false, now(), 'migration');
