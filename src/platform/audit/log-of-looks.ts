import { gathering } from '../db/gathering.js';
import type { Write } from '../db/transaction.js';
import { type AuditEntry, writeEntries } from './write-audit.js';

/** Logs a look; done when the entry is safely on disk. */
export type LogLook = (entry: AuditEntry) => Promise<void>;

/** So long a group gathers behind the one that is being written; then it goes too, and PostgreSQL lets both wait for the disk together. */
const PATIENCE_MS = 3;
/** So many groups are under way at most: where the machine is busy, larger groups help more than further ones. */
const MOST_LANES = 2;

/**
 * Logs looks in groups: while one statement is being written, those who look meanwhile gather for the next, so that many lookers share one wait for
 * the disk. Where that takes long the next group does not stand behind it. Nobody is answered before their own entry is written.
 */
export const logOfLooks = (write: Write): LogLook =>
  gathering(
    async (entries: readonly AuditEntry[]) => {
      await writeEntries(write, entries);
      return entries.map(() => undefined);
    },
    { mostAtOnce: 500, lanes: MOST_LANES, patienceMs: PATIENCE_MS },
  );
