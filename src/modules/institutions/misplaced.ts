import type { CorrectionInMotion, ReformChange } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import { COMING_FOUNDER, comingFounderChanges, misplacedComing } from './domain/coming-founders.js';
import { ACTUAL_FOUNDER, founderChanges, misplacedFounders } from './domain/reform-changes.js';
import { listComingFounders, listComingFoundersSince } from './store/coming-founders.js';
import { listFounded, listMoved } from './store/reform.js';

/** Institutions that the reform handed over or left, or that a person decided about, by a succession that was wrong; each is put right in its own history. */
export async function misplacedInstitutions(tx: Read, correction: CorrectionInMotion, happened: readonly ReformChange[]): Promise<ReformChange[]> {
  const keysOf = (what: string, how: ReformChange['effect']) => happened.filter(({ kind, effect }) => kind === what && effect === how).map(({ key }) => key);
  const handedOver = (what: string) => [...keysOf(what, 'changes'), ...keysOf(what, 'needs-person')];
  const { effective, moves } = correction;
  const old = [...new Set(moves.map(({ from }) => from.unitId))];
  const left = founderChanges(correction, await listFounded(tx, old, effective)).changes;
  return [
    ...misplacedFounders(correction, await listMoved(tx, handedOver(ACTUAL_FOUNDER), effective), new Set(keysOf(ACTUAL_FOUNDER, 'needs-person'))),
    ...left.filter(({ effect }) => effect !== 'continues'),
    ...misplacedComing(correction, await listComingFoundersSince(tx, handedOver(COMING_FOUNDER), effective), new Set(keysOf(COMING_FOUNDER, 'needs-person'))),
    ...comingFounderChanges(correction, await listComingFounders(tx, old, effective)).changes,
  ];
}
