-- On what somebody tried in vain, as the history of sign-ins says it of everything else; unknown for what was tried before.
alter table authentication.sign_in_attempt add column device text not null default '';
comment on column authentication.sign_in_attempt.device is 'Browser and system in two words, as in authentication.session; empty where not kept';
