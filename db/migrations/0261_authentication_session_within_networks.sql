-- A municipality may ask for a second factor only outside its own networks: what one factor opened inside is then good inside alone.
alter table authentication.session add column only_within cidr[];
comment on column authentication.session.only_within is 'Networks of the policy in which the session was begun by one factor, where elsewhere two are asked for; null: good everywhere. Counts while the session has one factor only';
