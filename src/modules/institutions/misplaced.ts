import type { CorrectionInMotion, ReformChange } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import { ACTUAL_FOUNDER, founderChanges, misplacedFounders } from './domain/reform-changes.js';
import { listFounded, listMoved } from './store/reform.js';

/** Institutions that the reform handed over, or left, by a succession that was wrong; each is put right in its own history. */
export async function misplacedInstitutions(tx: Read, correction: CorrectionInMotion, happened: readonly ReformChange[]): Promise<ReformChange[]> {
  const handedOver = happened.filter(({ kind, effect }) => kind === ACTUAL_FOUNDER && effect === 'changes').map(({ key }) => key);
  const { effective, moves } = correction;
  const left = founderChanges(correction, await listFounded(tx, [...new Set(moves.map(({ from }) => from.unitId))], effective)).changes;
  return [...misplacedFounders(correction, await listMoved(tx, handedOver, effective)), ...left.filter(({ effect }) => effect !== 'continues')];
}
