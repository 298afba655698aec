import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
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

/** One page in Latvian order of names, and how many there are in all; `after` is the registration number of the last one shown. */
export async function searchInstitutions(tx: Read, search: Search, after: string | null, limit: number): Promise<{ total: number; rows: ListedRow[] }> {
  const page = sql`select found.*, (select count(*)::int from found) as total from found ${after ? sql`where ${isAfter(search.on, after)}` : sql``} order by ${ORDER} limit ${limit}`;
  const rows = await tx.all(ListedRow.extend({ total: z.number() }), sql`with found as materialized (${matching(search)}) ${described(search, page, sql`, i.total`)}`);
  return { total: rows[0]?.total ?? 0, rows };
}

/** All that a search finds, as a stream for files. */
export const streamInstitutions = (tx: Read, search: Search): AsyncIterable<ListedRow> => tx.stream(ListedRow, described(search, matching(search), sql``));

const ORDER = sql`name collate platform.latvian, reg_nr`;

/** Found first, described afterwards: what a page does not show is not looked up. */
const described = ({ edition }: Search, found: Sql, more: Sql): Sql => sql`
  select i.id, i.reg_nr, i.name, t.name_lv as type_lv, t.name_en as type_en, v.name as unit, v.atvk as unit_atvk, coalesce(a.part, '') as part,
    f.founder_type, case when f.unit_id is null then f.founder_name else ${unitNameOn(sql`f.unit_id`, sql`i.day`)} end as founder, i.founded_on, i.closed_on ${more}
  from (${found}) i
  left join institutions.standing s on s.institution_id = i.id and ${holdsOn('s', sql`i.day`)}
  left join institutions.type t on t.code = s.type
  left join institutions.address a on a.institution_id = i.id and a.kind = 'legal' and ${holdsOn('a', sql`i.day`)}
  left join territories.lineage l on ${liesIn('a', sql`${edition}::date`)}
  left join territories.unit_version v on v.atvk = l.target_atvk
  left join institutions.founder f on f.institution_id = i.id and f.role = 'actual' and ${holdsOn('f', sql`i.day`)}
  order by i.name collate platform.latvian, i.reg_nr`;

const matching = (search: Search): Sql => sql`
  select i.id, i.reg_nr, n.name, i.founded_on, i.closed_on, ${shownDay(search.on)} as day
  from institutions.institution i
  join institutions.name n on n.institution_id = i.id and ${holdsOn('n', shownDay(search.on))}
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

const isAfter = (on: IsoDate, regNr: string): Sql => sql`(name collate platform.latvian, reg_nr) > (
  select n.name collate platform.latvian, i.reg_nr from institutions.institution i
  join institutions.name n on n.institution_id = i.id and ${holdsOn('n', shownDay(on))} where i.reg_nr = ${regNr})`;
