-- A user's name and mail address can be changed, so what they were is kept as well. Until now nothing changed them.
alter table access.user_before add column name text, add column email text;
update access.user_before b set name = u.name, email = u.email from access.app_user u where u.id = b.user_id;
alter table access.user_before alter column name set not null, alter column email set not null;
comment on table access.user_before is 'Where a user worked, whether they were active, and what they were called, until a day (the first on which it was otherwise); what holds now stands in app_user [append-only]';
