import type { Actor } from '#platform/actions/actor.js';
import type { Read } from '#platform/db/transaction.js';
import { findPersonOf } from '../store/users.js';

/** As whom an actor works: also where only an administrator has named the person. Cuts rights to what is theirs at work, and opens nobody's own data. */
export const workingPersonId = async (tx: Read, { kind, id, personId }: Actor): Promise<string | null> =>
  personId ?? (kind === 'user' && id !== null ? findPersonOf(tx, id) : null);
