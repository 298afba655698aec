import { z } from 'zod';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { findPersonsPermission } from '../permissions.js';
import { ACTION_TITLES } from '../texts.js';

/** The empty search form, for those who may search. */
export const openSearch = readAction({
  name: 'persons.open-search',
  title: ACTION_TITLES.openSearch,
  permission: findPersonsPermission,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async () => null,
});
