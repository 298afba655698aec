import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { PersonCode } from '#kernel/person-code.js';
import type { Scope } from '#platform/actions/actor.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { HOME_IS_PLACE, type HomePlace, isPlace, isProtected, listHomePlaces, listPlacesOfUnit, livesIn, placeRow, protectionAllows } from './rights.js';
import { Code, Day, holdsOn } from './rows.js';

export interface Search {
  readonly code: PersonCode | null;
  readonly family: string;
  readonly given: string;
  readonly bornOn: IsoDate | null;
  /** The day whose names, codes and addresses are meant; not after today. */
  readonly on: IsoDate;
  /** The edition of the map on which homes are told. */
  readonly edition: IsoDate;
  /** A unit of that edition in which the home of the day lies. */
  readonly atvk: string | null;
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
  /** As it was called when it was declared. */
  homeUnit: z.string().nullable(),
  homePart: z.string(),
  /** The unit of the edition asked for in which it lies; null where data cannot tell. */
  onMap: z.string().nullable(),
  isProtected: z.boolean(),
});
export type FoundRow = z.infer<typeof FoundRow>;

/** The people a search finds within the rights of who searches today, as they were on its day, in the order of their search keys. */
export async function searchPersons(tx: Read, search: Search, rights: SearchRights, limit: number): Promise<FoundRow[]> {
  const { on, edition } = search;
  return tx.all(
    FoundRow,
    sql`select p.id, p.family_key, p.given_key, n.given, n.family, p.born_on, case when p.died_on <= ${on} then p.died_on end as died_on, c.code,
        r.name as home_unit, coalesce(a.part, '') as home_part, v.name as on_map, ${isProtected(rights.today)} as is_protected
      from (${await (on === rights.today ? matching : matchingOnDay)(tx, search, rights, limit)}) p
      join persons.name n on n.person_id = p.id and ${holdsOn('n', on)}
      left join persons.code c on c.person_id = p.id and ${holdsOn('c', on)}
      left join persons.address a on a.person_id = p.id and ${holdsOn('a', on)}
      left join territories.unit_version r on r.atvk = a.atvk
      left join territories.lineage l on l.edition = ${edition}::date and l.atvk = a.atvk and l.part = coalesce(
        (select s.part from territories.lineage s where s.edition = l.edition and s.atvk = l.atvk and s.part = a.part), '')
      left join territories.unit_version v on v.atvk = l.target_atvk
      order by p.family_key, p.given_key, p.id`,
  );
}

const COLUMNS = sql`p.id, p.family_key, p.given_key, p.born_on, p.died_on`;
const ORDER = sql`p.family_key, p.given_key, p.id`;

/**
 * A code and a birth date lead to few people at once; a name within some municipalities is read from each of their
 * stretches of the index and merged, so that neither the nation's size nor the number of municipalities slows it.
 */
async function matching(tx: Read, search: Search, { scope, protectedScope, today }: SearchRights, limit: number): Promise<Sql> {
  const wanted = [...conditionsOf(search, OWN_KEYS), protectionAllows(protectedScope, today)];
  const chosen = search.atvk === null ? null : await listPlacesOfUnit(tx, search.atvk, search.edition);
  if (search.code || search.bornOn) return readPersons([...wanted, livesIn(scope, today), ...(chosen ? [homeIsOneOf(chosen)] : [])], limit);
  if (chosen) return readAt(chosen, [...wanted, livesIn(scope, today)], limit);
  return scope.everywhere ? readPersons(wanted, limit) : readAt(await listHomePlaces(tx, scope, today), wanted, limit);
}

/**
 * On an earlier day people bore either the names of their own row, found as those of today, or one that has ended since, found among those.
 * Who may be seen is decided by where they live today.
 */
