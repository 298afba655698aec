import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { ListOrder } from '#kernel/list-order.js';
import type { PersonCode } from '#kernel/person-code.js';
import type { Scope } from '#platform/actions/actor.js';
import { inKeyOrder, type Keyset } from '#platform/db/keyset.js';
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
  readonly order: ListOrder<SortedBy>;
  /** Who was shown last. */
  readonly after: Position | null;
}

/** What found people can stand in order of. */
export const SORTED_BY = ['name', 'bornOn'] as const;
type SortedBy = (typeof SORTED_BY)[number];

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

const Position = z.object({ familyKey: z.string(), givenKey: z.string(), id: z.string(), bornOn: Day });
type Position = z.infer<typeof Position>;

/** Where someone whom the rights show stands among the found of a day; null for everybody else, so that no place in the order tells of them. */
export const findPosition = async (tx: Read, id: string, on: IsoDate, { scope, protectedScope, today }: SearchRights): Promise<Position | null> =>
  (await tx.first(
    Position,
    sql`select ${KEYS_OF_NAME.family} as family_key, ${KEYS_OF_NAME.given} as given_key, p.id, p.born_on from persons.person p join persons.name n on n.person_id = p.id and ${holdsOn('n', on)}
      where p.id = ${id} and ${livesIn(scope, today)} and ${protectionAllows(protectedScope, today)}`,
  )) ?? null;

