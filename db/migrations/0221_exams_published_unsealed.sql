-- Results may be published although certificates are not sealed; how many there were, and why it was confirmed all the same, stays with the publication.
alter table exams.publication
  add column unsealed integer not null default 0 check (unsealed >= 0),
  add column despite text not null default '',
  add constraint what_is_not_sealed_is_accounted_for check (unsealed = 0 or despite <> '');
comment on column exams.publication.unsealed is 'Certificates that were due and not sealed when the instant was confirmed';
