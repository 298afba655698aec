import { z } from 'zod';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { listClassifiers as readClassifiers, listKinds } from '../store/classifiers.js';
import { ACTION_TITLES } from '../texts.js';

/** The lists that entries of the register choose from, by their codes. */
export const listClassifiers = readAction({
  name: 'institutions.list-classifiers',
  title: ACTION_TITLES.listClassifiers,
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx }) => ({ kinds: await listKinds(tx), ...(await readClassifiers(tx)) }),
});
