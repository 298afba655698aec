import { z } from 'zod';
import { sharedWrite, sharing } from '#platform/db/sharing.js';
import { listOf, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

export interface NewPendingProof {
  readonly id: string;
  /** What it is for; a proof begun for one thing is good for nothing else. */
  readonly purpose: string;
  readonly userId: string | null;
  readonly state: Buffer;
  readonly expiresAt: Date;
}

const insertProofs = sharedWrite((tx, proofs: readonly (NewPendingProof & { readonly beganAt: Date })[]) =>
  tx.run(sql`insert into authentication.pending_proof (id, purpose, user_id, state, began_at, expires_at)
    select p.id, p.purpose, p.user_id, decode(p.state, 'hex'), p.began_at, p.expires_at
    from jsonb_to_recordset(${JSON.stringify(proofs.map(({ id, purpose, userId, state, beganAt, expiresAt }) => ({ id, purpose, user_id: userId, state: state.toString('hex'), began_at: beganAt, expires_at: expiresAt })))}::jsonb)
      as p(id text, purpose text, user_id uuid, state text, began_at timestamptz, expires_at timestamptz)`),
);

export const insertPendingProof = (tx: Write, proof: NewPendingProof, now: Date): Promise<void> => insertProofs(tx, { ...proof, beganAt: now });

/** Remembers what is used from the beginning on; 0 when it was remembered before. */
export const insertUsedProof = (tx: Write, id: string, purpose: string, expiresAt: Date, now: Date): Promise<number> =>
  tx.run(sql`insert into authentication.pending_proof (id, purpose, state, began_at, expires_at, used_at) values (${id}, ${purpose}, ''::bytea, ${now}, ${expiresAt}, ${now}) on conflict do nothing`);

const PendingRow = z.object({ state: z.instanceof(Buffer), userId: z.string().nullable(), beganAt: z.date() });
export type PendingProof = z.infer<typeof PendingRow>;
const TakenRow = PendingRow.extend({ id: z.string(), purpose: z.string() });

const isOpen = (id: string, purpose: string, now: Date) => sql`id = ${id} and purpose = ${purpose} and used_at is null and expires_at > ${now}`;

export const findPendingProof = (tx: Read, id: string, purpose: string, now: Date): Promise<PendingProof | undefined> =>
  tx.first(PendingRow, sql`select state, user_id, began_at from authentication.pending_proof where ${isOpen(id, purpose, now)}`);

/** The same, held until the transaction ends. */
export const lockPendingProof = (tx: Write, id: string, purpose: string, now: Date): Promise<PendingProof | undefined> =>
  tx.first(PendingRow, sql`select state, user_id, began_at from authentication.pending_proof where ${isOpen(id, purpose, now)} for update`);

export const setPendingState = (tx: Write, id: string, state: Buffer): Promise<number> => tx.run(sql`update authentication.pending_proof set state = ${state} where id = ${id}`);

/** Takes a proof under way, once: whoever comes second finds nothing. */
export const takePendingProof = (tx: Write, id: string, purpose: string, now: Date): Promise<PendingProof | undefined> => takeProof(tx, { id, purpose, now });

const takeProof = sharing(async (tx: Write, asked: readonly { readonly id: string; readonly purpose: string; readonly now: Date }[]) => {
  const taken = await tx.all(
    TakenRow,
    sql`update authentication.pending_proof p set used_at = a.now
      from unnest(${listOf(asked.map(({ id }) => id), 'text')}, ${listOf(asked.map(({ purpose }) => purpose), 'text')}, ${listOf(asked.map(({ now }) => now), 'timestamptz')}) as a(id, purpose, now)
      where p.id = a.id and p.purpose = a.purpose and p.used_at is null and p.expires_at > a.now returning p.id, p.purpose, p.state, p.user_id, p.began_at`,
  );
  const found = new Map(taken.map((one) => [`${one.id} ${one.purpose}`, one]));
  return asked.map(({ id, purpose }): PendingProof | undefined => {
    const one = found.get(`${id} ${purpose}`);
    // Whoever asks for the same beside is second all the same.
    found.delete(`${id} ${purpose}`);
    return one;
  });
});

const LeftRow = PendingRow.pick({ state: true, userId: true }).extend({ id: z.string() });

/** Proofs of a purpose that nobody came back for, begun between two instants. */
export const listLeftProofs = (tx: Read, purpose: string, from: Date, until: Date): Promise<z.infer<typeof LeftRow>[]> =>
  tx.all(LeftRow, sql`select id, state, user_id from authentication.pending_proof where expires_at >= ${from} and purpose = ${purpose} and used_at is null and began_at >= ${from} and began_at < ${until} order by began_at, id`);

/** Closes a proof that nobody came back for; 0 where somebody just did. */
export const closeLeftProof = (tx: Write, id: string, now: Date): Promise<number> => tx.run(sql`update authentication.pending_proof set used_at = ${now} where id = ${id} and used_at is null`);

export const deletePendingProofsBefore = (tx: Write, day: Date): Promise<number> => tx.run(sql`delete from authentication.pending_proof where expires_at < ${day}`);
