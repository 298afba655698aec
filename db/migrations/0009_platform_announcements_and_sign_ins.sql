-- A mistaken announcement is put right by another that takes its place; both stay in the list of all.
alter table platform.announcement add column replaces uuid unique references platform.announcement;
comment on column platform.announcement.replaces is 'The announcement that this one puts right; that one was withdrawn in the same moment';

-- Nobody is signed in yet when they sign in; an auditor who looks for a user finds these entries too.
create index entry_sign_in on audit.entry ((facts->>'user'), at desc) where actor_kind = 'anonymous';
