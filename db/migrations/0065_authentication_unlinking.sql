-- Who took an identity elsewhere off an account: what its owner took off does not come back by itself at the next sign-in there.
alter table authentication.outside_identity
  add column unlinked_by text constraint unlinking_says_who check (unlinked_by in ('owner', 'administrator')),
  add constraint only_unlinked_identities_say_who check (unlinked_by is null or unlinked_at is not null);
comment on column authentication.outside_identity.unlinked_by is 'owner: not linked again by the personal code alone, only by the owner; administrator: after something was lost';
create index outside_identity_unlinked on authentication.outside_identity (subject_key, unlinked_at desc) where unlinked_at is not null;
