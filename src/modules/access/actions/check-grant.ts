import { institutionLife } from '#modules/institutions/public.js';
import { listVersions } from '#modules/territories/public.js';
import { Conflict, invalid } from '#kernel/errors.js';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { contains, type Period, readablePeriod } from '#kernel/period.js';
import { fill, type Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import type { Place } from '../domain/place.js';
import { findRole, type RoleRow } from '../store/roles.js';
import { BEYOND_INSTITUTION, BEYOND_UNIT, ENDS_BY_THEN, GRANT_OVER, INSTITUTION_UNKNOWN, NO_SUCH_ROLE, PERIOD_ORDER, ROLE_NOT_FOR_PLACE, UNIT_UNKNOWN } from '../texts.js';

/** @throws InvalidInput when the role is unknown or not meant for such a place. */
export async function getRoleFor(tx: Read, code: string, kind: Place['kind']): Promise<RoleRow> {
  const role = await findRole(tx, code);
  if (!role) throw invalid('roleCode', NO_SUCH_ROLE);
  if (!role.scopeKinds.includes(kind)) throw invalid('place', { lv: fill(ROLE_NOT_FOR_PLACE, { role: role.titleLv }).lv, en: fill(ROLE_NOT_FOR_PLACE, { role: role.titleEn }).en });
  return role;
}

/**
 * A right never reaches beyond the life of what it hangs on. An open-ended one may hang on what has no end yet: it ends
 * with it by itself.
 * @throws InvalidInput when the place is unknown or the period leaves its life.
 */
export async function checkPeriod(tx: Read, place: Place, period: Period): Promise<void> {
  if (period.to !== null && period.to <= period.from) throw invalid('to', PERIOD_ORDER);
  if (place.kind === 'country') return;
  const life = place.kind === 'institution' ? await institutionLife(tx, place.institutionId) : await unitLife(tx, place.unitId);
  if (!life) throw invalid('place', place.kind === 'institution' ? INSTITUTION_UNKNOWN : UNIT_UNKNOWN);
  if (!contains(life, period)) throw invalid(period.from < life.from ? 'from' : 'to', beyond(place.kind === 'institution' ? BEYOND_INSTITUTION : BEYOND_UNIT, life));
}

/** @throws Conflict for a right that is over, and InvalidInput for a day by which it ends without that. */
export function checkEnd({ validFrom, validTo }: { readonly validFrom: IsoDate; readonly validTo: IsoDate | null }, on: IsoDate, today: IsoDate): void {
  if (validTo === null) return;
  if (validTo <= today || validTo === validFrom) throw new Conflict('grant-over', GRANT_OVER);
  if (on >= validTo) throw invalid('on', fill(ENDS_BY_THEN, { day: readableDay(validTo) }));
}

async function unitLife(tx: Read, unitId: number): Promise<Period | undefined> {
  const versions = await listVersions(tx, unitId);
  const [first] = versions;
  return first && { from: first.validFrom, to: versions.at(-1)!.validTo };
}

const beyond = (text: Text, life: Period): Text => ({
  lv: fill(text, { period: readablePeriod(life, 'lv') }).lv,
  en: fill(text, { period: readablePeriod(life, 'en') }).en,
});
