-- Who lived where on an earlier day and was called what: a search narrowed to a small municipality read the homes of all who bear the name.
create table persons.former_home (
  person_id uuid not null constraint former_home_of_a_person references persons.person,
  atvk text not null,
  part text not null,
  family_key text collate "C" not null,
  given_key text collate "C" not null,
  valid_from date not null,
  valid_to date not null,
  constraint one_former_home_at_a_time primary key (person_id, valid_from)
);
comment on table persons.former_home is 'Days that have ended on which a person was called so and lived there, for searching: worked out of the histories of names and addresses, which are the truth, after each change of them';

insert into persons.former_home (person_id, atvk, part, family_key, given_key, valid_from, valid_to)
select a.person_id, a.atvk, a.part, platform.search_key(n.family), platform.search_key(n.given), greatest(a.valid_from, n.valid_from), least(a.valid_to, n.valid_to)
from persons.address a join persons.name n on n.person_id = a.person_id and daterange(n.valid_from, n.valid_to) && daterange(a.valid_from, a.valid_to)
where a.superseded_at is null and n.superseded_at is null and (a.valid_to is not null or n.valid_to is not null);

create index former_home_by_place on persons.former_home (atvk, family_key, given_key, person_id);
