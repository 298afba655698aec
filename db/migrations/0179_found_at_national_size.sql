-- What a nation's data showed: pages that read a whole table because no index fits what they ask.

-- Where somebody learnt, whatever was corrected of it since (marks stay under the school and year in which they were given).
create index placement_of_person_ever on education.placement (person_id);

-- Registers write who did something as text, since it may be the program itself; its name is found by that text.
create index user_by_written_id on access.app_user ((id::text));
