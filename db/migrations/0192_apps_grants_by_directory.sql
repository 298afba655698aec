-- Every five minutes directories are asked after those who are in programs by them.
create index grant_by_directory on apps.artifact (account_id) where model = 'Grant' and payload ? 'directoryIdentityId';
