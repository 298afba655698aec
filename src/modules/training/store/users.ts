import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const UserRow = z.object({ id: z.string(), email: z.string() });

/** An active user by login, to be asked to try a draft. */
export const findActiveUser = (tx: Read, login: string): Promise<z.infer<typeof UserRow> | undefined> =>
  tx.first(UserRow, sql`select id, email from access.app_user where login = lower(${login}) and state = 'active'`);
