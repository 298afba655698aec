import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { PersonCode } from '#kernel/person-code.js';
import type { Scope } from '#platform/actions/actor.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { HOME_IS_PLACE, isProtected, listHomePlaces, livesIn, placeRow, protectionAllows } from './rights.js';
import { Code, Day, holdsOn } from './rows.js';

export interface Search {
  readonly code: PersonCode | null;
  readonly family: string;
  readonly given: string;
  readonly bornOn: IsoDate | null;
  /** Search keys and id of the last row already shown. */
  readonly after: readonly [familyKey: string, givenKey: string, id: string] | null;
}

export interface SearchRights {
  readonly scope: Scope;
  readonly protectedScope: Scope;
  readonly today: IsoDate;
}

const FoundRow = z.object({
  id: z.string(),
  familyKey: z.string(),
  givenKey: z.string(),
  given: z.string(),
  family: z.string(),
  bornOn: Day,
  diedOn: Day.nullable(),
  code: Code.nullable(),
  homeUnit: z.string().nullable(),
  homePart: z.string(),
  isProtected: z.boolean(),
});
export type FoundRow = z.infer<typeof FoundRow>;

/** The people a search finds within the rights of who searches, in the order of their search keys. */
export async function searchPersons(tx: Read, search: Search, rights: SearchRights, limit: number): Promise<FoundRow[]> {
  const { today } = rights;
  return tx.all(
    FoundRow,
    sql`select p.id, p.family_key, p.given_key, n.given, n.family, p.born_on, p.died_on, c.code, v.name as home_unit, p.home_part, ${isProtected(today)} as is_protected
      from (${await matching(tx, search, rights, limit)}) p
      join persons.name n on n.person_id = p.id and ${holdsOn('n', today)}
      left join persons.code c on c.person_id = p.id and ${holdsOn('c', today)}
      left join territories.unit_version v on v.atvk = p.home_atvk
      order by p.family_key, p.given_key, p.id`,
  );
}

const COLUMNS = sql`p.id, p.family_key, p.given_key, p.born_on, p.died_on, p.home_atvk, p.home_part`;
const ORDER = sql`p.family_key, p.given_key, p.id`;

/**
 * A code and a birth date lead to few people at once; a name within some municipalities is read from each of their
 * stretches of the index and merged, so that neither the nation's size nor the number of municipalities slows it.
 */
async function matching(tx: Read, search: Search, { scope, protectedScope, today }: SearchRights, limit: number): Promise<Sql> {
  const wanted = [...conditionsOf(search), protectionAllows(protectedScope, today)];
  const read = (conditions: readonly Sql[]) => sql`select ${COLUMNS} from persons.person p where ${every(conditions)} order by ${ORDER} limit ${limit}`;
  if (scope.everywhere || search.code || search.bornOn) return read([...wanted, livesIn(scope, today)]);
  const places = await listHomePlaces(tx, scope, today);
  if (places.length === 0) return read([sql`false`]);
  return sql`select p.* from (values ${sql.join(places.map(placeRow))}) place (atvk, part, except_parts)
    cross join lateral (${read([HOME_IS_PLACE, ...wanted])}) p order by ${ORDER} limit ${limit}`;
}

function conditionsOf({ code, family, given, bornOn, after }: Search): Sql[] {
  return [
    ...(code ? [sql`p.id in (select c.person_id from persons.code c where c.code = ${code} and c.superseded_at is null)`] : []),
    ...(bornOn ? [sql`p.born_on = ${bornOn}`] : []),
    ...(family ? [beginsWith(sql`p.family_key`, family)] : []),
    ...(given ? [beginsWith(sql`p.given_key`, given)] : []),
    ...(after ? [sql`(p.family_key, p.given_key, p.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`] : []),
  ];
}

/** As a range, which an index of the column in byte order serves whatever the letters are. */
const beginsWith = (column: Sql, words: string): Sql =>
  sql`${column} >= platform.search_key(${words}) and ${column} < platform.search_key(${words}) || ${LAST_CHARACTER}`;
const LAST_CHARACTER = '\u{10FFFF}';
