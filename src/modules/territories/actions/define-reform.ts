import { InvalidInput, invalid } from '#kernel/errors.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Write } from '#platform/db/transaction.js';
import { checkReform } from '../domain/reform-check.js';
import { ENTERED_IN } from '../domain/reform-check-texts.js';
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
  const history = await historyOf(tx);
  const later = history.units.find((unit) => unit.validFrom >= effective);
  if (later) throw invalid('effective', laterEdition(readableDay(later.validFrom)));
  const findings = checkReform(
    {
      effective,
      legalBasis,
      newVersions: units.map((unit) => ({ ...unit, unitId: 0, validFrom: effective, validTo: null })),
      successions: successions.map((one) => ({ ...one, effective })),
    },
    history,
  );
  if (findings.length > 0) throw new InvalidInput(findings.map(({ code, text }) => ({ field: ENTERED_IN[code] ?? 'successions', message: text })));
}

const laterEdition = (day: string) => ({
  lv: `Reģistrā jau ir karte, kas ir spēkā no ${day} Reformu ar agrāku vai to pašu dienu vairs nevar pierakstīt; izvēlieties vēlāku dienu.`,
  en: `The register already has a map in force from ${day} A reform of that day or earlier can no longer be recorded; choose a later day.`,
});
