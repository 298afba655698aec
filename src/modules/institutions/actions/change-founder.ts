import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { founderChanged } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { listFounders } from '../store/card.js';
import { ACTION_TITLES } from '../texts.js';
import { rowOn } from '../domain/history.js';
import { beginRow, checkDay } from './begin-row.js';
import { followReforms, passedTo, takeBack } from './follow-reforms.js';
import { getInstitutionToChange } from './get-institution.js';
import { Basis, founderColumns, founderFields, RegNr, withFounder } from './inputs.js';

/**
 * Another actual founder from a day: a takeover, a reorganisation, or what a person decided after a reform that data could not
 * decide. The legal founder stays who it was. From a day before reforms that have been applied, the new one passes to its
 * successors as it would have then, in place of what they made of the one before.
 */
export const changeFounder = writeAction({
  name: 'institutions.change-founder',
  title: ACTION_TITLES.changeFounder,
  permission: registerInstitutionsPermission,
  input: withFounder(z.object({
    regNr: RegNr,
    ...founderFields,
    from: IsoDateInput,
    reason: z.enum(['takeover', 'reorganised', 'territorial reform']).default('takeover'),
    basis: Basis,
  })),
  async run(context, { regNr, from, reason, basis, ...input }) {
    const { tx, today } = context;
    const institution = await getInstitutionToChange(context, regNr);
    const { id: institutionId } = institution;
    checkDay('from', from, institution, context.today);
    const founder = await founderColumns(tx, input, from);
    const actual = (await listFounders(tx, institutionId, today)).filter((row) => row.role === 'actual');
    const present = rowOn(actual, from);
    const moot = present && present.validFrom < from ? passedTo(actual, present) : [];
    await takeBack(context, moot);
    const left = actual.filter((row) => !moot.includes(row)).map((row) => (row === present ? { ...row, validTo: (moot.at(-1) ?? row).validTo } : row));
    await beginRow(context, 'founder', left, from, { institutionId, role: 'actual', ...founder, reason, basis });
    await followReforms(context, institutionId, from);
    await context.announce(founderChanged, { institutionId, on: from });
    return { regNr };
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, from: input.from, reason: input.reason } }),
});
