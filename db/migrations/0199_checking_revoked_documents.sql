-- Documents that their issuer revoked, for whoever checks one: no number, no name, only hashes and the day.
create table checking.revoked_document (
  file_sha256 text primary key constraint revoked_by_a_hash check (file_sha256 ~ '^[0-9a-f]{64}$'),
  claim_mark text constraint mark_of_a_claim check (claim_mark ~ '^[A-Za-z0-9_-]{43}$'),
  revoked_on date not null,
  recorded_at timestamptz not null
);
comment on table checking.revoked_document is 'Documents of this system that were revoked (atsaukti dokumenti): hash of the signed file inside the container, which stays the same however the container is packed or stamped anew, mark of the claim on its printed copies, and the day [append-only]';
insert into checking.revoked_document (file_sha256, revoked_on, recorded_at)
  select pdf_sha256, min((revoked_at at time zone 'Europe/Riga')::date), now() from certificates.certificate where revoked_at is not null group by pdf_sha256;
