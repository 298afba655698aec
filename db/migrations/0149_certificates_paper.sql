-- Copies on paper that residents ask for: state by state, with the fee as it was on the day of asking.
create table certificates.paper_request (
  id uuid primary key default uuidv7(),
  certificate_id uuid not null references certificates.certificate,
  asked_by_person uuid not null constraint paper_asked_for_by_a_person references persons.person,
  reason text not null check (reason in ('foreign-university', 'foreign-authority', 'employer', 'other')),
  explanation text not null default '',
  delivery text not null check (delivery in ('collected', 'posted')),
  address text not null default '',
  fee_cents integer not null check (fee_cents >= 0),
  state text not null check (state in ('submitted', 'accepted', 'printed', 'delivered', 'refused', 'withdrawn')),
  due_on date not null,
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  constraint other_reasons_are_explained check (reason <> 'other' or explanation <> ''),
  constraint what_is_posted_has_an_address check ((delivery = 'posted') = (address <> ''))
);
comment on table certificates.paper_request is 'Requests for a certificate on paper (pieprasījums papīra formā): for which reason, how it is delivered, the fee in cents of the day of asking, and how far it is';
create index paper_request_of_certificate on certificates.paper_request (certificate_id);
create index paper_request_of_person on certificates.paper_request (asked_by_person);
create unique index one_open_request_of_a_certificate on certificates.paper_request (certificate_id) where state in ('submitted', 'accepted', 'printed');

create table certificates.paper_step (
  id uuid primary key default uuidv7(),
  request_id uuid not null references certificates.paper_request,
  state text not null check (state in ('submitted', 'accepted', 'printed', 'delivered', 'refused', 'withdrawn')),
  remark text not null default '',
  at timestamptz not null,
  by text not null,
  constraint refusal_says_why check (state <> 'refused' or remark <> '')
);
comment on table certificates.paper_step is 'Each state that a request for paper came to, by whom and with what remark [append-only]';
create index paper_step_of_request on certificates.paper_step (request_id);
