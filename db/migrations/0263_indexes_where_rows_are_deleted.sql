-- Rows that are deleted are looked for in every table that refers to them.
create index result_met on training.result (met_id) where met_id is not null;
create index exemption_superseded_by on education.exemption (superseded_by) where superseded_by is not null;
create index membership_superseded_by on education.membership (superseded_by) where superseded_by is not null;
create index entry_of_room on exams.entry (room_id, sitting_id) where room_id is not null;
