import { z } from 'zod';
import { refuseFarAhead } from '#kernel/far-day.js';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { institutionAccredited } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { addRow } from '../store/changes.js';
import { ACTION_TITLES, PAGE_OVERLAPS, TERM_REVERSED } from '../texts.js';
import { checkDay, recordingOf } from './begin-row.js';
import { checkPage, listPagesWithin } from './check-standing.js';
import { getInstitutionToChange } from './get-institution.js';
import { OpenEnd, PageNr, RegNr } from './inputs.js';

/** An accreditation page with its term; the next one begins when the one before has ended. */
export const accreditInstitution = writeAction({
  name: 'institutions.accredit-institution',
  title: ACTION_TITLES.accredit,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, pageNr: PageNr, from: IsoDateInput, to: OpenEnd }),
  async run(context, { regNr, pageNr, from, to = null }) {
    const { tx } = context;
    const institution = await getInstitutionToChange(context, regNr);
    const { id: institutionId } = institution;
    checkDay('from', from, institution, context.today);
    refuseFarAhead('to', to, context.today);
    if (to !== null && to <= from) throw invalid('to', TERM_REVERSED);
    await checkPage(tx, institutionId, pageNr, { from, to });
    if ((await listPagesWithin(tx, institutionId, { from, to })).length > 0) throw invalid('from', PAGE_OVERLAPS);
    await addRow(tx, 'accreditation', { institutionId, pageNr, validFrom: from, validTo: to }, recordingOf(context));
    await context.announce(institutionAccredited, { institutionId, on: from });
    return { regNr };
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, page: input.pageNr, from: input.from, to: input.to ?? null } }),
});
