import { Conflict } from '#kernel/errors.js';
import type { Write } from '#platform/db/transaction.js';
import type { TerritorialReform } from '../domain/reform.js';
import { closeVersions, insertParts, openVersion } from '../store/map-changes.js';
import { listReformUnits, listSuccessionsOfReform, lockReform, setReformState } from '../store/reforms.js';
import { getReformInMotion } from './reform-in-motion.js';
import { recomputeLineage } from './recompute-lineage.js';

/**
 * Draws the new edition of the map in the caller's transaction: old versions end, new ones begin (of the same body where it
 * continues), successions become history. Gives the reform with every body's id.
 * @throws Conflict when it has been applied or cancelled already.
 */
export async function applyReformToMap(tx: Write, id: string, now: Date): Promise<TerritorialReform> {
  const row = await lockReform(tx, id);
  if (!row || row.state === 'applied' || row.state === 'cancelled') {
    throw new Conflict('reform-not-open', { lv: 'Šī reforma jau ir īstenota vai atcelta.', en: 'This reform has already been applied or cancelled.' });
  }
  const before = await getReformInMotion(tx, id);
  await closeVersions(tx, [...new Set(before.moves.map((move) => move.from.atvk))], row.effective);
  for (const unit of await listReformUnits(tx, id)) {
    const known = before.moves.find((move) => move.to.atvk === unit.atvk && move.to.unitId !== null);
    await openVersion(tx, unit, known?.to.unitId ?? null, row.effective);
  }
  await nameParts(tx, id);
  await setReformState(tx, id, 'applied', now);
  await recomputeLineage(tx);
  return bodiesOf(tx, id, before);
}

/** A split is where parishes become known: of the old unit as of its successors. */
async function nameParts(tx: Write, id: string) {
  const split = (await listSuccessionsOfReform(tx, id)).filter((one) => one.extent === 'part');
  await insertParts(tx, split.flatMap((one) => one.parts.flatMap((name) => [{ atvk: one.fromAtvk, name }, { atvk: one.toAtvk, name }])));
}

/** The moves as they were on the eve, with the bodies that have begun since. */
async function bodiesOf(tx: Write, id: string, before: TerritorialReform): Promise<TerritorialReform> {
  const after = await getReformInMotion(tx, id);
  const bodies = new Map(after.moves.map((move) => [move.to.atvk, move.to.unitId]));
  return { ...before, moves: before.moves.map((move) => ({ ...move, to: { ...move.to, unitId: bodies.get(move.to.atvk) ?? move.to.unitId } })) };
}
