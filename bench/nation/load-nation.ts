import { loadFoundingMap, readReferenceData } from '#app/data/reference-data.js';
import { once } from '#app/data/steps.js';
import { isoDate } from '#kernel/iso-date.js';
import { loadMadeUpUsers } from '#modules/access/public.js';
import { loadMadeUpInstitutions } from '#modules/institutions/public.js';
import { roughPopulation } from '#modules/persons/domain/municipality-populations.js';
import { loadMadeUpPersons } from '#modules/persons/public.js';
import { defineReform, lastingPlaces } from '#modules/territories/public.js';
import type { BenchPlatform } from '../platform/bench-platform.js';

export const RESIDENTS = Number(process.env['NATION_RESIDENTS'] ?? 1_900_000);
const EVE = isoDate('2021-06-30');
const SEED = 1;
const LOADER = 'bench';

/** The nation as it was on the eve of the reform of 2021, which is defined and not yet rehearsed; gives the reform's id. */
export async function loadNationBefore2021({ database, ownerUrl, platform }: BenchPlatform): Promise<string> {
  const recordedAt = platform.clock.now();
  const reference = await readReferenceData();
  await loadFoundingMap(database, reference);
  await loadMadeUpPersons(ownerUrl, { seed: SEED, residents: RESIDENTS, asOf: EVE, places: lastingPlaces(reference), recordedAt });
  // The reforms are left to the benchmark: a program that starts on this database does not carry them out.
  for (const { effective } of reference.reforms) await once(database, `reform-${effective}`, async () => undefined);
  const reform = reference.reforms.find(({ effective }) => effective === '2021-07-01')!;
  return database.transaction(async (tx) => {
    await loadMadeUpInstitutions(tx, { seed: SEED, institutions: 2_700, residentsOf: roughPopulation, reforms: reference.reforms, recordedAt });
    await loadMadeUpUsers(tx, { seed: SEED, users: 15_000, grants: 30_000, asOf: EVE, confirmedOn: EVE, recordedAt });
    const { title, effective, legalBasis, newVersions: units, successions } = reform;
    return defineReform(tx, { titleLv: title.lv, titleEn: title.en, effective, legalBasis, madeUp: false, units, successions }, LOADER, recordedAt);
  });
}
