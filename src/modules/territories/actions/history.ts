import type { Read } from '#platform/db/transaction.js';
import { type ReformDefinition, type Succession, type TerritorialHistory, versionsToCome } from '../domain/unit.js';
import { listAppliedSuccessions, listAppliedSuccessionsAround, listSuccessionsOfReforms, listUnitsOfReforms, type ReformRow, type SuccessionRow } from '../store/reforms.js';
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

/** A recorded reform, and as the rules see it: what it brings and what becomes what. */
export interface DefinedReform {
  readonly reform: ReformRow;
  readonly definition: ReformDefinition;
}

/** Some recorded reforms with their definitions, in the order given. */
export async function listDefinitions(tx: Read, reforms: readonly ReformRow[]): Promise<DefinedReform[]> {
  const ids = reforms.map(({ id }) => id);
  const units = Map.groupBy(await listUnitsOfReforms(tx, ids), (unit) => unit.reformId);
  const successions = Map.groupBy(await listSuccessionsOfReforms(tx, ids), (one) => one.reformId);
  return reforms.map((reform) => {
    const { id, effective, legalBasis } = reform;
    return { reform, definition: { effective, legalBasis, newVersions: versionsToCome(units.get(id) ?? [], effective), successions: (successions.get(id) ?? []).map(successionOf) } };
  });
}

const successionOf = ({ effective, fromAtvk, toAtvk, extent, parts }: SuccessionRow): Succession => ({ effective, from: fromAtvk, to: toAtvk, extent, parts });
