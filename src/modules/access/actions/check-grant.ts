import { institutionLife, listSuccessorNames } from '#modules/institutions/public.js';
import { findUnitEnd, listVersions, type UnitEnd } from '#modules/territories/public.js';
import { Conflict, invalid } from '#kernel/errors.js';
import { addDays, type IsoDate, readableDay } from '#kernel/iso-date.js';
import { contains, type Period, readablePeriod } from '#kernel/period.js';
import { fill, type Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import type { Place } from '../domain/place.js';
import { findRole, type RoleRow } from '../store/roles.js';
import { BEYOND_INSTITUTION, BEYOND_UNIT, ENDS_BY_THEN, GRANT_OVER, INSTITUTION_ENDED, INSTITUTION_UNKNOWN, NO_SUCCESSOR, NO_SUCH_ROLE, ONE_SUCCESSOR, PERIOD_ORDER, ROLE_NOT_FOR_PLACE, SUCCESSORS, UNIT_ENDED, UNIT_UNKNOWN } from '../texts.js';

/** @throws InvalidInput when the role is unknown or not meant for such a place. */
export async function getRoleFor(tx: Read, code: string, kind: Place['kind']): Promise<RoleRow> {
  const role = await findRole(tx, code);
  if (!role) throw invalid('roleCode', NO_SUCH_ROLE);
  if (!role.scopeKinds.includes(kind)) throw invalid('place', { lv: fill(ROLE_NOT_FOR_PLACE, { role: role.titleLv }).lv, en: fill(ROLE_NOT_FOR_PLACE, { role: role.titleEn }).en });
  return role;
}

/**
 * A right never reaches beyond the life of what it hangs on. An open-ended one may hang on what has no end yet: it ends
 * with it by itself. None begins where a municipality is no more, or will be by a reform that is prepared.
 * @throws InvalidInput when the place is unknown or the period leaves its life, naming who succeeds it.
 */
export async function checkPeriod(tx: Read, place: Place, period: Period): Promise<void> {
  if (period.to !== null && period.to <= period.from) throw invalid('to', PERIOD_ORDER);
  if (place.kind === 'country') return;
  const life = place.kind === 'institution' ? await institutionLife(tx, place.institutionId) : await unitLife(tx, place.unitId);
  if (!life) throw invalid('place', place.kind === 'institution' ? INSTITUTION_UNKNOWN : UNIT_UNKNOWN);
  const end = await endOf(tx, place, life);
  if (end && period.from >= end.from) throw invalid('from', endedBy(place, end));
  if (!contains(life, period)) throw invalid(period.from < life.from ? 'from' : 'to', beyond(place.kind === 'institution' ? BEYOND_INSTITUTION : BEYOND_UNIT, life));
}

async function endOf(tx: Read, place: Exclude<Place, { kind: 'country' }>, life: Period): Promise<UnitEnd | undefined> {
  if (place.kind === 'municipality') return findUnitEnd(tx, place.unitId);
  return life.to === null ? undefined : { from: life.to, successors: await listSuccessorNames(tx, place.institutionId, life.to) };
}

function endedBy({ kind }: Place, { from, successors }: UnitEnd): Text {
  const words = fill(kind === 'institution' ? INSTITUTION_ENDED : UNIT_ENDED, { day: readableDay(addDays(from, -1)) });
  const next = successors.length === 0 ? NO_SUCCESSOR : fill(successors.length === 1 ? ONE_SUCCESSOR : SUCCESSORS, { names: successors.join(', ') });
  return { lv: `${words.lv} ${next.lv}`, en: `${words.en} ${next.en}` };
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
