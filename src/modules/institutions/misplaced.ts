import type { CorrectionInMotion, ReformChange } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import { COMING_FOUNDER, comingFounderChanges, misplacedComing } from './domain/coming-founders.js';
import { ACTUAL_FOUNDER, founderChanges, misplacedFounders } from './domain/reform-changes.js';
import { listComingFounders, listComingFoundersSince } from './store/coming-founders.js';
import { listFounded, listMoved } from './store/reform.js';

/** Institutions that the reform handed over, or left, by a succession that was wrong; each is put right in its own history. */
export async function misplacedInstitutions(tx: Read, correction: CorrectionInMotion, happened: readonly ReformChange[]): Promise<ReformChange[]> {
  const handedOver = (what: string) => happened.filter(({ kind, effect }) => kind === what && effect === 'changes').map(({ key }) => key);
  const { effective, moves } = correction;
  const old = [...new Set(moves.map(({ from }) => from.unitId))];
  const left = founderChanges(correction, await listFounded(tx, old, effective)).changes;
  return [
    ...misplacedFounders(correction, await listMoved(tx, handedOver(ACTUAL_FOUNDER), effective)),
    ...left.filter(({ effect }) => effect !== 'continues'),
    ...misplacedComing(correction, await listComingFoundersSince(tx, handedOver(COMING_FOUNDER), effective)),
    ...comingFounderChanges(correction, await listComingFounders(tx, old, effective)).changes,
  ];
}
