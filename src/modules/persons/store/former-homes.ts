/** Days that have ended on which people were called so and lived there, out of the histories; of everybody, unless more is asked with `and`. */
export const INSERT_FORMER_HOMES = `
  insert into persons.former_home (person_id, atvk, part, family_key, given_key, valid_from, valid_to)
  select a.person_id, a.atvk, a.part, platform.search_key(n.family), platform.search_key(n.given), greatest(a.valid_from, n.valid_from), least(a.valid_to, n.valid_to)
  from persons.address a join persons.name n on n.person_id = a.person_id and daterange(n.valid_from, n.valid_to) && daterange(a.valid_from, a.valid_to)
  where a.superseded_at is null and n.superseded_at is null and (a.valid_to is not null or n.valid_to is not null)`;
