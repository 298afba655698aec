import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { overlap } from '#kernel/period.js';
import { writeAction } from '#platform/actions/action.js';
import { lineOf } from '../domain/lines.js';
import { founderAdded } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { listFounders } from '../store/card.js';
import { addRow } from '../store/changes.js';
import { ACTION_TITLES, FOUNDS_ALREADY } from '../texts.js';
import { checkDay, recordingOf } from './begin-row.js';
import { getInstitutionToChange } from './get-institution.js';
import { Basis, founderColumns, founderFields, RegNr, withFounder } from './inputs.js';

/** One more founder from a day: an institution may have several, and the others stay. */
export const addLegalFounder = writeAction({
  name: 'institutions.add-legal-founder',
  title: ACTION_TITLES.addLegalFounder,
  permission: registerInstitutionsPermission,
  input: withFounder(z.object({ regNr: RegNr, ...founderFields, from: IsoDateInput, reason: z.enum(['founded', 'takeover', 'reorganised']).default('founded'), basis: Basis })),
  async run(context, { regNr, from, reason, basis, ...input }) {
    const { tx, today } = context;
    const institution = await getInstitutionToChange(context, regNr);
    const { id: institutionId, closedOn } = institution;
    checkDay('from', from, institution, context.today);
    const row = { institutionId, role: 'legal', ...(await founderColumns(tx, input, from)), reason, basis, validFrom: from, validTo: closedOn };
    const founders = await listFounders(tx, institutionId, today);
    const isSame = (one: (typeof founders)[number]) => lineOf('founder', one) === lineOf('founder', row) || (one.role === 'legal' && row.founderRegNr !== null && one.founderRegNr === row.founderRegNr);
    const already = founders.some((one) => isSame(one) && overlap({ from: one.validFrom, to: one.validTo }, { from, to: closedOn }));
    if (already) throw invalid(row.unitId === null ? 'founderName' : 'founderAtvk', FOUNDS_ALREADY);
    await addRow(tx, 'founder', row, recordingOf(context));
    await context.announce(founderAdded, { institutionId, on: from });
    return { regNr };
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, from: input.from, reason: input.reason } }),
});
