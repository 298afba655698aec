import { z } from 'zod';
import { sql } from '../db/sql.js';
import { job } from '../jobs/job.js';

/**
 * Every night: tables kept by month (`[by month]` in their comment) get the partitions of this month and the next two. Each in
 * a transaction of its own, so that no two tables are locked at once; a table that is being read for long is left to a retry.
 */
export const makeComingMonths = job({
  name: 'platform.make-coming-months',
  input: z.object({}),
  schedule: '40 2 * * *',
  async run({ platform: { database } }) {
    const tables = await database.primary.all(
      z.object({ name: z.string() }),
      sql`select oid::regclass::text as name from pg_class where relkind = 'p' and obj_description(oid, 'pg_class') like '%[by month]%' order by 1`,
    );
    for (const { name } of tables) await database.autocommit.run(sql`select platform.make_coming_months(${name}::regclass)`);
  },
});
