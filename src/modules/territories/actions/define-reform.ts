import { InvalidInput } from '#kernel/errors.js';
import type { Write } from '#platform/db/transaction.js';
import { checkComingReform } from '../domain/reform-check.js';
import { ENTERED_IN } from '../domain/reform-check-texts.js';
import { versionsToCome } from '../domain/unit.js';
import { insertReform, insertSuccessions, type NewReform, type NewSuccession, type ReformUnitRow } from '../store/reforms.js';
import { insertReformUnits } from '../store/map-changes.js';
import { historyOf } from './history.js';

export interface ReformDefinitionInput extends NewReform {
  readonly units: readonly ReformUnitRow[];
  readonly successions: readonly NewSuccession[];
}

/**
 * Records a reform as a draft, in the caller's transaction.
 * @throws InvalidInput with a sentence for each thing that is wrong; nothing is written.
 */
export async function defineReform(tx: Write, definition: ReformDefinitionInput, by: string, now: Date): Promise<string> {
  await refuseWrongDefinition(tx, definition);
  const id = await insertReform(tx, definition, by, now);
  await insertReformUnits(tx, id, definition.units);
  await insertSuccessions(tx, id, definition.successions, by, now);
  return id;
}

/** Checks a definition against what was before it; each fault beside what it was entered in. */
async function refuseWrongDefinition(tx: Write, definition: Omit<ReformDefinitionInput, 'titleLv' | 'titleEn' | 'madeUp'>): Promise<void> {
  const { effective, legalBasis, units, successions } = definition;
  const findings = checkComingReform(
    {
      effective,
      legalBasis,
      newVersions: versionsToCome(units, effective),
      successions: successions.map((one) => ({ ...one, effective })),
    },
    await historyOf(tx),
  );
  if (findings.length > 0) throw new InvalidInput(findings.map(({ code, text }) => ({ field: ENTERED_IN[code] ?? 'successions', message: text })));
}