async function matchingOnDay(tx: Read, search: Search, { scope, protectedScope, today }: SearchRights, limit: number): Promise<Sql> {
  const { on, atvk, edition } = search;
  const chosen = atvk === null ? [] : [livedAtOneOf(await listPlacesOfUnit(tx, atvk, edition), on)];
  const allowed = [protectionAllows(protectedScope, today), ...chosen];
  if (search.code || search.bornOn) return readNames([...conditionsOf(search, KEYS_OF_NAME), holdsOn('n', on), livesIn(scope, today), ...allowed], limit);
  const stillOwn = sql`exists (select from persons.name n where n.person_id = p.id and ${holdsOn('n', on)} and ${KEYS_OF_NAME.family} = p.family_key and ${KEYS_OF_NAME.given} = p.given_key)`;
  const present = [...conditionsOf(search, OWN_KEYS), stillOwn, ...allowed];
  const own = scope.everywhere ? readPersons(present, limit) : readAt(await listHomePlaces(tx, scope, today), present, limit);
  const givenUp = sql`n.valid_to is not null and (${KEYS_OF_NAME.family} <> p.family_key or ${KEYS_OF_NAME.given} <> p.given_key)`;
  const former = readNames([...conditionsOf(search, KEYS_OF_NAME), holdsOn('n', on), givenUp, livesIn(scope, today), ...allowed], limit);
  return sql`select p.* from ((${own}) union all (${former})) p order by ${ORDER} limit ${limit}`;
}

const readPersons = (conditions: readonly Sql[], limit: number): Sql => sql`select ${COLUMNS} from persons.person p where ${every(conditions)} order by ${ORDER} limit ${limit}`;

const readAt = (places: readonly HomePlace[], conditions: readonly Sql[], limit: number): Sql =>
  places.length === 0
    ? readPersons([sql`false`], limit)
    : sql`select p.* from ${placeTable(places)} cross join lateral (${readPersons([HOME_IS_PLACE, ...conditions], limit)}) p order by ${ORDER} limit ${limit}`;

/** People by the names of a history, which give the search keys of their day. */
const readNames = (conditions: readonly Sql[], limit: number): Sql =>
  sql`select p.id, ${KEYS_OF_NAME.family} as family_key, ${KEYS_OF_NAME.given} as given_key, p.born_on, p.died_on from persons.name n join persons.person p on p.id = n.person_id
    where ${every(conditions)} order by 2, 3, 1 limit ${limit}`;

interface Keys {
  readonly family: Sql;
  readonly given: Sql;
}
const OWN_KEYS: Keys = { family: sql`p.family_key`, given: sql`p.given_key` };
/** As the index of former names writes them. */
const KEYS_OF_NAME: Keys = { family: sql`platform.search_key(n.family) collate "C"`, given: sql`platform.search_key(n.given) collate "C"` };

function conditionsOf({ code, family, given, bornOn, after }: Search, keys: Keys): Sql[] {
  return [
    ...(code ? [sql`p.id in (select c.person_id from persons.code c where c.code = ${code} and c.superseded_at is null)`] : []),
    ...(bornOn ? [sql`p.born_on = ${bornOn}`] : []),
    ...(family ? [beginsWith(keys.family, family)] : []),
    ...(given ? [beginsWith(keys.given, given)] : []),
    ...(after ? [sql`(${keys.family}, ${keys.given}, p.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`] : []),
  ];
}

const placeTable = (places: readonly HomePlace[]): Sql => sql`(values ${sql.join(places.map(placeRow))}) place (atvk, part, except_parts)`;

const homeIsOneOf = (places: readonly HomePlace[]): Sql => (places.length === 0 ? sql`false` : sql`exists (select from ${placeTable(places)} where ${HOME_IS_PLACE})`);

/** Whether person `p` had declared an address in one of the places on a day. */
const livedAtOneOf = (places: readonly HomePlace[], on: IsoDate): Sql =>
  places.length === 0
    ? sql`false`
    : sql`exists (select from persons.address b join ${placeTable(places)} on ${isPlace(sql`b.atvk`, sql`b.part`)} where b.person_id = p.id and ${holdsOn('b', on)})`;

/** As a range, which an index of the column in byte order serves whatever the letters are. */
const beginsWith = (column: Sql, words: string): Sql =>
  sql`${column} >= platform.search_key(${words}) and ${column} < platform.search_key(${words}) || ${LAST_CHARACTER}`;
const LAST_CHARACTER = '\u{10FFFF}';
