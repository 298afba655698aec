-- Extensions, search keys, the audit log and the ordered feed of events. Tables marked [append-only] may only be read and added to by the worker.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- unaccent() alone is not immutable, so it cannot stand in an index; naming its dictionary makes it so.
create function platform.search_key(words text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, words));
comment on function platform.search_key is 'Words as they are searched: lower case, without diacritics (Ģirts = girts)';

create schema audit;

create table audit.entry (
  id uuid primary key default uuidv7(),
  written_by xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('anonymous', 'user', 'machine', 'system')),
  actor_id text,
  acting_role text,
  acting_organisation text,
  action text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  reason text,
  subjects uuid[] not null default '{}',
  facts jsonb not null default '{}',
  request_id text
);
comment on table audit.entry is 'Who did or looked at what, when and why: every write and every read of personal data [append-only]';
create index entry_order on audit.entry (written_by, id);
create index entry_actor on audit.entry (actor_id, at desc);

create table audit.about (
  person_id uuid not null,
  at timestamptz not null,
  entry_id uuid not null references audit.entry,
  primary key (person_id, at, entry_id)
);
comment on table audit.about is 'The people an entry is about, so that each can see who looked at their data [append-only]';

create table audit.link (
  seq bigint primary key,
  entry_id uuid not null unique references audit.entry,
  hash bytea not null
);
comment on table audit.link is 'The hash chain: hash(n) = sha256(hash(n-1) || canonical text of entry n) [append-only]';

-- The text that is hashed; the export carries it, so that a stranger's program can check the chain.
create function audit.canonical(e audit.entry) returns text language sql stable
  return jsonb_build_object(
    'id', e.id, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'actor', jsonb_build_object('kind', e.actor_kind, 'id', e.actor_id, 'role', e.acting_role, 'organisation', e.acting_organisation),
    'action', e.action, 'outcome', e.outcome, 'reason', e.reason, 'subjects', to_jsonb(e.subjects), 'facts', e.facts, 'request', e.request_id
  )::text;

-- One step of the chain; the state is null before the first entry of a run, which then goes on from `before`.
create function audit.chain_step(state bytea, before bytea, body text) returns bytea language sql immutable
  return sha256(coalesce(state, before) || convert_to(body, 'UTF8'));
create aggregate audit.chain(before bytea, body text) (sfunc = audit.chain_step, stype = bytea);

-- Links entries of transactions that can no longer be overtaken, in order, under a lock; returns how many.
create function audit.seal(at_most integer) returns integer language plpgsql as $$
declare
  last_seq bigint; last_hash bytea; last_xid xid8; last_id uuid; sealed integer;
begin
  if not pg_try_advisory_xact_lock(7420002) then return 0; end if;
  select l.seq, l.hash, e.written_by, e.id into last_seq, last_hash, last_xid, last_id
    from audit.link l join audit.entry e on e.id = l.entry_id order by l.seq desc limit 1;
  if not found then
    last_seq := 0; last_hash := ''; last_xid := '0'; last_id := '00000000-0000-0000-0000-000000000000';
  end if;
  insert into audit.link (seq, entry_id, hash)
    select last_seq + row_number() over ordered, next.id, audit.chain(last_hash, audit.canonical(next.entry)) over ordered
    from (
      select e.id, e.written_by, e as entry from audit.entry e
      where (e.written_by, e.id) > (last_xid, last_id) and e.written_by < pg_snapshot_xmin(pg_current_snapshot())
      order by e.written_by, e.id limit at_most
    ) next
    window ordered as (order by next.written_by, next.id rows unbounded preceding);
  get diagnostics sealed = row_count;
  return sealed;
end $$;

create table platform.event (
  id uuid primary key default uuidv7(),
  written_by xid8 not null default pg_current_xact_id(),
  name text not null,
  at timestamptz not null,
  payload jsonb not null
);
comment on table platform.event is 'Facts that modules announce, in the order of their transactions [append-only]';
create index event_order on platform.event (written_by, id);

create table platform.event_delivery (
  event_id uuid not null references platform.event,
  subscriber text not null,
  delivered_at timestamptz not null,
  primary key (event_id, subscriber)
);
comment on table platform.event_delivery is 'Which subscriber has taken which event; written in the transaction of the handler, so nothing is taken twice';

create table platform.setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);
comment on table platform.setting is 'What the program remembers about itself: demonstration data loaded, marks of one-time work';
