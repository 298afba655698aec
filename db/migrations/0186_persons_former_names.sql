-- Who bore a name on an earlier day is found by the names that have ended; those of today stand in the person's own row.
create index former_name on persons.name ((platform.search_key(family) collate "C"), (platform.search_key(given) collate "C"), person_id) where superseded_at is null and valid_to is not null;
