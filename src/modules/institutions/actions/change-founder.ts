import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { founderChanged } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { listFounders } from '../store/card.js';
import { ACTION_TITLES } from '../texts.js';
import { beginRow, checkDay } from './begin-row.js';
import { getInstitutionWithin } from './get-institution.js';
import { Basis, founderColumns, founderFields, RegNr } from './inputs.js';

/**
 * Another actual founder from a day: a takeover, a reorganisation, or what a person decided after a reform that data could not
 * decide. The legal founder stays who it was.
 */
export const changeFounder = writeAction({
  name: 'institutions.change-founder',
  title: ACTION_TITLES.changeFounder,
  permission: registerInstitutionsPermission,
  input: z.object({
    regNr: RegNr,
    ...founderFields,
    from: IsoDateInput,
    reason: z.enum(['takeover', 'reorganised', 'territorial reform']).default('takeover'),
    basis: Basis,
  }),
  async run(context, { regNr, from, reason, basis, ...input }) {
    const { tx, today } = context;
    const institution = await getInstitutionWithin(context, regNr);
    const { id: institutionId } = institution;
    checkDay('from', from, institution, context.today);
    const founder = await founderColumns(tx, input, from);
    const actual = (await listFounders(tx, institutionId, today)).filter((row) => row.role === 'actual');
    await beginRow(context, 'founder', actual, from, { institutionId, role: 'actual', ...founder, reason, basis });
    await context.announce(founderChanged, { institutionId, on: from });
    return { regNr };
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, from: input.from, reason: input.reason } }),
});
