import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { writeAction } from '#platform/actions/action.js';
import { standingChanged } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { listStandings } from '../store/card.js';
import { endHistory } from '../store/changes.js';
import { ACTION_TITLES, END_PAGE_TOO } from '../texts.js';
import { beginRow, checkDay, recordingOf } from './begin-row.js';
import { checkStanding, listPagesWithin, standingFields } from './check-standing.js';
import { getInstitutionToChange } from './get-institution.js';
import { Basis, Checked, RegNr } from './inputs.js';

/**
 * Another type, legal status or subordination from a day. The kind follows from the type. Where the new type can have no
 * accreditation, a page that would still hold ends on the day, if the request says so; otherwise it is refused.
 */
export const changeStanding = writeAction({
  name: 'institutions.change-standing',
  title: ACTION_TITLES.changeStanding,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, ...standingFields, from: IsoDateInput, basis: Basis, endAccreditation: Checked }),
  async run(context, { regNr, from, endAccreditation, ...standing }) {
    const { tx } = context;
    const institution = await getInstitutionToChange(context, regNr);
    const { id: institutionId } = institution;
    checkDay('from', from, institution, context.today);
    const { accredited } = await checkStanding(tx, standing);
    await beginRow(context, 'standing', await listStandings(tx, institutionId), from, { institutionId, ...standing });
    const [page] = accredited ? [] : await listPagesWithin(tx, institutionId, { from, to: null });
    if (page && !endAccreditation) throw invalid('endAccreditation', fill(END_PAGE_TOO, { nr: page.pageNr }));
    if (page) await endHistory(tx, 'accreditation', institutionId, from, recordingOf(context));
    await context.announce(standingChanged, { institutionId, on: from });
    return { regNr, endedAccreditation: page !== undefined };
  },
  audit: ({ input, output }) => ({ facts: { institution: input.regNr, type: input.type, from: input.from, endedAccreditation: output.endedAccreditation } }),
});
