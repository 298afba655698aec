import type { Write } from '#platform/db/transaction.js';
import { lineageTable } from '../domain/lineage.js';
import { replaceLineage } from '../store/map-changes.js';
import { listEditions } from '../store/units.js';
import { historyOf } from './history.js';

/** Works out anew which unit of each edition every place lies in; after a reform, and after a corrected succession. */
export async function recomputeLineage(tx: Write): Promise<void> {
  const history = await historyOf(tx);
  await replaceLineage(tx, lineageTable(history, await listEditions(tx)));
}
