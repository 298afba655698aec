import { z } from 'zod';
import type { Installation } from '#platform/actions/installation.js';
import type { Database } from '#platform/db/database.js';
import { sql } from '#platform/db/sql.js';

/** Under which the database remembers by which secret it was sealed. */
const KEY = 'secret.mark';

/**
 * Another secret than the one that a database was begun with opens nothing that is sealed in it: whoever needs it would meet a fault, and
 * what is sealed from then on would be lost to the processes that still have the former. What is kept is derived and opens nothing.
 * @throws Error with what to do
 */
export async function refuseOtherSecret({ primary, autocommit }: Database, { keyFor }: Installation, named: string): Promise<void> {
  const mark = keyFor('mark of the secret').toString('hex');
  await autocommit.run(sql`insert into platform.setting (key, value) values (${KEY}, to_jsonb(${mark}::text)) on conflict do nothing`);
  const kept = await primary.first(z.object({ mark: z.string() }), sql`select value #>> '{}' as mark from platform.setting where key = ${KEY}`);
  if (kept?.mark !== mark) throw new Error(`${named}: this database was sealed with another secret, and nothing of that could be opened. Put the former one back (all processes on one database have one SESSION_SECRET); if it is lost, or is to be changed, see “Another secret” in docs/guides/backup.md`);
}
