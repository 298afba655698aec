-- Sign-ins to programs write less: what is looked up by its own secret needs no encrypted copy of it, and a code carries itself.
alter table apps.artifact alter column secret drop not null;
comment on table apps.artifact is 'What the provider has issued or has under way: sessions, grants, tokens; of codes only that they were used. Each is known by the hash of its secret; what must be handed out again is encrypted';
