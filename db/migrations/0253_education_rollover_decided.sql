-- Which lines of a proposal the school decided itself: a proposal made anew keeps them.
alter table education.rollover_line add column decided boolean not null default false;
comment on column education.rollover_line.decided is 'The school decided this line; a proposal made anew leaves it as it is';
