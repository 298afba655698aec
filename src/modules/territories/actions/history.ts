import type { Read } from '#platform/db/transaction.js';
import { type ReformDefinition, type Succession, type TerritorialHistory, versionsToCome } from '../domain/unit.js';
import { listAppliedSuccessions, listAppliedSuccessionsAround, listReformUnits, listSuccessionsOfReform, type ReformRow, type SuccessionRow } from '../store/reforms.js';
import { listAllUnits, listUnitsAround } from '../store/units.js';

/** All editions and the successions between them, as they are believed now. */
export async function historyOf(tx: Read): Promise<TerritorialHistory> {
  const successions = await listAppliedSuccessions(tx);
  return { units: await listAllUnits(tx), successions: successions.map(successionOf) };
}

/** As much of it as tells the story of one municipality: its versions, their successions, and the units at the other ends. */
export async function historyAround(tx: Read, atvk: string): Promise<TerritorialHistory> {
  const successions = await listAppliedSuccessionsAround(tx, atvk);
  const units = await listUnitsAround(tx, atvk, successions.flatMap(({ fromAtvk, toAtvk }) => [fromAtvk, toAtvk]));
  return { units, successions: successions.map(successionOf) };
}

/** A recorded reform as the rules see it: what it brings and what becomes what. */
export async function definitionOf(tx: Read, { id, effective, legalBasis }: ReformRow): Promise<ReformDefinition> {
  const successions = await listSuccessionsOfReform(tx, id);
  return { effective, legalBasis, newVersions: versionsToCome(await listReformUnits(tx, id), effective), successions: successions.map(successionOf) };
}

const successionOf = ({ effective, fromAtvk, toAtvk, extent, parts }: SuccessionRow): Succession => ({ effective, from: fromAtvk, to: toAtvk, extent, parts });
