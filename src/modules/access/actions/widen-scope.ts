import { listInstitutionsOfUnits } from '#modules/institutions/public.js';
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
