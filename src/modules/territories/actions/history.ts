import type { Read } from '#platform/db/transaction.js';
import type { TerritorialHistory } from '../domain/lineage.js';
import { listAppliedSuccessions } from '../store/reforms.js';
import { listAllUnits } from '../store/units.js';

/** All editions and the successions between them, as they are believed now. */
export async function historyOf(tx: Read): Promise<TerritorialHistory> {
  const successions = await listAppliedSuccessions(tx);
  return {
    units: await listAllUnits(tx),
    successions: successions.map(({ effective, fromAtvk, toAtvk, extent, parts }) => ({ effective, from: fromAtvk, to: toAtvk, extent, parts })),
  };
}
