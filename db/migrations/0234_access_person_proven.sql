-- Whose account it is may be an employer's word alone. A person's own data is shown where they have proven that it is them.
alter table access.app_user add column person_proven boolean not null default false;
comment on column access.app_user.person_proven is 'Whether the account was proven to be the person''s; one that an administrator alone has named shows nothing of the person''s own data';
update access.app_user u set person_proven = true
where u.person_id is not null and (u.made_up or u.recorded_by = 'first sign-in'
  or exists (select from authentication.confirmation c where c.user_id = u.id and c.person_id = u.person_id));
alter table access.app_user add constraint a_proven_account_has_its_person check (person_id is not null or not person_proven);
