import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';

export interface NewConfirmation {
  readonly userId: string;
  readonly personId: string;
  readonly method: string;
  readonly level: 'substantial' | 'high';
  /** Certificate serial, hash of the document, the provider's answer: encrypted. */
  readonly evidence: Buffer;
}

/** Records that an account belongs to its person; a later proof takes the place of the earlier. */
export const setConfirmation = (tx: Write, { userId, personId, method, level, evidence }: NewConfirmation, now: Date): Promise<number> =>
  tx.run(sql`insert into authentication.confirmation (user_id, person_id, method, level, confirmed_at, evidence)
    values (${userId}, ${personId}, ${method}, ${level}, ${now}, ${evidence})
    on conflict (user_id) do update set person_id = excluded.person_id, method = excluded.method, level = excluded.level, confirmed_at = excluded.confirmed_at, evidence = excluded.evidence`);
