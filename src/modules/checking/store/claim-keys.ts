import { z } from 'zod';
import type { ClaimKey } from '#platform/documents/browser.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const KeyRow = z.object({ kid: z.string(), x: z.string(), y: z.string() });

/** Every key that ever signed a claim: paper outlives keys. */
export const listClaimKeys = (tx: Read): Promise<ClaimKey[]> => tx.all(KeyRow, sql`select kid, x, y from checking.claim_key order by made_at`);

const SecretRow = z.object({ kid: z.string(), secret: z.instanceof(Buffer) });

/** The newest key with its encrypted secret half. */
export const newestClaimKey = (tx: Read): Promise<z.infer<typeof SecretRow> | undefined> => tx.first(SecretRow, sql`select kid, secret from checking.claim_key order by made_at desc limit 1`);

export const insertClaimKey = (tx: Write, key: ClaimKey & { readonly secret: Buffer }, now: Date): Promise<void> => tx.insert('checking.claim_key', { ...key, madeAt: now });
