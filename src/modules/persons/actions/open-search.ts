import { z } from 'zod';
import { listAllUnits, listEditionChoices, type UnitVersion } from '#modules/territories/public.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { findPersonsPermission } from '../permissions.js';
import { ACTION_TITLES } from '../texts.js';

/** What a search can be narrowed by. */
export interface SearchChoices {
  readonly units: readonly UnitVersion[];
  readonly editions: Awaited<ReturnType<typeof listEditionChoices>>;
}

/** The empty search form, for those who may search. */
export const openSearch = readAction({
  name: 'persons.open-search',
  title: ACTION_TITLES.openSearch,
  permission: findPersonsPermission,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx }): Promise<SearchChoices> => ({ units: await listAllUnits(tx), editions: await listEditionChoices(tx) }),
});
