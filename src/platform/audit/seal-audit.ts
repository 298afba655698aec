import { z } from 'zod';
import type { Database } from '../db/database.js';
import { sql } from '../db/sql.js';
import { job } from '../jobs/job.js';

const AT_ONCE = 10_000;

/** Links every entry that can no longer be overtaken into the hash chain, and tells how many there were. */
export async function sealAudit(database: Database): Promise<number> {
  for (let total = 0; ; ) {
    const sealed = await database.transaction((tx) => tx.first(z.object({ sealed: z.number() }), sql`select audit.seal(${AT_ONCE}) as sealed`));
    if (!sealed?.sealed) return total;
    total += sealed.sealed;
  }
}

export const sealAuditEveryMinute = job({
  name: 'platform.seal-audit',
  input: z.object({}),
  schedule: '* * * * *',
  retries: 0,
  run: async ({ platform }) => void (await sealAudit(platform.database)),
});
