-- What the program tells its users: in the program itself, and by mail through an outbox.
create table platform.notice (
  id uuid primary key default uuidv7(),
  user_id text not null,
  once_key text not null,
  kind text not null,
  subject_lv text not null,
  subject_en text not null,
  body_lv text not null,
  body_en text not null,
  link text constraint notice_links_within_the_program check (link like '/%' and link not like '//%'),
  told_at timestamptz not null,
  read_at timestamptz,
  constraint notice_is_told_once unique (user_id, once_key)
);
comment on table platform.notice is 'A message to one user, shown in the program until read and afterwards; the same once_key is told once';
create index notice_of_user on platform.notice (user_id, id desc);
create index notice_unread on platform.notice (user_id) where read_at is null;

create table platform.outbox_mail (
  id uuid primary key default uuidv7(),
  notice_id uuid not null references platform.notice,
  to_address text not null,
  subject text not null,
  body text not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'kept')),
  attempts integer not null default 0,
  queued_at timestamptz not null,
  tried_at timestamptz,
  sent_at timestamptz,
  failure text,
  constraint mail_is_sent_at_a_moment check ((state = 'sent') = (sent_at is not null))
);
comment on table platform.outbox_mail is 'Mail on its way; kept = this installation has no mail server; failure holds codes only, never addresses';
create index outbox_mail_of_notice on platform.outbox_mail (notice_id);
create index outbox_mail_waiting on platform.outbox_mail (queued_at) where state = 'queued';
