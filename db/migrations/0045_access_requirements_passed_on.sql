-- Requirements of a municipality that ceases pass to its successors: which one came of which, and by which reform it ended.
alter table access.role_requirement
  add column inherited_from uuid references access.role_requirement,
  add column ended_by_reform uuid;
comment on column access.role_requirement.inherited_from is 'The requirement of a ceased municipality that goes on in this one';
create index requirement_inherited on access.role_requirement (inherited_from) where inherited_from is not null;
