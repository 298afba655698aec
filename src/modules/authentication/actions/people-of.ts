import { z } from 'zod';
import { listInstitutionsOfUnits } from '#modules/institutions/public.js';
import { listUnitsOn } from '#modules/territories/public.js';
import { NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import type { PeopleOf } from '../store/readiness.js';
import { NO_SUCH_MUNICIPALITY } from '../texts.js';

/** A municipality of the programme in an address: its number, or `none` for all who belong to none. */
export const UnitInput = z.union([z.literal('none').transform(() => null), z.coerce.number().int().positive()]);

export const unitInAddress = (unitId: number | null): string => (unitId === null ? 'none' : String(unitId));

/** Those who work for no municipality. */
export const NO_MUNICIPALITY: Text = { lv: 'Bez pašvaldības (valsts iestādes, iedzīvotāji)', en: 'No municipality (state bodies, residents)' };

/** A municipality within the actor's scope. @throws NotFound */
export async function getUnitInScope({ tx, scope, today }: Pick<ActionContext, 'tx' | 'scope' | 'today'>, unitId: number | null): Promise<{ readonly unitId: number | null; readonly name: Text }> {
  if (unitId === null && scope.everywhere) return { unitId, name: NO_MUNICIPALITY };
  const unit = unitId !== null && (scope.everywhere || scope.unitIds.includes(unitId)) ? (await listUnitsOn(tx, today)).find((one) => one.unitId === unitId) : undefined;
  if (!unit) throw new NotFound('no-such-municipality', NO_SUCH_MUNICIPALITY);
  return { unitId: unit.unitId, name: { lv: unit.name, en: unit.name } };
}

/** Whose people a municipality's are today. */
export async function peopleOf(tx: Read, unitId: number | null, today: IsoDate): Promise<PeopleOf> {
  const units = unitId === null ? (await listUnitsOn(tx, today)).map((unit) => unit.unitId) : [unitId];
  return { unitId, institutionIds: (await listInstitutionsOfUnits(tx, units, today)).map((institution) => institution.id) };
}
