import { dayInRiga } from '#kernel/clock.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Database } from '#platform/db/database.js';
import type { Log } from '#platform/log/log.js';
import type { Cause } from './domain/journal.js';
import { addCalls, addRefusedCalls } from './store/journal-calls.js';

const GATHER_MS = 1_000;

interface Count<Of> {
  readonly of: Of;
  calls: number;
  lastAt: string;
}

/** Counts what machines call: gathered in memory, written in groups, so that a call waits for nothing. What a killed process had gathered is lost. */
export function callCounter(database: Database, log: Log) {
  let calls = new Map<string, Count<{ userId: string; path: string; day: IsoDate }>>();
  let refused = new Map<string, Count<{ userId: string; institutionId: string; cause: Cause; day: IsoDate }>>();
  let timer: NodeJS.Timeout | undefined;

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const gathered = rowsOf(calls);
    const turnedAway = rowsOf(refused);
    calls = new Map();
    refused = new Map();
    if (gathered.length + turnedAway.length === 0) return;
    await database
      .transaction(async (tx) => {
        await addCalls(tx, gathered);
        await addRefusedCalls(tx, turnedAway);
      })
      .catch((error: unknown) => log.error('counting calls of e-journals failed', error));
  }

  function add<Of>(to: Map<string, Count<Of>>, of: Of, at: Date): void {
    const key = JSON.stringify(of);
    const count = to.get(key) ?? { of, calls: 0, lastAt: '' };
    count.calls += 1;
    count.lastAt = at.toISOString();
    to.set(key, count);
    timer ??= setTimeout(() => void write(), GATHER_MS).unref();
  }

  return {
    called: (userId: string, path: string, at: Date) => add(calls, { userId, path, day: dayInRiga(at) }, at),
    refused: (userId: string, institutionId: string, cause: Cause, at: Date) => add(refused, { userId, institutionId, cause, day: dayInRiga(at) }, at),
    write,
  };
}

const rowsOf = <Of>(counts: Map<string, Count<Of>>) => [...counts.values()].map(({ of, calls, lastAt }) => ({ ...of, calls, lastAt }));
