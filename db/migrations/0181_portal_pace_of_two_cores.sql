-- Forty in a second: less than half of the whole journeys that two cores bore with nothing else to do (bench/results-morning, 2026-11-22).
update portal.parameter set numbers = '{40}' where name = 'entries-per-second' and recorded_by = 'migration' and superseded_at is null;
