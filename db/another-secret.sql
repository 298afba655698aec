-- What is sealed by the program's secret and could not be opened by another; `npm run another-secret` runs it (docs/guides/backup.md).
delete from authentication.code_generator;
delete from authentication.recovery_code;
delete from authentication.pending_proof;
update authentication.outside_identity set unlinked_at = now() where unlinked_at is null;
delete from apps.artifact;
delete from apps.signing_key;
delete from authentication.session;
delete from platform.setting where key = 'secret.mark';
