import { z } from 'zod';
import { listAllUnits, type UnitVersion } from '#modules/territories/public.js';
import { readAction, NOT_PERSONAL } from '#platform/actions/action.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { type InstitutionRow } from '../store/card.js';
import { type Classifiers, listClassifiers } from '../store/classifiers.js';
import { ACTION_TITLES } from '../texts.js';
import { getInstitutionWithin } from './get-institution.js';

/** What the form of a new institution chooses from: the lists, and municipalities of today and of before. */
export const openRegisterForm = readAction({
  name: 'institutions.open-register-form',
  title: ACTION_TITLES.openForm,
  permission: registerInstitutionsPermission,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx }): Promise<{ classifiers: Classifiers; units: UnitVersion[] }> => ({ classifiers: await listClassifiers(tx), units: await listAllUnits(tx) }),
});

/** An institution that the actor may change, for the forms about it. */
export const openChangeForm = readAction({
  name: 'institutions.open-change-form',
  title: ACTION_TITLES.openForm,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: z.string() }),
  audit: NOT_PERSONAL,
  run: async (context, { regNr }): Promise<{ institution: InstitutionRow; units: UnitVersion[] }> => ({
    institution: await getInstitutionWithin(context, regNr),
    units: await listAllUnits(context.tx),
  }),
});
