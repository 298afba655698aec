-- A report may open more of each row, such as personal codes, to whoever holds a second right; where they held it when asking is kept with the request.
alter table platform.report_request add column more_scope jsonb;
comment on column platform.report_request.more_scope is 'Where the asker held the second right of the report, which opens more of each row; null where they did not';
