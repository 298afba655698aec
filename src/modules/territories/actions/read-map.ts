import { z } from 'zod';
import { invalid, NotFound } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import type { UnitVersion } from '../domain/unit.js';
import { listKnownParts } from '../store/reforms.js';
import { findUnit, listEditions, listUnitsOn } from '../store/units.js';
import { historyAround } from './history.js';

const OnDay = z.object({ on: IsoDateInput.optional() });

/** The municipalities of a day; today when not said. */
export const listTerritories = readAction({
  name: 'territories.list-units',
  title: { lv: 'Apskatīts pašvaldību saraksts', en: 'Looked at the list of municipalities' },
  permission: ANYONE,
  input: OnDay,
  audit: NOT_PERSONAL,
  async run({ tx, today }, { on = today }) {
    const editions = await listEditions(tx);
    refuseDayBeforeRegister(on, editions);
    return { on, editions, edition: editions.findLast((day) => day <= on)!, units: await listUnitsOn(tx, on) };
  },
});

/** One unit with everything needed to tell its story. */
export const showUnit = readAction({
  name: 'territories.show-unit',
  title: { lv: 'Apskatīta pašvaldība', en: 'Looked at a municipality' },
  permission: ANYONE,
  input: z.object({ atvk: z.string() }),
  audit: NOT_PERSONAL,
  async run({ tx }, { atvk }) {
    const [unit, history] = await Promise.all([getUnit(tx, atvk), historyAround(tx, atvk)]);
    return { unit, history, parts: await listKnownParts(tx, atvk) };
  },
});

export async function getUnit(tx: Read, atvk: string): Promise<UnitVersion> {
  if (!/^\d{7}$/.test(atvk)) throw invalid('atvk', ATVK_SHAPE);
  const unit = await findUnit(tx, atvk);
  if (!unit) throw new NotFound('no-such-unit', { lv: `Reģistrā nav vienības ar ATVK kodu ${atvk}.`, en: `The register has no unit with the ATVK code ${atvk}.` });
  return unit;
}

/** @throws InvalidInput at `field` for a day before the first map */
export function refuseDayBeforeRegister(day: IsoDate, editions: readonly IsoDate[], field = 'on'): void {
  const first = editions[0];
  if (first && day < first) throw invalid(field, { lv: `Karte ir zināma no ${readableDay(first)} Izvēlieties šo vai vēlāku dienu.`, en: `The map is known from ${readableDay(first)} Choose that day or a later one.` });
}

const ATVK_SHAPE = { lv: 'ATVK kods ir septiņi cipari, piemēram, 0020000.', en: 'An ATVK code has seven digits, for example 0020000.' };
