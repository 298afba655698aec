import { InvalidInput, NotFound } from '#kernel/errors.js';
import { addDays } from '#kernel/iso-date.js';
import type { Write } from '#platform/db/transaction.js';
import { checkReform } from '../domain/reform-check.js';
import { unitsOn } from '../domain/unit.js';
import { insertParts } from '../store/map-changes.js';
import { insertSuccessions, listReformUnits, listSuccessionsOfReform, type NewSuccession, supersedeSuccessions } from '../store/reforms.js';
import { listAllUnits } from '../store/units.js';
import { recomputeLineage } from './recompute-lineage.js';
import { getReform } from './reform-in-motion.js';

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
 * @throws InvalidInput where the reform with the correction would be wrong (no successor, a circle, an unknown unit).
 */
export async function correctSuccessions(tx: Write, correction: CorrectedSuccession, by: string, now: Date): Promise<void> {
  const { reformId, fromAtvk, reason } = correction;
  const right = correction.successions.map((one) => ({ from: fromAtvk, ...one }));
  const believed = await listSuccessionsOfReform(tx, reformId);
  const wrong = believed.filter((one) => one.fromAtvk === fromAtvk);
  if (wrong.length === 0) throw new NotFound('no-such-succession', { lv: 'Šajā reformā šādas vienības nav.', en: 'There is no such unit in this reform.' });
  const others = believed.filter((one) => one.fromAtvk !== fromAtvk).map(({ fromAtvk: from, toAtvk: to, extent, parts }) => ({ from, to, extent, parts }));
  await refuseWrongReform(tx, reformId, [...others, ...right]);
  await supersedeSuccessions(tx, wrong.map((one) => one.id), now);
  await insertSuccessions(tx, reformId, right, by, now, reason);
  await insertParts(tx, right.flatMap((one) => one.parts.flatMap((name) => [{ atvk: fromAtvk, name }, { atvk: one.to, name }])));
  await recomputeLineage(tx);
}

async function refuseWrongReform(tx: Write, reformId: string, successions: readonly NewSuccession[]) {
  const { effective, legalBasis } = await getReform(tx, reformId);
  const newVersions = (await listReformUnits(tx, reformId)).map((unit) => ({ ...unit, unitId: 0, validFrom: effective, validTo: null }));
  const eve = unitsOn(await listAllUnits(tx), addDays(effective, -1));
  const findings = checkReform({ effective, legalBasis, newVersions, successions: successions.map((one) => ({ ...one, effective })) }, eve);
  if (findings.length > 0) throw new InvalidInput(findings.map(({ text }) => ({ field: 'successions', message: text })));
}
