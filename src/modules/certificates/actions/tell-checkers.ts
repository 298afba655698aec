import { tellOfRevoked } from '#modules/checking/public.js';
import type { WriteContext } from '#platform/actions/action.js';
import { claimedOf } from '../domain/paper.js';
import { listRevokedPages } from '../store/paper.js';

/** Whoever checks a file or a printed copy of these certificates learns from now on that they are revoked. */
export async function tellCheckers({ tx, now }: Pick<WriteContext, 'tx' | 'now'>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tellOfRevoked({ tx, now }, (await listRevokedPages(tx, ids)).map((one) => ({ fileSha256: one.pdfSha256, claim: claimedOf(one) })));
}
