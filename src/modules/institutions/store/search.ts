import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { FOUNDER_TYPES, type FounderType } from '../domain/words.js';
import { Day, editionOn, holdsOn, liesIn, shownDay, unitNameOn } from './rows.js';

export interface Search {
  readonly on: IsoDate;
  /** Each word must be part of a name ever borne, the registration number or a place; diacritics do not count. */
  readonly words: readonly string[];
  readonly kind: string | null;
  /** A unit of the day `on`, in which the legal address lies. */
  readonly atvk: string | null;
  readonly founderType: FounderType | null;
  readonly state: 'open' | 'closed' | 'all';
}

const ListedRow = z.object({
  id: z.string(),
  regNr: z.string(),
  name: z.string(),
  typeLv: z.string(),
  typeEn: z.string(),
  unit: z.string().nullable(),
  unitAtvk: z.string().nullable(),
  part: z.string(),
  founderType: z.enum(FOUNDER_TYPES).nullable(),
  founder: z.string().nullable(),
  foundedOn: Day,
  closedOn: Day.nullable(),
});
export type ListedRow = z.infer<typeof ListedRow>;

/** One page in Latvian order of names; `after` is the registration number of the last one shown. */
export const searchInstitutions = (tx: Read, search: Search, after: string | null, limit: number): Promise<ListedRow[]> =>
  tx.all(ListedRow, detailed(search, sql`${matching(search, after)} order by ${ORDER} limit ${limit}`));

/** All that a search finds, as a stream for files. */
export const streamInstitutions = (tx: Read, search: Search): AsyncIterable<ListedRow> => tx.stream(ListedRow, detailed(search, matching(search, null)));

export const countInstitutions = async (tx: Read, search: Search): Promise<number> =>
  (await tx.first(z.object({ count: z.number() }), sql`select count(*)::int as count from (${matching(search, null)}) found`))!.count;

const ORDER = sql`name collate "lv-LV-x-icu", reg_nr`;

/** Found first, described afterwards: what a page does not show is not looked up. */
const detailed = ({ on }: Search, found: Sql): Sql => sql`
  select i.id, i.reg_nr, i.name, t.name_lv as type_lv, t.name_en as type_en, v.name as unit, v.atvk as unit_atvk, coalesce(a.part, '') as part,
    f.founder_type, case when f.unit_id is null then f.founder_name else ${unitNameOn(sql`f.unit_id`, sql`i.day`)} end as founder, i.founded_on, i.closed_on
  from (${found}) i
  left join institutions.standing s on s.institution_id = i.id and ${holdsOn('s', sql`i.day`)}
  left join institutions.type t on t.code = s.type
  left join institutions.address a on a.institution_id = i.id and a.kind = 'legal' and ${holdsOn('a', sql`i.day`)}
  left join territories.lineage l on ${liesIn('a', editionOn(on))}
  left join territories.unit_version v on v.atvk = l.target_atvk
  left join institutions.founder f on f.institution_id = i.id and f.role = 'actual' and ${holdsOn('f', sql`i.day`)}
  order by i.name collate "lv-LV-x-icu", i.reg_nr`;

const matching = (search: Search, after: string | null): Sql => sql`
  select * from (
    select i.id, i.reg_nr, i.search_key, n.name, i.founded_on, i.closed_on, ${shownDay(search.on)} as day
    from institutions.institution i
    join institutions.name n on n.institution_id = i.id and ${holdsOn('n', shownDay(search.on))}
    where i.founded_on <= ${search.on}::date and ${STATES[search.state](search.on)}
  ) i
  where ${every([...conditionsOf(search), ...(after ? [isAfter(search.on, after)] : [])])}`;

const STATES: Readonly<Record<Search['state'], (on: IsoDate) => Sql>> = {
  open: (on) => sql`(i.closed_on is null or i.closed_on > ${on}::date)`,
  closed: (on) => sql`i.closed_on <= ${on}::date`,
  all: () => sql`true`,
};

const conditionsOf = ({ on, words, kind, atvk, founderType }: Search): Sql[] => [
  ...words.map((word) => sql`i.search_key like '%' || platform.search_key(${literally(word)}) || '%'`),
  ...(kind
    ? [sql`exists (select from institutions.standing s join institutions.type t on t.code = s.type
        where s.institution_id = i.id and t.kind = ${kind} and ${holdsOn('s', sql`i.day`)})`]
    : []),
  ...(founderType
    ? [sql`exists (select from institutions.founder f
        where f.institution_id = i.id and f.role = 'actual' and f.founder_type = ${founderType} and ${holdsOn('f', sql`i.day`)})`]
    : []),
  ...(atvk
    ? [sql`exists (select from institutions.address a join territories.lineage l on ${liesIn('a', editionOn(on))}
        where a.institution_id = i.id and a.kind = 'legal' and l.target_atvk = ${atvk} and ${holdsOn('a', sql`i.day`)})`]
    : []),
];

const literally = (word: string) => word.replaceAll(/[\\%_]/g, String.raw`\$&`);

const isAfter = (on: IsoDate, regNr: string): Sql => sql`(i.name collate "lv-LV-x-icu", i.reg_nr) > (
  select n.name collate "lv-LV-x-icu", i.reg_nr from institutions.institution i
  join institutions.name n on n.institution_id = i.id and ${holdsOn('n', shownDay(on))} where i.reg_nr = ${regNr})`;
