-- What a person chose where a decision on a reform's task is carried out, and tasks that were settled in their register.
alter table reforms.task add column chosen_unit_id integer constraint task_chooses_a_known_municipality references territories.unit;
alter table reforms.task add column settled_elsewhere boolean not null default false;
comment on column reforms.task.chosen_unit_id is 'The successor that the person chose; the decision was carried out with it';
comment on column reforms.task.settled_elsewhere is 'The register itself was put right, so that nothing is left to decide here';
create index task_of_a_row on reforms.task (participant, kind, key) where decided_at is null;
create index task_chosen_unit on reforms.task (chosen_unit_id) where chosen_unit_id is not null;
