import { Conflict, InvalidInput } from '#kernel/errors.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import type { Write } from '#platform/db/transaction.js';
import { checkReform } from '../domain/reform-check.js';
import { insertReform, insertSuccessions, type NewReform, type NewSuccession, type ReformUnitRow } from '../store/reforms.js';
import { listAllUnits } from '../store/units.js';
import { insertReformUnits } from '../store/map-changes.js';
import { holdsOn } from '#kernel/period.js';

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

/** Checks a definition against the map of its eve. */
async function refuseWrongDefinition(tx: Write, definition: Omit<ReformDefinitionInput, 'titleLv' | 'titleEn' | 'madeUp'>): Promise<void> {
  const { effective, legalBasis, units, successions } = definition;
  const known = await listAllUnits(tx);
  const eve = addDays(effective, -1);
  const later = known.find((unit) => unit.validFrom >= effective);
  if (later) throw new Conflict('later-edition-exists', laterEdition(later.validFrom));
  const findings = checkReform(
    {
      effective,
      legalBasis,
      newVersions: units.map((unit) => ({ ...unit, unitId: 0, validFrom: effective, validTo: null })),
      successions: successions.map((one) => ({ ...one, effective })),
    },
    known.filter((unit) => holdsOn({ from: unit.validFrom, to: unit.validTo }, eve)),
  );
  if (findings.length > 0) throw new InvalidInput(findings.map(({ text }) => ({ field: 'successions', message: text })));
}

const laterEdition = (day: IsoDate) => ({
  lv: `Reģistrā jau ir karte, kas ir spēkā no ${day}; reformu ar agrāku vai to pašu dienu vairs nevar pierakstīt.`,
  en: `The register already has a map in force from ${day}; a reform of that day or earlier can no longer be recorded.`,
});
