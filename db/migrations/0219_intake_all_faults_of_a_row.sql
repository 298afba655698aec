-- A row that is not taken is told everything that is wrong with it at once: what is to be mended first is its code, the rest stands beside it.

alter table intake.answer add column also jsonb not null default '[]';
comment on column intake.answer.also is 'What else is wrong with the row, each with code, field, what was found and expected, and the nearest valid values';
