import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const GeneratorRow = z.object({ secret: z.instanceof(Buffer), confirmedAt: z.date().nullable(), lastStep: z.number().nullable() });

/** The generator of a user's one-time codes, confirmed or waiting for its first code. */
export const findGenerator = (tx: Read, userId: string): Promise<z.infer<typeof GeneratorRow> | undefined> =>
  tx.first(GeneratorRow, sql`select secret, confirmed_at, last_step from authentication.code_generator where user_id = ${userId}`);

/** The same, held until the transaction ends, so that one code is taken once. */
export const lockGenerator = (tx: Write, userId: string): Promise<z.infer<typeof GeneratorRow> | undefined> =>
  tx.first(GeneratorRow, sql`select secret, confirmed_at, last_step from authentication.code_generator where user_id = ${userId} for update`);

/** A secret that waits to be confirmed by a first code; one already confirmed is not replaced. */
export const proposeGenerator = (tx: Write, userId: string, secret: Buffer): Promise<number> =>
  tx.run(sql`insert into authentication.code_generator as g (user_id, secret) values (${userId}, ${secret})
    on conflict (user_id) do update set secret = excluded.secret, last_step = null where g.confirmed_at is null`);

export const confirmGenerator = (tx: Write, userId: string, step: number, now: Date): Promise<number> =>
  tx.run(sql`update authentication.code_generator set confirmed_at = ${now}, last_step = ${step} where user_id = ${userId} and confirmed_at is null`);

/** Marks a code's step as used; false when it, or a later one, already was. */
export const useStep = async (tx: Write, userId: string, step: number): Promise<boolean> =>
  (await tx.run(sql`update authentication.code_generator set last_step = ${step} where user_id = ${userId} and coalesce(last_step, 0) < ${step}`)) === 1;

/** Takes the generator away: its owner turned it off, or an administrator has made sure who asks. */
export const deleteGenerator = (tx: Write, userId: string): Promise<number> => tx.run(sql`delete from authentication.code_generator where user_id = ${userId}`);
