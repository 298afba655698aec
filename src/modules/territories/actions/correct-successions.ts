import { NotFound } from '#kernel/errors.js';
import type { Write } from '#platform/db/transaction.js';
import { insertSuccessions, listSuccessionsOfReform, type NewSuccession, supersedeSuccessions } from '../store/reforms.js';
import { insertParts } from '../store/map-changes.js';
import { recomputeLineage } from './recompute-lineage.js';

export interface CorrectedSuccession {
  readonly reformId: string;
  /** The old unit whose successions were recorded wrongly. */
  readonly fromAtvk: string;
  /** What is right: all of its successions anew. */
  readonly successions: readonly Omit<NewSuccession, 'from'>[];
  readonly reason: string;
}

/**
 * Puts right what became of one old unit, in the caller's transaction: the old rows stay as what was believed before, new
 * rows carry the reason, and every register and report resolves places by the new ones from now on.
 */
export async function correctSuccessions(tx: Write, correction: CorrectedSuccession, by: string, now: Date): Promise<void> {
  const { reformId, fromAtvk, successions, reason } = correction;
  const wrong = (await listSuccessionsOfReform(tx, reformId)).filter((one) => one.fromAtvk === fromAtvk);
  if (wrong.length === 0) throw new NotFound('no-such-succession', { lv: 'Šajā reformā šādas vienības nav.', en: 'There is no such unit in this reform.' });
  await supersedeSuccessions(tx, wrong.map((one) => one.id), now);
  await insertSuccessions(tx, reformId, successions.map((one) => ({ from: fromAtvk, ...one })), by, now, reason);
  await insertParts(tx, successions.flatMap((one) => one.parts.flatMap((name) => [{ atvk: fromAtvk, name }, { atvk: one.to, name }])));
  await recomputeLineage(tx);
}
