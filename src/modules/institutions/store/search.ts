import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { ListOrder } from '#kernel/list-order.js';
import { inKeyOrder, type Keyset, standsAfter } from '#platform/db/keyset.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { FOUNDER_TYPES, type FounderType } from '../domain/words.js';
import { Day, holdsOn, isOfPart, liesIn, shownDay, unitNameOn } from './rows.js';

export interface Search {
  readonly on: IsoDate;
  /** The edition of the map on which legal addresses are placed. */
  readonly edition: IsoDate;
  /** Each word must be part of a name ever borne, the registration number or a place; diacritics do not count. */
  readonly words: readonly string[];
  readonly kind: string | null;
  /** A unit of that edition, in which the legal address lies. */
  readonly atvk: string | null;
  readonly founderType: FounderType | null;
  readonly state: 'open' | 'closed' | 'all';
  readonly order: ListOrder<SortedBy>;
}

/** The columns that the list can stand in order of; types by their names in one of the languages. */
export const SORTED_BY = ['name', 'typeLv', 'typeEn', 'unit', 'founder', 'regNr', 'closed'] as const;
export type SortedBy = (typeof SORTED_BY)[number];

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

/** One page in the order asked for, words in Latvian order, and how many there are in all; `after` is the registration number of the last one shown. */
export async function searchInstitutions(tx: Read, search: Search, after: string | null, limit: number): Promise<{ total: number; rows: ListedRow[] }> {
  const page = sql`select found.*, (select count(*)::int from found) as total from found ${after ? sql`where ${standsAfter(keysetOf(search), sql`from (${keyed(search)} where i.reg_nr = ${after}) found`)}` : sql``} order by ${inKeyOrder(keysetOf(search))} limit ${limit}`;
  const rows = await tx.all(ListedRow.extend({ total: z.number() }), sql`with found as materialized (${matching(search)}) ${described(search, page, sql`, i.total`)}`);
  return { total: rows[0]?.total ?? 0, rows };
}

/** All that a search finds, as a stream for files. */
export const streamInstitutions = (tx: Read, search: Search): AsyncIterable<ListedRow> => tx.stream(ListedRow, described(search, matching(search), sql``));

const keysetOf = ({ order }: Search, of = 'found'): Keyset => ({ keys: [...(order.by === 'name' ? [] : ['sort_key']), 'name', 'reg_nr'].map((column) => sql.ref(`${of}.${column}`)), descending: order.descending });

/** Found first, described afterwards: what a page does not show is not looked up. */
const described = (search: Search, found: Sql, more: Sql): Sql => sql`
  select i.id, i.reg_nr, i.name, t.name_lv as type_lv, t.name_en as type_en, v.name as unit, v.atvk as unit_atvk, coalesce(a.part, '') as part,
    f.founder_type, case when f.unit_id is null then f.founder_name else ${unitNameOn(sql`f.unit_id`, sql`i.day`)} end as founder, i.founded_on, i.closed_on ${more}
  from (${found}) i
  left join institutions.standing s on s.institution_id = i.id and ${holdsOn('s', sql`i.day`)}
  left join institutions.type t on t.code = s.type
  left join institutions.address a on a.institution_id = i.id and a.kind = 'legal' and ${holdsOn('a', sql`i.day`)}
  left join territories.lineage l on ${liesIn('a', sql`${search.edition}::date`)}
  left join territories.unit_version v on v.atvk = l.target_atvk
  left join institutions.founder f on f.institution_id = i.id and f.role = 'actual' and ${holdsOn('f', sql`i.day`)}
  order by ${inKeyOrder(keysetOf(search, 'i'))}`;

/** Institutions on their shown day with what they stand in order of. */
const keyed = ({ on, edition, order }: Search): Sql => sql`
  select i.id, i.reg_nr, n.name collate platform.latvian as name, i.founded_on, i.closed_on, ${shownDay(on)} as day, coalesce(${SORT_KEYS[order.by](on, edition)}, '') collate platform.latvian as sort_key
  from institutions.institution i
  join institutions.name n on n.institution_id = i.id and ${holdsOn('n', shownDay(on))}`;

const typeName = (column: Sql) => (on: IsoDate): Sql => sql`(select ${column} from institutions.standing s join institutions.type t on t.code = s.type where s.institution_id = i.id and ${holdsOn('s', shownDay(on))})`;

const SORT_KEYS: Readonly<Record<SortedBy, (on: IsoDate, edition: IsoDate) => Sql>> = {
  name: () => sql`n.name`,
  typeLv: typeName(sql`t.name_lv`),
  typeEn: typeName(sql`t.name_en`),
  unit: (on, edition) => sql`(select v.name || ' ' || a.part from institutions.address a join territories.lineage l on ${liesIn('a', sql`${edition}::date`)} join territories.unit_version v on v.atvk = l.target_atvk
    where a.institution_id = i.id and a.kind = 'legal' and ${holdsOn('a', shownDay(on))})`,
  founder: (on) => sql`(select case when f.unit_id is null then f.founder_name else ${unitNameOn(sql`f.unit_id`, shownDay(on))} end from institutions.founder f where f.institution_id = i.id and f.role = 'actual' and ${holdsOn('f', shownDay(on))})`,
  regNr: () => sql`i.reg_nr`,
  closed: () => sql`i.closed_on::text`,
};

const matching = (search: Search): Sql => sql`${keyed(search)}
  where i.founded_on <= ${search.on}::date and ${STATES[search.state](search.on)} and ${every(conditionsOf(search))}`;

const STATES: Readonly<Record<Search['state'], (on: IsoDate) => Sql>> = {
  open: (on) => sql`(i.closed_on is null or i.closed_on > ${on}::date)`,
  closed: (on) => sql`i.closed_on <= ${on}::date`,
  all: () => sql`true`,
};

const conditionsOf = ({ on, edition, words, kind, atvk, founderType }: Search): Sql[] => [
  ...words.map((word) => sql`i.search_key like '%' || platform.search_key(${literally(word)}) || '%'`),
  ...(kind
    ? [sql`i.id in (select s.institution_id from institutions.standing s join institutions.type t on t.code = s.type
        where t.kind = ${kind} and ${holdsOn('s', shownDay(on))})`]
    : []),
  ...(founderType
    ? [sql`i.id in (select f.institution_id from institutions.founder f
        where f.role = 'actual' and f.founder_type = ${founderType} and ${holdsOn('f', shownDay(on))})`]
    : []),
  ...(atvk
    ? [sql`i.id in (select a.institution_id from territories.lineage l join institutions.address a on a.atvk = l.atvk
        where l.edition = ${edition}::date and l.target_atvk = ${atvk} and a.kind = 'legal' and ${holdsOn('a', shownDay(on))} and ${isOfPart('a')})`]
    : []),
];

const literally = (word: string) => word.replaceAll(/[\\%_]/g, String.raw`\$&`);
