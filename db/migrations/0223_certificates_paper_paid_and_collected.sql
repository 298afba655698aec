-- A copy on paper is paid for before it is printed, and whoever collects it is told where.
alter table certificates.paper_request
  add column paid_on date,
  add column paid_document text not null default '',
  add column collect_place text not null default '',
  add constraint payment_names_its_document check ((paid_on is null) = (paid_document = ''));
comment on column certificates.paper_request.collect_place is 'Where and when the copy is collected, as the agency wrote it when it was printed';
