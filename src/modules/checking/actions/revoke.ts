import { dayInRiga } from '#kernel/clock.js';
import type { WriteContext } from '#platform/actions/action.js';
import { claimMark } from '#platform/documents/public.js';
import { insertRevoked } from '../store/revoked.js';
import { claimOf, type ToClaim } from './claims.js';

/** A document of this system that is revoked now: the hash of the signed file inside, and what printed copies claim of it. */
export interface ToRevoke {
  readonly fileSha256: string;
  readonly claim: ToClaim;
}

/** Tells whoever checks these documents that they are revoked; only hashes are kept. The caller revokes and logs in its own action. */
export async function tellOfRevoked({ tx, now }: Pick<WriteContext, 'tx' | 'now'>, documents: readonly ToRevoke[]): Promise<void> {
  for (const { fileSha256, claim } of documents) await insertRevoked(tx, { file: fileSha256, claim: await claimMark(await claimOf(claim)), on: dayInRiga(now) }, now);
}
