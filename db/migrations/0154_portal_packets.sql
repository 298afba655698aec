-- Packets sealed beforehand: a release key for each session's term, which nobody is given before the instant; who asked for a packet; which events packets tell of.
create table portal.release (
  id uuid primary key default uuidv7(),
  year smallint not null,
  stage text not null check (stage in ('basic', 'secondary')),
  term text not null check (term in ('main', 'extra')),
  sealed_key bytea not null,
  commitment bytea not null constraint commitment_is_a_sha256 check (length(commitment) = 32),
  made_at timestamptz not null,
  opened_at timestamptz,
  constraint one_release_of_a_term unique (year, stage, term)
);
comment on table portal.release is 'Keys that open the sealed packets of a session''s term (izlaides atslēga): kept sealed, given to everybody from the instant on';

-- The key of a release is made once and given for good.
create function portal.keep_release() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'opened_at') <> (to_jsonb(old) - 'opened_at') or old.opened_at is not null and new.opened_at is distinct from old.opened_at then
    raise exception 'the key of release % has been made', old.id using errcode = '23514', constraint = 'release_key_stays';
  end if;
  return new;
end $$;
create trigger release_key_stays before update on portal.release for each row execute function portal.keep_release();

create table portal.release_event (
  release_id uuid not null references portal.release,
  event_id uuid not null,
  noted_at timestamptz not null,
  constraint event_is_noted_once primary key (release_id, event_id)
);
comment on table portal.release_event is 'Events of which packets of a release tell: its key waits until the results of all of them may be seen [append-only]';

create table portal.packet (
  id uuid primary key default uuidv7(),
  release_id uuid not null references portal.release,
  person_id uuid not null constraint packet_of_a_person references persons.person,
  device_key bytea not null constraint device_key_is_a_point check (length(device_key) = 65 and get_byte(device_key, 0) = 4),
  with_certificates boolean not null,
  asked_at timestamptz not null,
  given_at timestamptz,
  content_sha256 text constraint packet_content_is_a_sha256 check (content_sha256 ~ '^[0-9a-f]{64}$'),
  constraint one_packet_of_a_device unique (release_id, device_key),
  constraint given_packet_has_its_content check ((given_at is null) = (content_sha256 is null))
);
comment on table portal.packet is 'Who asked for a sealed packet, for which device (its public key), and when it was given (paciņas pieprasījums); the packet itself is made anew each time and kept nowhere';
create index packet_of_person on portal.packet (person_id, release_id);

-- A certificate that leaves in a packet is given, but cannot be opened before the instant.
alter table certificates.hand_out drop constraint hand_out_channel_check;
alter table certificates.hand_out add constraint hand_out_channel_check check (channel in ('own', 'representative', 'school', 'agency', 'portal', 'machine', 'paper', 'packet'));

insert into portal.parameter (name, numbers, valid_from, basis, verified, recorded_at, recorded_by) values
  ('packet-days', '{14}', '2022-09-01', 'Iekšējā kārtība: docs/decisions/0015', null, now(), 'migration'),
  ('packet-hours', '{18}', '2022-09-01', 'Iekšējā kārtība: docs/decisions/0015', null, now(), 'migration'),
  ('key-spread-seconds', '{3}', '2022-09-01', 'Iekšējā kārtība: docs/decisions/0015', null, now(), 'migration');
