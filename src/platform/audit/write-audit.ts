import type { Text } from '#kernel/text.js';
import type { Actor } from '../actions/actor.js';
import { fixed } from '../db/fixed.js';
import { sql } from '../db/sql.js';
import type { Write } from '../db/transaction.js';

/** One thing that was done or looked at. `facts` and `reason` hold no personal data of the subjects. */
export interface AuditEntry {
  readonly at: Date;
  readonly actor: Actor;
  readonly acting: { readonly role: Text; readonly organisation: Text } | null;
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  readonly reason: string | null;
  readonly subjects: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
}

/** Adds an entry in the caller's transaction, in one statement with the people it is about. */
export const writeAudit = (tx: Write, entry: AuditEntry): Promise<void> => writeEntries(tx, [entry]);

/** Adds entries with the people they are about, all in one statement. */
export async function writeEntries(tx: Write, entries: readonly AuditEntry[]): Promise<void> {
  await tx.run(insertion(JSON.stringify(entries.map(rowOf))));
}

const insertion = fixed(
  1,
  (rows) => sql`
    with written as (
      insert into audit.entry (at, actor_kind, actor_id, acting_role, acting_organisation, action, outcome, reason, subjects, facts, request_id)
      select e.at, e.actor_kind, e.actor_id, e.acting_role, e.acting_organisation, e.action, e.outcome, e.reason, e.subjects, e.facts, e.request_id
      from jsonb_to_recordset(${rows}::jsonb) as e(at timestamptz, actor_kind text, actor_id text, acting_role text,
        acting_organisation text, action text, outcome text, reason text, subjects uuid[], facts jsonb, request_id text)
      returning id, at, subjects
    )
    insert into audit.about (person_id, at, entry_id) select unnest(subjects), at, id from written`,
);

const rowOf = ({ at, actor, acting, action, outcome, reason, subjects, facts, requestId }: AuditEntry) => ({
  at,
  actor_kind: actor.kind,
  actor_id: actor.id,
  acting_role: acting?.role.lv ?? null,
  acting_organisation: acting?.organisation.lv ?? null,
  action,
  outcome,
  reason,
  subjects: [...new Set(subjects)],
  facts,
  request_id: requestId,
});
