import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const UserRow = z.object({ id: z.string(), login: z.string(), unitId: z.number().nullable(), institutionId: z.string().nullable() });

/** The users of the demonstration by their logins, with where they work. */
export const findDemoUsers = async (tx: Read, logins: readonly string[]): Promise<Map<string, z.infer<typeof UserRow>>> =>
  new Map((await tx.all(UserRow, sql`select id, login, unit_id, institution_id from access.app_user where login = any(${[...logins]}) and made_up`)).map((user) => [user.login, user]));