/** The people a search finds within the rights of who searches today, as they were on its day, in the order asked for. */
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
      order by ${orderOf(search, FOUND_KEYS)}`,
  );
}

/**
 * A code and a birth date lead to few people at once; a name within some municipalities is read from each of their
 * stretches of the index and merged, so that neither the nation's size nor the number of municipalities slows it.
 */
async function matching(tx: Read, search: Search, { scope, protectedScope, today }: SearchRights, limit: number): Promise<Sql> {
  const wanted = [...conditionsOf(search, OWN_KEYS), protectionAllows(protectedScope, today)];
  const chosen = search.atvk === null ? null : await listPlacesOfUnit(tx, search.atvk, search.edition);
  const read = readPersons(search, limit);
  if (search.code || search.bornOn) return read([...wanted, livesIn(scope, today), ...(chosen ? [homeIsOneOf(chosen)] : [])]);
  if (chosen) return readAt(chosen, HOME_IS_PLACE, [...wanted, livesIn(scope, today)], search, read, limit);
  return scope.everywhere ? read(wanted) : readAt(await listHomePlaces(tx, scope, today), HOME_IS_PLACE, wanted, search, read, limit);
}

/**
 * On an earlier day people bore either the name that they bear still, found as those of today, or one that has ended since, found among those;
 * and they lived in a municipality either where they still do, or where an index of former homes finds them. Who may be seen is decided by
 * where they live today.
 */
async function matchingOnDay(tx: Read, search: Search, { scope, protectedScope, today }: SearchRights, limit: number): Promise<Sql> {
  const { on, atvk, edition } = search;
  const chosen = atvk === null ? null : await listPlacesOfUnit(tx, atvk, edition);
  const allowed = [livesIn(scope, today), protectionAllows(protectedScope, today)];
  const names = readNames(search, limit);
  if (search.code || search.bornOn) return names([...conditionsOf(search, KEYS_OF_NAME), holdsOn('n', on), ...(chosen ? [livedAtOneOf(chosen, on)] : []), ...allowed]);
  const present = [...conditionsOf(search, OWN_KEYS), ...allowed];
  const nameStillHolds = sql`exists (select from persons.name n where n.person_id = p.id and n.valid_to is null and ${holdsOn('n', on)})`;
  const read = readPersons(search, limit);
  if (chosen) {
    const still = sql`${nameStillHolds} and exists (select from persons.address b where b.person_id = p.id and b.valid_to is null and ${holdsOn('b', on)})`;
    const former = [...conditionsOf(search, KEYS_OF_FORMER_HOME), sql`f.valid_from <= ${on} and f.valid_to > ${on}`, ...allowed];
    return either(readAt(chosen, HOME_IS_PLACE, [...present, still], search, read, limit), readAt(chosen, FORMER_HOME_IS_PLACE, former, search, readFormerHomes(search, limit), limit), search, limit);
  }
  const own = scope.everywhere ? read([...present, nameStillHolds]) : readAt(await listHomePlaces(tx, scope, today), HOME_IS_PLACE, [...present, nameStillHolds], search, read, limit);
  return either(own, names([...conditionsOf(search, KEYS_OF_NAME), sql`n.valid_to is not null`, holdsOn('n', on), ...allowed]), search, limit);
}

type Reading = (conditions: readonly Sql[]) => Sql;

const COLUMNS = sql`p.id, p.family_key, p.given_key, p.born_on, p.died_on`;

const readPersons = (search: Search, limit: number): Reading => (conditions) =>
  sql`select ${COLUMNS} from persons.person p where ${every(conditions)} order by ${orderOf(search, OWN_KEYS)} limit ${limit}`;

/** People by the names of a history, which give the search keys of their day. */
const readNames = (search: Search, limit: number): Reading => (conditions) =>
  sql`select p.id, ${KEYS_OF_NAME.family} as family_key, ${KEYS_OF_NAME.given} as given_key, p.born_on, p.died_on from persons.name n join persons.person p on p.id = n.person_id
    where ${every(conditions)} order by ${orderOf(search, KEYS_OF_NAME)} limit ${limit}`;

/** People by where they lived and were called so until some day. */
const readFormerHomes = (search: Search, limit: number): Reading => (conditions) =>
  sql`select p.id, f.family_key, f.given_key, p.born_on, p.died_on from persons.former_home f join persons.person p on p.id = f.person_id
    where ${every(conditions)} order by ${orderOf(search, KEYS_OF_FORMER_HOME)} limit ${limit}`;

const readAt = (places: readonly HomePlace[], isPlaceOfRow: Sql, conditions: readonly Sql[], search: Search, read: Reading, limit: number): Sql =>
  places.length === 0
    ? readPersons(search, limit)([sql`false`])
    : sql`select p.* from ${placeTable(places)} cross join lateral (${read([isPlaceOfRow, ...conditions])}) p order by ${orderOf(search, FOUND_KEYS)} limit ${limit}`;

const either = (some: Sql, others: Sql, search: Search, limit: number): Sql => sql`select p.* from ((${some}) union all (${others})) p order by ${orderOf(search, FOUND_KEYS)} limit ${limit}`;

interface Keys {
  readonly family: Sql;
  readonly given: Sql;
  readonly id: Sql;
}
const OWN_KEYS: Keys = { family: sql`p.family_key`, given: sql`p.given_key`, id: sql`p.id` };
const FOUND_KEYS = OWN_KEYS;
/** As the index of former names writes them. */
const KEYS_OF_NAME: Keys = { family: sql`platform.search_key(n.family) collate "C"`, given: sql`platform.search_key(n.given) collate "C"`, id: sql`n.person_id` };
const KEYS_OF_FORMER_HOME: Keys = { family: sql`f.family_key`, given: sql`f.given_key`, id: sql`f.person_id` };
const FORMER_HOME_IS_PLACE: Sql = isPlace(sql`f.atvk`, sql`f.part`);

const keysetOf = ({ order }: Search, { family, given, id }: Keys): Keyset => ({ keys: [...(order.by === 'bornOn' ? [sql`p.born_on`] : []), family, given, id], descending: order.descending });
const orderOf = (search: Search, keys: Keys): Sql => inKeyOrder(keysetOf(search, keys));

function conditionsOf(search: Search, keys: Keys): Sql[] {
  const { code, family, given, bornOn, after } = search;
  return [
    ...(code ? [sql`p.id in (select c.person_id from persons.code c where c.code = ${code} and c.superseded_at is null)`] : []),
    ...(bornOn ? [sql`p.born_on = ${bornOn}`] : []),
    ...(family ? [beginsWith(keys.family, family)] : []),
    ...(given ? [beginsWith(keys.given, given)] : []),
    ...(after ? [standsAfterShown(search, keys, after)] : []),
  ];
}

function standsAfterShown(search: Search, keys: Keys, { familyKey, givenKey, id, bornOn }: Position): Sql {
  const keyset = keysetOf(search, keys);
  const shown = [...(search.order.by === 'bornOn' ? [sql`${bornOn}::date`] : []), sql`${familyKey}`, sql`${givenKey}`, sql`${id}::uuid`];
  return sql`(${sql.join(keyset.keys)}) ${keyset.descending ? sql`<` : sql`>`} (${sql.join(shown)})`;
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
