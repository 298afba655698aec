-- Auditors look through the log by time; an actor's own stretch has its index already.
create index entry_time on audit.entry (at desc, id desc);
