import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { isProtected } from './rights.js';
import { Code, Day, holdsOn, Sex } from './rows.js';

/**
 * Joins today's name of a person to a query of another register, as `alias.given` and `alias.family` with `alias.is_protected`.
 * Of a protected person it gives initials alone, so that whoever works with them still knows that they are there.
 */
export const joinName = (alias: string, personId: Sql, today: IsoDate | Sql): Sql => sql`left join lateral (
    select case when hiding.hidden then left(own_name.given, 1) || '.' else own_name.given end as given,
      case when hiding.hidden then left(own_name.family, 1) || '.' else own_name.family end as family, hiding.hidden as is_protected
    from persons.name own_name
    cross join lateral (select exists (select from persons.protection shield where shield.person_id = own_name.person_id and ${holdsOn('shield', today)}) as hidden) hiding
    where own_name.person_id = ${personId} and ${holdsOn('own_name', today)} limit 1
  ) ${sql.ref(alias)} on true`;

/** Joins a person's code of today as `alias.code`; null where there is none, and of a protected person. */
export const joinCode = (alias: string, personId: Sql, today: IsoDate): Sql => sql`left join lateral (
    select own_code.code from persons.code own_code where own_code.person_id = ${personId} and ${holdsOn('own_code', today)}
      and not exists (select from persons.protection shield where shield.person_id = own_code.person_id and ${holdsOn('shield', today)}) limit 1
  ) ${sql.ref(alias)} on true`;

/** Condition that a person, as an expression, is protected on a day. */
export const isPersonProtected = (personId: Sql, day: IsoDate | Sql): Sql => sql`exists (select from persons.protection shield where shield.person_id = ${personId} and ${holdsOn('shield', day)})`;

/** Condition that a person's names begin with some words; never true of someone protected, whom a name must not find. */
export const isCalled = (personId: Sql, family: string, given: string, today: IsoDate): Sql =>
  sql`exists (select from persons.person p where p.id = ${personId} and ${begins(sql`p.family_key`, family)} and ${begins(sql`p.given_key`, given)} and not ${isProtected(today)})`;

/** Whose a code is or was, as an expression. */
export const personOfCode = (code: Sql): Sql => sql`(select own_code.person_id from persons.code own_code where own_code.code = ${code} and own_code.superseded_at is null)`;

/** Condition that a code is or was a person's. */
export const hasCode = (personId: Sql, code: string): Sql => sql`${personId} in (select c.person_id from persons.code c where c.code = ${code} and c.superseded_at is null)`;

/** Condition that a person bears or bore a family name, in any spelling of capitals and marks; compared and never shown, so of protected people too. */
export const bearsFamily = (personId: Sql, family: Sql): Sql =>
  sql`exists (select from persons.name own_name where own_name.person_id = ${personId} and own_name.superseded_at is null and platform.search_key(own_name.family) = platform.search_key(${family}))`;

const LAST_CHARACTER = '\u{10FFFF}';
const begins = (column: Sql, words: string): Sql =>
  words === '' ? sql`true` : sql`${column} >= platform.search_key(${words}) and ${column} < platform.search_key(${words}) || ${LAST_CHARACTER}`;

const LearnerRow = z.object({ id: z.string(), given: z.string(), family: z.string(), bornOn: Day.nullable(), sex: Sex, diedOn: Day.nullable(), code: Code.nullable(), isProtected: z.boolean() });
export type LearnerRow = z.infer<typeof LearnerRow>;

/** Who a person is, for a register in which they are known already; of a protected one initials alone. */
export const findLearner = (tx: Read, id: string, today: IsoDate): Promise<LearnerRow | undefined> =>
  tx.first(
    LearnerRow,
    sql`select p.id, n.given, n.family, case when n.is_protected then null else p.born_on end as born_on, p.sex, p.died_on,
        case when n.is_protected then null else c.code end as code, n.is_protected
      from persons.person p ${joinName('n', sql`p.id`, today)}
      left join persons.code c on c.person_id = p.id and ${holdsOn('c', today)} where p.id = ${id} and n.given is not null`,
  );

/** How a learner is named by whoever enrols them: by code and family name, or, where there is no Latvian code, by names and day of birth. */
export type NamedLearner = { readonly code: string; readonly family: string } | { readonly given: string; readonly family: string; readonly bornOn: IsoDate };

const NamedRow = z.object({ id: z.string(), bornOn: Day });

/**
 * The one living person so named, if there is exactly one; protected people too, since whoever knows code and name knows whom they mean.
 * Nothing is told but who it is, so that a wrong guess learns nothing.
 */
export async function findNamedLearner(tx: Read, who: NamedLearner): Promise<z.infer<typeof NamedRow> | undefined> {
  const meant = 'code' in who
    ? sql`p.id = (select c.person_id from persons.code c where c.code = ${who.code} and c.superseded_at is null)`
    : sql`p.given_key = platform.search_key(${who.given}) and p.born_on = ${who.bornOn} and not exists (select from persons.code c where c.person_id = p.id and c.superseded_at is null)`;
  const found = await tx.all(
    NamedRow,
    sql`select p.id, p.born_on from persons.person p where ${meant} and p.family_key = platform.search_key(${who.family}) and p.died_on is null limit 2`,
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Whether someone holds a Latvian personal code on a day; who does not is known to an institution by the number it gave. */
export const holdsCode = async (tx: Read, personId: string, day: IsoDate): Promise<boolean> =>
  (await tx.first(z.object({ held: z.boolean() }), sql`select exists (select from persons.code c where c.person_id = ${personId} and ${holdsOn('c', day)}) as held`))!.held;

const KnownAsRow = z.object({ personId: z.string(), codes: z.array(z.string()), families: z.array(z.string()) });
export type KnownAs = z.infer<typeof KnownAsRow>;

/**
 * By which codes and family names, of any time, people are known: for a register that recognises its own people in what others send. Compared
 * and never shown; that is why protected people are among them. In the order of their days: unasked, the planner takes the index of the exclusion
 * constraint, in which a person costs ten times as much.
 * @param persons a query of one column of identifiers
 */
export const listKnownAs = (tx: Read, persons: Sql): Promise<KnownAs[]> =>
  tx.all(
    KnownAsRow,
    sql`select p.id as person_id, array(select c.code from persons.code c where c.person_id = p.id and c.superseded_at is null order by c.valid_from) as codes,
        array(select n.family from persons.name n where n.person_id = p.id and n.superseded_at is null order by n.valid_from) as families
      from persons.person p where p.id in (${persons})`,
  );
