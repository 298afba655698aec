import { listUnitsOn } from '#modules/territories/public.js';
import type { Directory } from '#platform/actions/directory.js';
import { findLoggedBodies, listInstitutionsNamed, userDirectory } from '../store/directory.js';
import { widenScope } from './widen-scope.js';

/** Who the users are and where they work, for the services that keep neither. */
export const directory: Directory = {
  ...userDirectory,
  async bodies(tx, scope, today) {
    const { unitIds, institutionIds } = await widenScope(tx, scope, today);
    return findLoggedBodies(tx, unitIds, institutionIds);
  },
  municipalities: async (tx, scope, today) => (await listUnitsOn(tx, today)).filter(({ unitId }) => scope.everywhere || scope.unitIds.includes(unitId)).map(({ unitId, name }) => ({ unitId, name })),
  institutionsNamed: async (tx, words, scope, today, limit) => listInstitutionsNamed(tx, words, await widenScope(tx, scope, today), limit),
};
