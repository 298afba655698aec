import type { Write } from '#platform/db/transaction.js';
import type { UnitVersion } from '../domain/unit.js';
import { openVersion } from '../store/map-changes.js';
import { recomputeLineage } from './recompute-lineage.js';

/** The map the register begins with; every later edition is drawn by a reform. */
export async function openFoundingMap(tx: Write, founding: readonly UnitVersion[]): Promise<void> {
  for (const unit of founding) await openVersion(tx, unit, null, unit.validFrom);
  await recomputeLineage(tx);
}
