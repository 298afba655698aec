/** Who the made-up entries are about: person `n` of `persons`, counted from 0, as SQL and as its id. */
const personSql = (n: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
export const madeUpPersonId = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const END = `timestamptz '2026-11-21 00:00+02'`;

/**
 * Statements (for the owner) that fill the audit log with looks of officials at people, oldest first, one a second until
 * midnight of 21 November 2026, each in its month by its time and by its id; all but the ids follow from the row's number.
 */
export const madeUpEntries = (rows: number, persons: number): string => `
  select platform.make_months(name, ${END} - ${rows} * interval '1 second', ${END}) from (values ('audit.entry'::regclass), ('audit.about')) as kept (name);
  set work_mem = '256MB';
  with entry as (
    insert into audit.entry (id, at, actor_kind, actor_id, acting_role, acting_organisation, action, outcome, reason, subjects, facts, request_id)
    select uuidv7(at - clock_timestamp()), at, 'user', (n % 15000)::text, 'Sociālais darbinieks',
      'Pašvaldība nr. ' || n % 43, 'persons.view-card', 'done', 'social-help', array[${personSql(`(n * 7919) % ${persons}`)}],
      jsonb_build_object('case', 'L-' || n), 'request-' || n
    from (select n, ${END} - (${rows} - n) * interval '1 second' as at from generate_series(1, ${rows}::bigint) n) made_up
    returning id, at, subjects
  )
  insert into audit.about (person_id, at, entry_id) select unnest(subjects), at, id from entry order by 1, 2;
  analyze audit.entry;
  analyze audit.about`;
