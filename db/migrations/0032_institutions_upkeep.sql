-- What the register's users need to keep it up: which types have an accreditation page, and why a state gymnasium's title ended.
alter table institutions.type
  add column accredited boolean not null default true,
  add column accreditation_source text not null default 'to be checked against the law in force';
comment on column institutions.type.accredited is 'Whether an institution of this type may have an accreditation page (akreditācijas lapa)';

update institutions.type set accredited = false,
  accreditation_source = 'Cabinet Regulation 788, item 6.2: preschools, interest and adult institutions have none; to be checked against Regulation 325 of 2024'
where kind in ('preschool', 'interest', 'adult');

alter table institutions.gymnasium_title add column end_basis text not null default '';
comment on column institutions.gymnasium_title.end_basis is 'The act by which the title was withdrawn; empty while it holds';

create unique index an_accreditation_page_is_issued_once on institutions.accreditation (page_nr) where superseded_at is null;
