-- Under which names people of directories try to get in: a try that is not looked at any more is told to whom it concerned.
create table authentication.directory_name (
  outside_identity_id uuid not null references authentication.outside_identity,
  account_key text not null constraint a_directory_name_is_a_keyed_hash check (account_key <> ''),
  recorded_at timestamptz not null,
  primary key (outside_identity_id, account_key)
);
comment on table authentication.directory_name is 'Names, as keyed hashes, under which a linked account of a directory was tried (domēna konta vārds), so that tries not looked at stand in its owner''s history';
create index directory_name_by_key on authentication.directory_name (account_key);
