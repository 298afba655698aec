import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

export interface NewPendingProof {
  readonly id: string;
  /** What it is for; a proof begun for one thing is good for nothing else. */
  readonly purpose: string;
  readonly userId: string | null;
  readonly state: Buffer;
  readonly expiresAt: Date;
}

export const insertPendingProof = (tx: Write, proof: NewPendingProof, now: Date): Promise<void> => tx.insert('authentication.pending_proof', { ...proof, beganAt: now });

/** Remembers what is used from the beginning on; 0 when it was remembered before. */
export const insertUsedProof = (tx: Write, id: string, purpose: string, expiresAt: Date, now: Date): Promise<number> =>
  tx.run(sql`insert into authentication.pending_proof (id, purpose, state, began_at, expires_at, used_at) values (${id}, ${purpose}, ''::bytea, ${now}, ${expiresAt}, ${now}) on conflict do nothing`);

const PendingRow = z.object({ state: z.instanceof(Buffer), userId: z.string().nullable(), beganAt: z.date() });
export type PendingProof = z.infer<typeof PendingRow>;

const isOpen = (id: string, purpose: string, now: Date) => sql`id = ${id} and purpose = ${purpose} and used_at is null and expires_at > ${now}`;

export const findPendingProof = (tx: Read, id: string, purpose: string, now: Date): Promise<PendingProof | undefined> =>
  tx.first(PendingRow, sql`select state, user_id, began_at from authentication.pending_proof where ${isOpen(id, purpose, now)}`);

/** The same, held until the transaction ends. */
export const lockPendingProof = (tx: Write, id: string, purpose: string, now: Date): Promise<PendingProof | undefined> =>
  tx.first(PendingRow, sql`select state, user_id, began_at from authentication.pending_proof where ${isOpen(id, purpose, now)} for update`);

export const setPendingState = (tx: Write, id: string, state: Buffer): Promise<number> => tx.run(sql`update authentication.pending_proof set state = ${state} where id = ${id}`);

/** Takes a proof under way, once: whoever comes second finds nothing. */
export const takePendingProof = (tx: Write, id: string, purpose: string, now: Date): Promise<PendingProof | undefined> =>
  tx.first(PendingRow, sql`update authentication.pending_proof set used_at = ${now} where ${isOpen(id, purpose, now)} returning state, user_id, began_at`);

export const deletePendingProofsBefore = (tx: Write, day: Date): Promise<number> => tx.run(sql`delete from authentication.pending_proof where expires_at < ${day}`);
