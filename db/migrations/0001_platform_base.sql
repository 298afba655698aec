-- Extensions, search keys, tables kept in months, the audit log and the ordered feed of events.
-- Tables marked [append-only] may only be read and added to by the worker; of those marked [by month] the months are made ahead.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- unaccent() alone is not immutable, so it cannot stand in an index; naming its dictionary makes it so.
create function platform.search_key(words text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, words));
comment on function platform.search_key is 'Words as they are searched: lower case, without diacritics (Ģirts = girts)';

-- Months are those of Riga's clock. A table [by month] has one partition a month and two that are open to a side, `_earlier` and
-- `_later`, so that every row finds a place; without a default partition what is read in the order of time stops when it has enough.
create function platform.month_start(moment timestamptz, further integer default 0) returns timestamptz language sql stable
  return date_add(date_trunc('month', moment, 'Europe/Riga'), make_interval(months => further), 'Europe/Riga');

-- 48 bits of milliseconds, the version, the variant, nothing more (RFC 9562, 5.7).
create function platform.first_uuidv7(moment timestamptz) returns uuid language sql immutable strict parallel safe
  return (lpad(to_hex(floor(extract(epoch from moment) * 1000)::bigint), 12, '0') || '70008' || repeat('0', 15))::uuid;
comment on function platform.first_uuidv7 is 'The smallest uuidv7 of an instant: a bound for ranges of ids';

-- Where an open partition meets the months; the key of its table is a uuidv7 or an instant, and the catalog alone knows.
create function platform.open_bound(part regclass) returns timestamptz language sql stable as $$
  select case when bound ~ '^[0-9a-f]{8}-' then uuid_extract_timestamp(bound::uuid) else bound::timestamptz end
  from (select substring(pg_get_expr(relpartbound, oid) from '''([^'']+)''') as bound from pg_class where oid = part) open
$$;

-- The same instant as a bound in the type of the table's key.
create function platform.month_bound(parent regclass, moment timestamptz) returns text language sql stable as $$
  select case a.atttypid when 'uuid'::regtype then platform.first_uuidv7(moment)::text else moment::text end
  from pg_partitioned_table p join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0] where p.partrelid = parent
$$;

-- Cuts months off an open partition; rows that lay there already move into them. Returns how many months were made.
create function platform.cut_months(parent regclass, open regclass, first_month timestamptz, last_month timestamptz) returns integer language plpgsql as $$
declare
  key text := substring(pg_get_partkeydef(parent) from '\((.+)\)');
  promise text := coalesce(substring(obj_description(parent, 'pg_class') from '\[append-only\]'), '');
  month timestamptz := first_month; made integer := 0; part text; starts text; ends text;
begin
  if first_month > last_month then return 0; end if;
  execute format('alter table %s detach partition %s', parent, open);
  while month <= last_month loop
    part := parent || to_char(month at time zone 'Europe/Riga', '_YYYY_MM');
    starts := platform.month_bound(parent, month);
    month := platform.month_start(month, 1);
    ends := platform.month_bound(parent, month);
    execute format('create table %s partition of %s for values from (%L) to (%L)', part, parent, starts, ends);
    execute format('comment on table %s is %L', part, 'One month of ' || parent || ' ' || promise);
    execute format('with moved as (delete from %1$s where %2$s >= %3$L and %2$s < %4$L returning *) insert into %5$s select * from moved',
      open, key, starts, ends, part);
    made := made + 1;
  end loop;
  if open::text ~ '_earlier$'
    then execute format('alter table %s attach partition %s for values from (minvalue) to (%L)', parent, open, platform.month_bound(parent, first_month));
    else execute format('alter table %s attach partition %s for values from (%L) to (maxvalue)', parent, open, ends);
  end if;
  return made;
end $$;

-- Sees to it that the months from one to another stand, and those between them and the present ones. One at a time.
create function platform.make_months(parent regclass, first_month timestamptz, last_month timestamptz) returns integer language plpgsql as $$
declare
  earlier regclass := parent || '_earlier'; later regclass := parent || '_later';
begin
  execute format('lock table %s in share update exclusive mode', parent);
  return platform.cut_months(parent, earlier, platform.month_start(first_month), platform.month_start(platform.open_bound(earlier), -1))
    + platform.cut_months(parent, later, platform.open_bound(later), platform.month_start(last_month));
end $$;

-- What the worker may do although it owns nothing: the present month and the next two of a table [by month]. Writers wait for the
-- milliseconds of the cut; one that must itself wait for somebody's long reading gives up, so that they wait 2 seconds at most.
-- Only for the owner's own tables: whoever may call this must not make the owner work on a table of theirs.
create function platform.make_coming_months(parent regclass) returns integer language plpgsql
  security definer set search_path = pg_catalog set lock_timeout = '2s' as $$
begin
  if not exists (select from pg_class where oid = parent and relkind = 'p' and pg_get_userbyid(relowner) = current_user
      and obj_description(oid, 'pg_class') like '%[by month]%') then
    raise 'table % is not kept by month', parent;
  end if;
  return platform.make_months(parent, now(), platform.month_start(now(), 2));
end $$;
revoke execute on function platform.make_coming_months from public;

-- Takes the oldest month out of its table, for the archive; from then on `_earlier` would take rows of that time.
create function platform.detach_oldest_month(parent regclass) returns regclass language plpgsql as $$
declare
  earlier regclass := parent || '_earlier';
  month timestamptz := platform.open_bound(earlier);
  part regclass := parent || to_char(month at time zone 'Europe/Riga', '_YYYY_MM');
begin
  execute format('alter table %s detach partition %s', parent, part);
  execute format('alter table %s detach partition %s', parent, earlier);
  execute format('alter table %s attach partition %s for values from (minvalue) to (%L)', parent, earlier,
    platform.month_bound(parent, platform.month_start(month, 1)));
  return part;
end $$;

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
) partition by range (id);
comment on table audit.entry is 'Who did or looked at what, when and why: every write and every read of personal data [append-only] [by month]';
create index entry_order on audit.entry (written_by, id);
create index entry_actor on audit.entry (actor_id, at desc);

-- No foreign key to the entry: one statement writes both rows, nobody may delete either, and it would keep rows from moving into
-- their month and old months from being taken out.
create table audit.about (
  person_id uuid not null,
  at timestamptz not null,
  entry_id uuid not null,
  primary key (person_id, at, entry_id)
) partition by range (at);
comment on table audit.about is 'The people an entry is about, so that each can see who looked at their data [append-only] [by month]';

-- Ids are the database's time, `at` is the program's; both tables begin with the month of the installation.
do $$ begin
  create table audit.entry_earlier partition of audit.entry for values from (minvalue) to (platform.first_uuidv7(platform.month_start(now())));
  create table audit.entry_later partition of audit.entry for values from (platform.first_uuidv7(platform.month_start(now()))) to (maxvalue);
  create table audit.about_earlier partition of audit.about for values from (minvalue) to (platform.month_start(now()));
  create table audit.about_later partition of audit.about for values from (platform.month_start(now())) to (maxvalue);
  perform platform.make_coming_months('audit.entry'), platform.make_coming_months('audit.about');
end $$;

-- One table for good, also when old entries are archived: the hashes that hold the rest together. Only seal() writes it.
create table audit.link (
  seq bigint primary key,
  entry_id uuid not null unique,
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
