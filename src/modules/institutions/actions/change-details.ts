import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { detailsChanged } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { type Details, refreshSearch, updateDetails } from '../store/changes.js';
import { ACTION_TITLES } from '../texts.js';
import { recordingOf } from './begin-row.js';
import { getInstitutionToChange } from './get-institution.js';
import { contactFields, legalNumber, RegNr } from './inputs.js';

/** Telephone, e-mail, website and the number in the enterprise register: they have no days of their own, and what they were before stays readable. */
export const changeDetails = writeAction({
  name: 'institutions.change-details',
  title: ACTION_TITLES.changeDetails,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, entNr: z.string().trim().default(''), ...contactFields }),
  async run(context, { regNr, ...input }) {
    const { id, entNr, phone, email, website } = await getInstitutionToChange(context, regNr);
    const now: Details = { ...input, entNr: legalNumber('entNr', input.entNr) };
    await updateDetails(context.tx, id, now, recordingOf(context));
    await refreshSearch(context.tx, [id]);
    await context.announce(detailsChanged, { institutionId: id });
    return { regNr, was: { entNr, phone, email, website }, now };
  },
  audit: ({ input, output: { was, now } }) => ({ facts: { institution: input.regNr, was, now } }),
});
