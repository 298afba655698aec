import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { institutionRenamed } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { listNames } from '../store/card.js';
import { refreshSearch } from '../store/changes.js';
import { ACTION_TITLES } from '../texts.js';
import { beginRow, checkDay } from './begin-row.js';
import { getInstitutionToChange } from './get-institution.js';
import { Name, RegNr } from './inputs.js';

/** An institution bears another name from a day. */
export const renameInstitution = writeAction({
  name: 'institutions.rename-institution',
  title: ACTION_TITLES.rename,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, name: Name, from: IsoDateInput }),
  async run(context, { regNr, name, from }) {
    const institution = await getInstitutionToChange(context, regNr);
    const { id: institutionId } = institution;
    checkDay('from', from, institution, context.today);
    await beginRow(context, 'name', await listNames(context.tx, institutionId), from, { institutionId, name });
    await refreshSearch(context.tx, [institutionId]);
    await context.announce(institutionRenamed, { institutionId, on: from });
    return { regNr };
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, from: input.from } }),
});
