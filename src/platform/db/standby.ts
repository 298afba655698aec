import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Database } from './database.js';
import { sql } from './sql.js';
import type { Read } from './transaction.js';

/** So far a standby may be behind: for so long whoever changed something reads from the writing server; a program whose standby is further behind is not ready. */
export const SPARED_SECONDS = 60;

/** Which server writes, and how much it has written. A number of the write-ahead log goes up with everything that is written. */
const Position = z.object({ server: z.string(), written: z.string() });
type Position = z.infer<typeof Position>;

const positionOf = async (primary: Read): Promise<Position> =>
  (await primary.first(Position, sql`select pg_postmaster_start_time()::text as server, pg_current_wal_lsn()::text as written`))!;

/** A server that is asked in place of a standby and is the writing one itself shows everything. */
const shows = ({ server, written }: Position) => sql`(pg_postmaster_start_time()::text = ${server} or coalesce(pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${written}::pg_lsn, false))`;

const Yes = z.object({ yes: z.boolean() });

/** Whether what the standby shows is no older than is spared. One that nothing comes to from its server any more grows old. */
export async function keepsUp(primary: Read, standby: Read): Promise<boolean> {
  const position = await positionOf(primary);
  const young = sql`coalesce(pg_is_in_recovery() and pg_last_xact_replay_timestamp() > clock_timestamp() - make_interval(secs => ${SPARED_SECONDS}), false)`;
  return (await standby.first(Yes, sql`select ${shows(position)} or ${young} as yes`))!.yes;
}

/** Waits until the standby, where there is one, shows all that is written by now; false when it does not within the seconds, or does not answer. */
export async function comesAfter({ primary, standby }: Pick<Database, 'primary' | 'standby'>, seconds = SPARED_SECONDS): Promise<boolean> {
  if (!standby) return true;
  const position = await positionOf(primary);
  for (const end = performance.now() + seconds * 1_000; ; await sleep(100)) {
    const found = await standby.first(Yes, sql`select ${shows(position)} as yes`).catch(() => undefined);
    if (found?.yes) return true;
    if (!found || performance.now() > end) return false;
  }
}
