-- An account that was joined into another stays closed: what it had has gone over, and its password alone would open it again.
alter table access.app_user add column joined_into uuid references access.app_user (id);
update access.app_user u set joined_into = o.id from access.app_user o where u.state = 'suspended' and u.state_reason = 'Apvienots ar kontu ' || o.login;
