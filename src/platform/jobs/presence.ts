import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { ownClient } from '../db/own-client.js';

/** Any number that nothing else locks. */
const WORKING = 7_420_011;
const AGAIN_MS = 1_000;

export interface Presence {
  /** To be told last, when nothing is under way any more. */
  leave(): Promise<void>;
}

/**
 * Says on this database that a worker lives, until its process ends, however it ends: a lock goes with its connection. Where no other
 * worker lives, `takeUp` runs before: whatever is still in somebody's hands is in those of a dead one. As locks of transactions they
 * hold behind a pooler that lends a server for one transaction, too.
 */
export async function enterWork(url: string, takeUp: () => Promise<void>): Promise<Presence> {
  const first = await began(url);
  try {
    const { rows } = await first.query<{ alone: boolean }>('select pg_try_advisory_xact_lock($1) as alone', [WORKING]);
    if (rows[0]!.alone) await takeUp();
  } finally {
    await first.end();
  }
  let hasLeft = false;
  let present = await stay();
  return {
    async leave() {
      hasLeft = true;
      await present.end();
    },
  };

  async function stay(): Promise<pg.Client> {
    const client = await began(url);
    await client.query('select pg_advisory_xact_lock_shared($1)', [WORKING]);
    client.once('end', () => void comeBack());
    return client;
  }

  /** The server was started anew, or dropped us: whoever lives must be seen to. */
  async function comeBack() {
    while (!hasLeft) {
      const client = await stay().catch(() => undefined);
      if (client) present = client;
      if (client && hasLeft) await client.end();
      if (client) return;
      await sleep(AGAIN_MS);
    }
  }
}

async function began(url: string): Promise<pg.Client> {
  const client = ownClient({ connectionString: url, application_name: 'vienkopus works' });
  await client.connect();
  await client.query('begin');
  await client.query('set local idle_in_transaction_session_timeout = 0');
  return client;
}
