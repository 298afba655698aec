import { z } from 'zod';
import { addDays, type IsoDate, isoDate, IsoDateInput } from '#kernel/iso-date.js';
import { editionAmong, listEditions } from '#modules/territories/public.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { countByEditions, type Crosswalk, listKinds } from '../store/institutions-by-municipality.js';

const OptionalDay = z.preprocess((words) => words || undefined, IsoDateInput.optional());

/** What is asked of the page and of its rows alike; `old` and `new` are days of the maps to compare. */
export const CrosswalkInput = z.object({
  on: OptionalDay,
  old: OptionalDay,
  new: OptionalDay,
  basis: z.enum(['address', 'founder']).default('address'),
  kind: z.string().optional().transform((word) => word || null),
});

/** Institutions of a day by municipality, under two editions of the map side by side. By default the last reform's. */
export const reportInstitutionsByMunicipality = readAction({
  name: 'reporting.institutions-by-municipality',
  title: { lv: 'Apskatīts pārskats par iestādēm pašvaldībās', en: 'Looked at the report of institutions by municipality' },
  permission: ANYONE,
  input: CrosswalkInput,
  async run({ tx, today }, input) {
    const asked = await crosswalkOf(tx, input, today);
    const rows = await countByEditions(tx, asked);
    return { ...asked, kinds: await listKinds(tx), rows, total: rows.reduce((sum, row) => sum + row.institutions, 0) };
  },
  audit: NOT_PERSONAL,
});

/** Institutions of today by the unit where they lie, of the map of one day and of another. @throws InvalidInput for a day before the first map */
export async function countInstitutionsUnder(tx: Read, days: { readonly old: IsoDate; readonly new: IsoDate }, today: IsoDate) {
  return countByEditions(tx, await crosswalkOf(tx, { ...CrosswalkInput.parse({}), ...days }, today));
}

export type InstitutionsUnder = Awaited<ReturnType<typeof countInstitutionsUnder>>;

export interface DatedCrosswalk extends Crosswalk {
  readonly oldDay: IsoDate;
  readonly newDay: IsoDate;
}

/** The question with its open days filled in. @throws InvalidInput for a day before the first map */
export async function crosswalkOf(tx: Read, { on, old, new: newer, basis, kind }: z.infer<typeof CrosswalkInput>, today: IsoDate): Promise<DatedCrosswalk> {
  const newDay = newer ?? today;
  const editions = await listEditions(tx);
  const oldDay = old ?? (editions.includes(FIRST_GREAT_REFORM) ? addDays(FIRST_GREAT_REFORM, -1) : newDay);
  return { on: on ?? today, oldDay, newDay, oldEdition: editionAmong(editions, 'old', oldDay), newEdition: editionAmong(editions, 'new', newDay), basis, kind };
}

/** The reform whose two maps people most often compare. */
const FIRST_GREAT_REFORM = isoDate('2021-07-01');
