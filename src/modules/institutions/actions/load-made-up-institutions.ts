import { isoDate } from '#kernel/iso-date.js';
import { listUnitsOn, type ReferenceReform } from '#modules/territories/public.js';
import { inDrawnOrder } from '#kernel/latvian-order.js';
import type { Write } from '#platform/db/transaction.js';
import type { HomeUnit } from '../domain/made-up-institution.js';
import { madeUpInstitutions } from '../domain/made-up-institutions.js';
import { anyInstitution, insertInstitutions } from '../store/insert-institutions.js';

export interface LoadSettings {
  readonly seed: number;
  /** About 2,700 for the whole country, 150 for a demonstration. */
  readonly institutions: number;
  readonly residentsOf: (atvk: string) => number;
  /** Reforms to come, which tell the parishes of the units that they divide. */
  readonly reforms: readonly Pick<ReferenceReform, 'successions'>[];
  readonly recordedAt: Date;
}

const AS_OF = isoDate('2020-01-01');
const BASIS = 'Izdomāts lēmums demonstrācijai';

/**
 * Fills the empty register with made-up institutions on the map of 2020, before the reforms are run over them. Set-based.
 * @throws Error when the register already holds some.
 */
export async function loadMadeUpInstitutions(tx: Write, { seed, institutions, residentsOf, reforms, recordedAt }: LoadSettings): Promise<number> {
  if (await anyInstitution(tx)) throw new Error('the register of institutions is not empty');
  const units: HomeUnit[] = (await listUnitsOn(tx, AS_OF)).toSorted((one, other) => inDrawnOrder(one.name, other.name)).map(({ atvk, unitId, name }) => ({
    atvk,
    unitId,
    name,
    parts: reforms.flatMap(({ successions }) => successions).flatMap((one) => (one.from === atvk && one.extent === 'part' ? one.parts : [])),
    residents: residentsOf(atvk),
  }));
  const made = madeUpInstitutions({ seed, institutions, units });
  await insertInstitutions(tx, made, BASIS, { recordedAt, recordedBy: 'made-up-institutions' });
  return made.length;
}
