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
/** So long a group gathers behind the one that is being written; then it goes too, and PostgreSQL lets both wait for the disk together. */
const PATIENCE_MS = 3;
/** So many groups are under way at most: where the machine is busy, larger groups help more than further ones. */
const MOST_LANES = 2;

/**
 * Logs looks in groups: while one statement is being written, those who look meanwhile gather for the next, so that many lookers share one wait for
 * the disk. Where that takes long the next group does not stand behind it. Nobody is answered before their own entry is written.
 */
export function logOfLooks(write: Write): LogLook {
  const waiting: Waiting[] = [];
  let lanes = 0;
  let patience: NodeJS.Timeout | undefined;

  async function writeWaiting(): Promise<void> {
    lanes += 1;
    for (let group = waiting.splice(0, MOST_AT_ONCE); group.length > 0; group = waiting.splice(0, MOST_AT_ONCE)) await writeGroup(write, group);
    lanes -= 1;
  }

  function openLane(): void {
    patience = undefined;
    if (waiting.length > 0 && lanes < MOST_LANES) void writeWaiting();
  }

  return (entry) =>
    new Promise<void>((done, failed) => {
      waiting.push({ entry, done, failed });
      if (lanes === 0) void writeWaiting();
      else patience ??= setTimeout(openLane, PATIENCE_MS);
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
