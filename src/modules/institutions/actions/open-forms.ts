import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { listAllUnits, type UnitVersion } from '#modules/territories/public.js';
import { readAction, NOT_PERSONAL } from '#platform/actions/action.js';
import type { Classifiers } from '../domain/classifiers.js';
import { findOnCard } from '../domain/card-entry.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { findClosure, type InstitutionRow } from '../store/card.js';
import { listClassifiers } from '../store/classifiers.js';
import { countRightsBeyond, countRightsCut } from '../store/rights.js';
import { ACTION_TITLES, NO_SUCH_ROW, NOT_CLOSED } from '../texts.js';
import { getInstitutionWithin, getSuccession } from './get-institution.js';
import { readCard } from './read-card.js';

export type { CutRights } from '../store/rights.js';

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

/** The same with all that is recorded of it and the lists to choose from, for forms that build upon the present. */
export const openCardForm = readAction({
  name: 'institutions.open-card-form',
  title: ACTION_TITLES.openForm,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: z.string() }),
  audit: NOT_PERSONAL,
  async run(context, { regNr }) {
    const { tx, today } = context;
    const institution = await getInstitutionWithin(context, regNr);
    return { institution, card: await readCard(tx, institution, today), classifiers: await listClassifiers(tx), units: await listAllUnits(tx) };
  },
});

/** One entry of a history beside the card it stands in, for its correction. @throws NotFound where it is no longer in force. */
export const openEntryForm = readAction({
  name: 'institutions.open-entry-form',
  title: ACTION_TITLES.openForm,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: z.string(), history: z.string(), rowId: z.string() }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, history, rowId }) {
    const { tx, today } = context;
    const institution = await getInstitutionWithin(context, regNr);
    const entry = findOnCard(await readCard(tx, institution, today), history, rowId);
    if (!entry) throw new NotFound('no-such-row', NO_SUCH_ROW);
    return { institution, entry, classifiers: await listClassifiers(tx), units: await listAllUnits(tx) };
  },
});

/** An institution that may be closed, and how many rights there would end if it were from tomorrow on. */
export const openCloseForm = readAction({
  name: 'institutions.open-close-form',
  title: ACTION_TITLES.openForm,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: z.string() }),
  audit: NOT_PERSONAL,
  async run(context, { regNr }) {
    const institution = await getInstitutionWithin(context, regNr);
    return { institution, rights: await countRightsBeyond(context.tx, institution.id, context.today) };
  },
});

/** The closing of an institution and the rights it has cut, for its correction. @throws NotFound where it is not closed. */
export const openClosureForm = readAction({
  name: 'institutions.open-closure-form',
  title: ACTION_TITLES.openForm,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: z.string() }),
  audit: NOT_PERSONAL,
  async run(context, { regNr }) {
    const institution = await getInstitutionWithin(context, regNr);
    const closure = await findClosure(context.tx, institution.id);
    if (!closure) throw new NotFound('not-closed', NOT_CLOSED);
    return { institution, closure, rights: await countRightsCut(context.tx, institution.id, context.today) };
  },
});

/** A succession of the institution into another, for its correction. */
export const openSuccessionForm = readAction({
  name: 'institutions.open-succession-form',
  title: ACTION_TITLES.openForm,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: z.string(), successionId: z.string() }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, successionId }) {
    const institution = await getInstitutionWithin(context, regNr);
    return { institution, succession: await getSuccession(context, institution, successionId) };
  },
});
