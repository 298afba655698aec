import { z } from 'zod';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import type { WorkKind } from '#platform/actions/work-kind.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { listFounderGaps } from '../store/ask.js';
import { ACTION_TITLES } from '../texts.js';

/** Every institution whose actual founder is missing on some day of its life, or is a municipality that had ended by then. */
export const checkFounders = readAction({
  name: 'institutions.check-founders',
  title: ACTION_TITLES.checkFounders,
  permission: registerInstitutionsPermission,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx, scope }) => listFounderGaps(tx, scope),
});

/** The same, counted for the start page. */
export const countFounderGaps: WorkKind['count'] = async ({ tx, scope }) => (await listFounderGaps(tx, scope)).length;
