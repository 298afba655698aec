import type { Text } from '#kernel/text.js';
import type { Actor } from '../actions/actor.js';
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
export async function writeAudit(tx: Write, entry: AuditEntry): Promise<void> {
  const { actor, acting } = entry;
  await tx.run(sql`
    with written as (
      insert into audit.entry (at, actor_kind, actor_id, acting_role, acting_organisation, action, outcome, reason, subjects, facts, request_id)
      values (${entry.at}, ${actor.kind}, ${actor.id}, ${acting?.role.lv ?? null}, ${acting?.organisation.lv ?? null}, ${entry.action},
        ${entry.outcome}, ${entry.reason}, ${[...new Set(entry.subjects)]}::uuid[], ${JSON.stringify(entry.facts)}::jsonb, ${entry.requestId})
      returning id, at, subjects
    )
    insert into audit.about (person_id, at, entry_id) select unnest(subjects), at, id from written`);
}
