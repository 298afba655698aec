import type { IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import { listAppliedSuccessionsAround, listReforms } from '../store/reforms.js';
import { listAllUnits, listVersions } from '../store/units.js';
import { getReformInMotion } from './reform-in-motion.js';

/** From which day a body is no more, and who succeeds it, by name. */
export interface UnitEnd {
  readonly from: IsoDate;
  readonly successors: readonly string[];
}

/** The end of a body that has ceased, or will by a reform that is prepared; undefined while none is known. */
export async function findUnitEnd(tx: Read, unitId: number): Promise<UnitEnd | undefined> {
  const last = (await listVersions(tx, unitId)).at(-1);
  if (!last) return undefined;
  if (last.validTo) {
    const to = (await listAppliedSuccessionsAround(tx, last.atvk)).filter((one) => one.fromAtvk === last.atvk && one.effective === last.validTo).map((one) => one.toAtvk);
    return { from: last.validTo, successors: (await listAllUnits(tx)).filter(({ atvk }) => to.includes(atvk)).map(({ name }) => name) };
  }
  for (const { id, state } of (await listReforms(tx)).toReversed()) {
    if (state !== 'prepared') continue;
    const { effective, moves } = await getReformInMotion(tx, id);
    const away = moves.filter((move) => move.from.unitId === unitId && !move.continues);
    if (away.length > 0) return { from: effective, successors: away.map(({ to }) => to.name) };
  }
  return undefined;
}
