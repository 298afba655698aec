-- New settings of a connection in use wait beside those in force until they were tried and are put in force.
alter table authentication.connection_setting add column in_force_at timestamptz;
update authentication.connection_setting set in_force_at = recorded_at;
comment on column authentication.connection_setting.in_force_at is 'From when people signed in by these settings; null while they wait to be tried, and for those given up before';
drop index authentication.one_setting_of_a_connection;
create unique index one_setting_of_a_connection on authentication.connection_setting (connection_id) where superseded_at is null and in_force_at is not null;
create unique index one_waiting_setting_of_a_connection on authentication.connection_setting (connection_id) where superseded_at is null and in_force_at is null;
drop index authentication.connection_setting_by_issuer;
create index connection_setting_by_issuer on authentication.connection_setting (issuer) where superseded_at is null and in_force_at is not null;
