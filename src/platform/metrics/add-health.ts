import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Platform } from '../actions/perform.js';
import type { Database } from '../db/database.js';
import { sql } from '../db/sql.js';
import { keepsUp } from '../db/standby.js';

const UNCOUNTED = { schema: { hide: true }, config: { rateLimit: false } } as const;

/** `/health`: this process answers. `/ready`: it can also do its work; 503 with what is missing where it cannot. */
export function addHealth(server: FastifyInstance, { database }: Platform, dbFolder: string): void {
  server.get('/health', UNCOUNTED, (_, reply) => reply.send({ status: 'ok' }));
  server.get('/ready', UNCOUNTED, async (_, reply) => {
    const checks = await readinessOf(database, dbFolder);
    const ready = Object.values(checks).every((check) => check === 'ok');
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'not-ready', checks });
  });
}

type Check = 'ok' | 'unreachable' | 'outdated';

export interface Readiness {
  readonly database: Check;
  readonly migrations: Check;
  readonly queue: Check;
  /** Only where reading goes to one. */
  readonly standby?: Check;
}

/** Whether the database answers, has every migration this program was built with, and holds the job queue; and whether the standby answers and is not far behind. */
async function readinessOf({ primary: tx, standby }: Pick<Database, 'primary' | 'standby'>, dbFolder: string): Promise<Readiness> {
  return {
    database: await check(async () => (await tx.first(z.object({ one: z.number() }), sql`select 1 as one`)) !== undefined),
    migrations: await check(async () => {
      const applied = new Set((await tx.all(z.object({ name: z.string() }), sql`select name from platform.migration`)).map(({ name }) => name));
      return (await readdir(join(dbFolder, 'migrations'))).filter((name) => name.endsWith('.sql')).every((name) => applied.has(name));
    }),
    queue: await check(async () => (await tx.first(z.object({ version: z.number() }), sql`select version from pgboss.version`)) !== undefined),
    ...(standby && { standby: await check(() => keepsUp(tx, standby)) }),
  };
}

const check = (holds: () => Promise<boolean>): Promise<Check> =>
  holds().then(
    (yes) => (yes ? 'ok' : 'outdated'),
    () => 'unreachable',
  );
