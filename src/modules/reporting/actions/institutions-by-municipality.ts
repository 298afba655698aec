import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { addDays, isoDate, IsoDateInput } from '#kernel/iso-date.js';
import { listEditions } from '#modules/territories/public.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { countByEditions, listKinds } from '../store/institutions-by-municipality.js';

const OptionalDay = z.preprocess((words) => words || undefined, IsoDateInput.optional());

/** Institutions of a day by municipality, under two editions of the map side by side. By default the last reform's. */
export const reportInstitutionsByMunicipality = readAction({
  name: 'reporting.institutions-by-municipality',
  title: { lv: 'Apskatīts pārskats par iestādēm pašvaldībās', en: 'Looked at the report of institutions by municipality' },
  permission: ANYONE,
  input: z.object({
    on: OptionalDay,
    old: OptionalDay,
    new: OptionalDay,
    basis: z.enum(['address', 'founder']).default('address'),
    kind: z.string().optional().transform((word) => word || null),
  }),
  async run({ tx, today }, { on = today, old, new: newer, basis, kind }) {
    const editions = await listEditions(tx);
    const editionOf = (field: string, day: typeof on) => {
      const edition = editions.findLast((one) => one <= day);
      if (!edition) throw invalid(field, { lv: `Karte ir zināma no ${editions[0] ?? ''}.`, en: `The map is known from ${editions[0] ?? ''}.` });
      return edition;
    };
    const newDay = newer ?? today;
    const oldDay = old ?? (editions.includes(FIRST_GREAT_REFORM) ? addDays(FIRST_GREAT_REFORM, -1) : newDay);
    const asked = { on, oldEdition: editionOf('old', oldDay), newEdition: editionOf('new', newDay), basis, kind };
    const rows = await countByEditions(tx, asked);
    return { ...asked, oldDay, newDay, kinds: await listKinds(tx), rows, total: rows.reduce((sum, row) => sum + row.institutions, 0) };
  },
  audit: NOT_PERSONAL,
});

/** The reform whose two maps people most often compare. */
const FIRST_GREAT_REFORM = isoDate('2021-07-01');
