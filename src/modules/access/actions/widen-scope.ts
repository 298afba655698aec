import { listInstitutionsOfUnits } from '#modules/institutions/public.js';
import { listWhollySucceeded } from '#modules/territories/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import type { Read } from '#platform/db/transaction.js';
import type { Place } from '../domain/place.js';

/** A right over a municipality covers its institutions: the scope with those of today added. */
export async function widenScope(tx: Read, scope: Scope, today: IsoDate): Promise<Scope> {
  if (scope.everywhere || scope.unitIds.length === 0) return scope;
  const covered = await listInstitutionsOfUnits(tx, scope.unitIds, today);
  return { ...scope, institutionIds: [...new Set([...scope.institutionIds, ...covered.map((institution) => institution.id)])] };
}

/**
 * What a right of today reaches on a day: for one before a reform also the municipalities that its own succeeded whole, with their
 * institutions of that day. Of a split one it reaches only the institutions that came to the successor.
 */
export async function reachOn(tx: Read, scope: Scope, day: IsoDate, today: IsoDate): Promise<Scope> {
  const wide = await widenScope(tx, scope, today);
  if (scope.everywhere || scope.unitIds.length === 0 || day >= today) return wide;
  const own = new Set(scope.unitIds);
  const before = (await listWhollySucceeded(tx, scope.unitIds, day, today)).filter((unitId) => !own.has(unitId));
  if (before.length === 0) return wide;
  const theirs = await widenScope(tx, { ...scope, unitIds: before }, day);
  return { ...wide, unitIds: [...wide.unitIds, ...before], institutionIds: [...new Set([...wide.institutionIds, ...theirs.institutionIds])] };
}

/** Whether a place lies in a (widened) scope. */
export function covers(scope: Scope, place: Place): boolean {
  switch (place.kind) {
    case 'country':
      return scope.everywhere;
    case 'municipality':
      return scope.everywhere || scope.unitIds.includes(place.unitId);
    case 'institution':
      return scope.everywhere || scope.institutionIds.includes(place.institutionId);
  }
}
