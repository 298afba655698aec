-- Some roles are held by other programs alone: nobody asks for them for themselves, so they are not offered to people.
alter table access.role add column for_programs boolean not null default false;
update access.role set for_programs = true where code in ('event-reader', 'status-checker', 'university-admissions', 'e-journal', 'exam-results-register');
