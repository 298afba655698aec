import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { rowOn } from '../domain/history.js';
import { gymnasiumTitleGranted, gymnasiumTitleWithdrawn } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { listGymnasiumTitles } from '../store/card.js';
import { addRow, correctRow } from '../store/changes.js';
import { ACTION_TITLES, ENDS_BEFORE_BEGINNING, HAS_TITLE, NO_TITLE } from '../texts.js';
import { checkDay, recordingOf } from './begin-row.js';
import { getInstitutionToChange } from './get-institution.js';
import { Basis, RegNr } from './inputs.js';

/** A school is a state gymnasium from a day. */
export const grantGymnasiumTitle = writeAction({
  name: 'institutions.grant-gymnasium-title',
  title: ACTION_TITLES.grantTitle,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, from: IsoDateInput, basis: Basis }),
  async run(context, { regNr, from, basis }) {
    const institution = await getInstitutionToChange(context, regNr);
    const { id: institutionId } = institution;
    checkDay('from', from, institution, context.today);
    const titles = await listGymnasiumTitles(context.tx, institutionId);
    if (titles.some((title) => title.validTo === null || title.validTo > from)) throw invalid('from', HAS_TITLE);
    await addRow(context.tx, 'gymnasium_title', { institutionId, basis, validFrom: from }, recordingOf(context));
    await context.announce(gymnasiumTitleGranted, { institutionId, on: from });
    return { regNr };
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, from: input.from } }),
});

/** A school is no longer a state gymnasium from a day. */
export const withdrawGymnasiumTitle = writeAction({
  name: 'institutions.withdraw-gymnasium-title',
  title: ACTION_TITLES.withdrawTitle,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, from: IsoDateInput, basis: Basis }),
  async run(context, { regNr, from, basis }) {
    const institution = await getInstitutionToChange(context, regNr);
    const { id: institutionId } = institution;
    checkDay('from', from, institution, context.today);
    const title = rowOn(await listGymnasiumTitles(context.tx, institutionId), from);
    if (!title) throw invalid('from', NO_TITLE);
    if (title.validFrom === from) throw invalid('from', ENDS_BEFORE_BEGINNING);
    const ended = { institutionId, basis: title.basis, endBasis: basis, validFrom: title.validFrom, validTo: from };
    await correctRow(context.tx, 'gymnasium_title', title.id, ended, recordingOf(context));
    await context.announce(gymnasiumTitleWithdrawn, { institutionId, on: from });
    return { regNr };
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, from: input.from } }),
});
