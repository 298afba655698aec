import type pg from 'pg';
import { z } from 'zod';
import type { Database } from '#platform/db/database.js';
import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';

/** Does a piece of loading once: its mark is written in its own transaction, so a killed start goes on where it was. */
export async function once(database: Database, name: string, work: (tx: Write) => Promise<void>): Promise<void> {
  const key = `data.${name}`;
  if (await isMarked(database, key)) return;
  await database.transaction(async (tx) => {
    await work(tx);
    await mark(tx, key);
  });
}

/** The same for work on a connection of its own: `finish` writes the mark there, in the transaction of the work. */
export async function onceOutside(database: Database, name: string, work: (finish: (client: pg.ClientBase) => Promise<unknown>) => Promise<void>): Promise<void> {
  const key = `data.${name}`;
  if (await isMarked(database, key)) return;
  await work((client) => client.query(`insert into platform.setting (key, value) values ($1, 'true'::jsonb)`, [key]));
}

/** Whether a piece was loaded. */
export const isDone = (database: Database, name: string): Promise<boolean> => isMarked(database, `data.${name}`);

const isMarked = async (database: Database, key: string) =>
  (await database.primary.first(z.object({ key: z.string() }), sql`select key from platform.setting where key = ${key}`)) !== undefined;

const mark = (tx: Write, key: string) => tx.run(sql`insert into platform.setting (key, value) values (${key}, 'true'::jsonb) on conflict do nothing`);
