import { findPassedOn, type PassedInstitution } from '#modules/institutions/public.js';
import { countInstitutionsUnder, type InstitutionsUnder } from '#modules/reporting/public.js';
import { listEditions, mapOn, type ShownMap } from '#modules/territories/public.js';
import { addDays, type IsoDate, isoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';

/** The reform that changed the map most: 119 municipalities became 43. */
const GREAT_REFORM = isoDate('2021-07-01');

export interface ShownReform {
  readonly map: ShownMap;
  /** Null where the register's map does not know that reform. */
  readonly reform: {
    readonly eve: IsoDate;
    readonly day: IsoDate;
    readonly institution: PassedInstitution | undefined;
    readonly counted: InstitutionsUnder;
  } | null;
}

/**
 * What a newcomer sees first: the map on any day, an institution that passed to another municipality by itself, and the institutions counted on both maps. Null before
 * there is any map. @throws InvalidInput at `on` for a day before the first map
 */
export async function showReform(tx: Read, on: IsoDate, today: IsoDate): Promise<ShownReform | null> {
  const editions = await listEditions(tx);
  if (editions.length === 0) return null;
  const map = await mapOn(tx, on, editions);
  if (!editions.includes(GREAT_REFORM)) return { map, reform: null };
  const eve = addDays(GREAT_REFORM, -1);
  const [institution, counted] = await Promise.all([findPassedOn(tx, GREAT_REFORM), countInstitutionsUnder(tx, { old: eve, new: GREAT_REFORM }, today)]);
  return { map, reform: { eve, day: GREAT_REFORM, institution, counted } };
}
