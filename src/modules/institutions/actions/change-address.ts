import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { ADDRESS_KINDS } from '../domain/words.js';
import { addressChanged } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { listAddresses } from '../store/card.js';
import { refreshSearch } from '../store/changes.js';
import { ACTION_TITLES } from '../texts.js';
import { beginRow, checkDay } from './begin-row.js';
import { getInstitutionToChange } from './get-institution.js';
import { placeFields, placeOn, RegNr } from './inputs.js';

/** Another legal address from a day, or an actual one that differs from it. */
export const changeAddress = writeAction({
  name: 'institutions.change-address',
  title: ACTION_TITLES.changeAddress,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, kind: z.enum(ADDRESS_KINDS), ...placeFields, from: IsoDateInput }),
  async run(context, { regNr, from, kind, ...typed }) {
    const { tx, today } = context;
    const institution = await getInstitutionToChange(context, regNr);
    const { id: institutionId } = institution;
    checkDay('from', from, institution, context.today);
    const place = await placeOn(tx, typed, from);
    const addresses = (await listAddresses(tx, institutionId, today)).filter((row) => row.kind === kind);
    await beginRow(context, 'address', addresses, from, { institutionId, kind, ...place });
    await refreshSearch(tx, [institutionId]);
    await context.announce(addressChanged, { institutionId, on: from });
    return { regNr };
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, kind: input.kind, from: input.from } }),
});
