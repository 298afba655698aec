import type { Write } from '../db/transaction.js';
import { type AuditEntry, writeEntries } from './write-audit.js';

/** Logs a look; done when the entry is safely on disk. */
export type LogLook = (entry: AuditEntry) => Promise<void>;

interface Waiting {
  readonly entry: AuditEntry;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const MOST_AT_ONCE = 500;

/**
 * Logs looks in groups: while one statement waits for the disk, those who look meanwhile gather for the next, so that many
 * lookers share one wait. Nobody is answered before their own entry is written.
 */
export function logOfLooks(write: Write): LogLook {
  const waiting: Waiting[] = [];
  let writing = false;

  async function writeAll(): Promise<void> {
    writing = true;
    while (waiting.length > 0) await writeGroup(write, waiting.splice(0, MOST_AT_ONCE));
    writing = false;
  }

  return (entry) =>
    new Promise<void>((done, failed) => {
      waiting.push({ entry, done, failed });
      if (!writing) void writeAll();
    });
}

/** One entry that cannot be written must not keep the others from being written. */
async function writeGroup(write: Write, group: readonly Waiting[]): Promise<void> {
  try {
    await writeEntries(write, group.map(({ entry }) => entry));
    for (const { done } of group) done();
  } catch (error) {
    if (group.length === 1) return group[0]!.failed(error);
    for (const one of group) await writeGroup(write, [one]);
  }
}
