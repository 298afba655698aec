import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { listOrder, orderFields, type ListOrder } from '#kernel/list-order.js';
import { holdsOn } from '#kernel/period.js';
import { editionAmong, listAllUnits, type UnitVersion } from '#modules/territories/public.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { FOUNDER_TYPES } from '../domain/words.js';
import { type ClassifierItem, listKinds } from '../store/classifiers.js';
import { type ListedRow, type Search, searchInstitutions, SORTED_BY, streamInstitutions } from '../store/search.js';
import { ACTION_TITLES, BEFORE_FIRST_MAP, NO_SUCH_KIND, NO_UNIT_THAT_DAY } from '../texts.js';

const PAGE = 50;

const filters = {
  q: z.string().trim().max(200).default(''),
  on: emptyAsNull(IsoDateInput),
  edition: emptyAsNull(IsoDateInput),
  kind: emptyAsNull(z.string().trim().max(60)),
  atvk: emptyAsNull(z.string().trim().regex(/^\d{7}$/)),
  founder: emptyAsNull(z.enum(FOUNDER_TYPES)),
  state: z.preprocess((words) => words || 'open', z.enum(['open', 'closed', 'all'])),
  ...orderFields(SORTED_BY),
};
type Filters = z.infer<z.ZodObject<typeof filters>>;

/** One page of a search, with what its filters choose from. */
export interface FoundInstitutions {
  readonly on: IsoDate;
  readonly edition: IsoDate;
  /** The days on which maps begin, oldest first. */
  readonly editions: readonly IsoDate[];
  readonly order: ListOrder;
  readonly total: number;
  readonly institutions: readonly ListedRow[];
  /** What `after` of the next page is; null on the last page. */
  readonly next: string | null;
  readonly units: readonly UnitVersion[];
  readonly kinds: readonly ClassifierItem[];
}

export const findInstitutions = readAction({
  name: 'institutions.find-institutions',
  title: ACTION_TITLES.find,
  permission: ANYONE,
  input: z.object({ ...filters, after: emptyAsNull(z.string().trim().regex(/^\d{10}$/)) }),
  audit: NOT_PERSONAL,
  async run({ tx, today }, { after, ...input }): Promise<FoundInstitutions> {
    const { search, editions, units, kinds } = await searchOf(tx, input, today);
    const { total, rows } = await searchInstitutions(tx, search, after, PAGE + 1);
    const institutions = rows.slice(0, PAGE);
    return { on: search.on, edition: search.edition, editions, order: search.order, total, institutions, next: rows.length > PAGE ? institutions.at(-1)!.regNr : null, units, kinds };
  },
});

/** The same search as a file: the very rows that the screen draws, all of them. */
export const exportInstitutions = readAction({
  name: 'institutions.export-institutions',
  title: ACTION_TITLES.export,
  permission: ANYONE,
  input: z.object({ ...filters, format: z.enum(['xlsx', 'csv']) }),
  audit: NOT_PERSONAL,
  async run({ tx, today, now }, { format, ...input }) {
    const { search } = await searchOf(tx, input, today);
    return { format, search, now, rows: streamInstitutions(tx, search) };
  },
});

/** Quotation marks, commas and brackets divide words: names are written with any of them, and looked for without. */
const wordsOf = (q: string): string[] => [...new Set(q.normalize('NFC').split(/[\s,;()"'„“”«»‘’‚`]+/u).filter(Boolean))];

/** @throws InvalidInput for a day before the first map, a kind that is not, or a unit that is not on the map. */
async function searchOf(tx: Read, { q, on, edition: wanted, kind, atvk, founder, state, ...order }: Filters, today: IsoDate) {
  const day = on ?? today;
  const all = await listAllUnits(tx);
  const editions = [...new Set(all.map(({ validFrom }) => validFrom))].sort();
  if (!editions[0] || day < editions[0]) throw invalid('on', BEFORE_FIRST_MAP);
  const edition = editionAmong(editions, 'edition', wanted ?? day);
  const units = all.filter((unit) => holdsOn({ from: unit.validFrom, to: unit.validTo }, edition));
  if (atvk && !units.some((unit) => unit.atvk === atvk)) throw invalid('atvk', NO_UNIT_THAT_DAY);
  const kinds = await listKinds(tx);
  if (kind && !kinds.some((one) => one.code === kind)) throw invalid('kind', NO_SUCH_KIND);
  const search: Search = { on: day, edition, words: wordsOf(q), kind, atvk, founderType: founder, state, order: listOrder(order) };
  return { search, editions, units, kinds };
}
