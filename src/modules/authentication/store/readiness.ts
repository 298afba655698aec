import { z } from 'zod';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { FACTORS } from '../domain/factors.js';
import { READINESS, type Readiness, type Strength, STRENGTHS } from '../domain/readiness.js';
import { Day } from './rows.js';
import { isTechnical } from './technical-users.js';
import { hasCode, hasPassword, hasWayIn, inSql, meansOwned, ownsSomethingElse, type Terms, type TermsInSql, waysWithoutPassword, type Without } from './ways-in.js';

/** Whose people are meant: a municipality with the institutions it founded, or, with null, all who belong to none. */
export interface PeopleOf {
  readonly unitId: number | null;
  /** Its own institutions; with null those of every municipality, who are left out. */
  readonly institutionIds: readonly string[];
}

const belongTo = ({ unitId, institutionIds }: PeopleOf): Sql =>
  unitId === null
    ? sql`u.unit_id is null and (u.institution_id is null or u.institution_id <> all(${[...institutionIds]}::uuid[]))`
    : sql`(u.unit_id = ${unitId} or u.institution_id = any(${[...institutionIds]}::uuid[]))`;

/** Who is to sign in at all: machines are not. */
export const isPerson = sql`u.state = 'active' and not ${isTechnical}`;

/** How readiness is judged: on a day, by the policy of those looked at; exceptions that end within so many days of it no longer count. */
export interface Judging {
  readonly day: IsoDate;
  readonly noticeDays: number;
  readonly terms: Terms;
}

/** Excepted on a day, and for so many days more. */
export const isExceptedOn = (day: IsoDate, more = 0): Sql => sql`exists (select from authentication.policy_exception e where e.user_id = u.id and e.valid_from <= ${day} and e.valid_to > ${day} and e.valid_to >= ${addDays(day, more)})`;

/** How ready a user would be on a day. */
const readinessOn = ({ day, noticeDays }: Omit<Judging, 'terms'>, terms: TermsInSql): Sql => sql`case
  when exists (select from authentication.break_glass b where b.user_id = u.id) then 'sealed'
  when ${hasWayIn(terms, { password: false })} then 'ready'
  when ${isExceptedOn(day, noticeDays)} then 'excepted'
  when ${isExceptedOn(day)} then 'exception-ends'
  when ${ownsSomethingElse} then 'unusable'
  when ${hasCode} then 'code-only'
  when ${hasPassword} then 'password-only'
  else 'nothing' end`;

const ReadinessRow = z.object({
  id: z.string(),
  name: z.string(),
  nameKey: z.string(),
  login: z.string(),
  email: z.string(),
  institution: z.string().nullable(),
  readiness: z.enum(READINESS),
  /** What they have, and of it what still opens their account when passwords have ended. */
  means: z.array(z.enum(FACTORS)),
  ways: z.array(z.enum(FACTORS)),
  exceptedUntil: Day.nullable(),
  lastSignIn: z.date().nullable(),
});
export type ReadinessRow = z.infer<typeof ReadinessRow>;

export interface ReadinessSearch {
  readonly people: PeopleOf;
  readonly judging: Judging;
  /** Exceptions that hold today are told also where the day looked at is beyond their end. */
  readonly today: IsoDate;
  readonly readiness: readonly Readiness[];
  readonly words: string;
}

const selectPeople = ({ people, judging, today, readiness, words }: ReadinessSearch, after: readonly [string, string] | null): Sql => sql`
  select r.*, ${meansOwned} as means, ${waysWithoutPassword(inSql(judging.terms))} as ways from (
    select u.id, u.name, u.name_key, u.login, u.email, (select i.name from institutions.institution i where i.id = u.institution_id) as institution,
      ${readinessOn(judging, inSql(judging.terms))} as readiness, u.last_sign_in_at as last_sign_in,
      (select max(e.valid_to) from authentication.policy_exception e where e.user_id = u.id and e.valid_to > ${today}) as excepted_until
    from access.app_user u where ${isPerson} and ${belongTo(people)}
      ${words ? sql`and (u.name_key like '%' || platform.search_key(${words}) || '%' or starts_with(u.login, lower(${words})))` : sql``}
  ) r join access.app_user u on u.id = r.id where ${every([
    ...(readiness.length > 0 ? [sql`r.readiness = any(${[...readiness]}::text[])`] : []),
    ...(after ? [sql`(r.name_key, r.id) > (${after[0]}, ${after[1]}::uuid)`] : []),
  ])} order by r.name_key, r.id`;

export const listReadiness = (tx: Read, search: ReadinessSearch, after: readonly [string, string] | null, limit: number): Promise<ReadinessRow[]> =>
  tx.all(ReadinessRow, sql`${selectPeople(search, after)} limit ${limit}`);

/** How many the list would show in all. */
export const countFound = async (tx: Read, search: ReadinessSearch): Promise<number> => (await tx.first(z.object({ n: z.number() }), sql`select count(*) as n from (${selectPeople(search, null)}) f`))!.n;

/** All that the list would show, row by row. */
export const streamReadiness = (tx: Read, search: ReadinessSearch): AsyncIterable<ReadinessRow> => tx.stream(ReadinessRow, selectPeople(search, null));

export type ReadinessCounts = Readonly<Record<Readiness, number>>;

const countsFrom = (rows: readonly { readiness: Readiness; n: number }[]): ReadinessCounts =>
  Object.fromEntries(READINESS.map((one) => [one, rows.find(({ readiness }) => readiness === one)?.n ?? 0])) as Record<Readiness, number>;

const CountRow = z.object({ readiness: z.enum(READINESS), n: z.number() });

/** How many of a municipality's people stand where on a day. */
export const countReadiness = async (tx: Read, people: PeopleOf, judging: Judging): Promise<ReadinessCounts> =>
  countsFrom(
    await tx.all(CountRow, sql`select r.readiness, count(*) as n from (select ${readinessOn(judging, inSql(judging.terms))} as readiness from access.app_user u where ${isPerson} and ${belongTo(people)}) r group by 1`),
  );

export type StrengthCounts = Readonly<Record<Strength, number>>;

/** How many of them hold how strong means, as `strengthOf` tells of each. */
export async function countStrengths(tx: Read, people: PeopleOf, { terms }: Judging): Promise<StrengthCounts> {
  const rows = await tx.all(
    z.object({ strength: z.enum(STRENGTHS), n: z.number() }),
    sql`select case when 'passkey' = any(w.ways) then 'phishing-resistant' when cardinality(w.ways) > 1 then 'several' when cardinality(w.ways) = 1 then 'one' else 'none' end as strength, count(*) as n
      from (select ${waysWithoutPassword(inSql(terms))} as ways from access.app_user u where ${isPerson} and ${belongTo(people)}) w group by 1`,
  );
  return Object.fromEntries(STRENGTHS.map((one) => [one, rows.find(({ strength }) => strength === one)?.n ?? 0])) as Record<Strength, number>;
}

/** The same for every municipality by its own policy, in one query; `founders` says which municipality founded which institution. */
export async function countReadinessByUnit(tx: Read, founders: readonly { id: string; unitId: number }[], judging: Omit<Judging, 'terms'> & Pick<Terms, 'country'>): Promise<ReadonlyMap<number | null, ReadinessCounts>> {
  const terms: TermsInSql = { unitId: sql`b.unit_id`, allowed: sql`coalesce(y.allowed, ${[...FACTORS]}::text[])`, country: sql`${[...judging.country]}::text[]` };
  const rows = await tx.all(
    CountRow.extend({ unitId: z.number().nullable() }),
    sql`select r.unit_id, r.readiness, count(*) as n from (
        select b.unit_id, ${readinessOn(judging, terms)} as readiness
        from access.app_user u left join jsonb_to_recordset(${JSON.stringify(founders)}::jsonb) as f(id uuid, "unitId" integer) on f.id = u.institution_id
        cross join lateral (select coalesce(u.unit_id, f."unitId") as unit_id) b
        left join authentication.policy y on coalesce(y.unit_id, 0) = coalesce(b.unit_id, 0) and y.superseded_at is null
        where ${isPerson}) r group by 1, 2`,
  );
  const units = new Set(rows.map((row) => row.unitId));
  return new Map([...units].map((unitId) => [unitId, countsFrom(rows.filter((row) => row.unitId === unitId))]));
}

/** A rule by which people get in: its terms, and whether passwords still open. */
export interface Rule {
  readonly terms: Terms;
  readonly password: boolean;
  /** As if that were gone. */
  readonly without?: Without;
}

const LoserRow = z.object({ name: z.string(), n: z.number() });

/** Of a municipality's people those who get in by one rule and would not by another, nor by an exception that lasts and something it lets them use: the first by name, and how many. Sealed accounts always open by their keys. */
export async function listWhoLose(tx: Read, people: PeopleOf, before: Rule, after: Rule, { day, noticeDays }: Omit<Judging, 'terms'>, limit: number): Promise<{ readonly names: readonly string[]; readonly n: number }> {
  const rows = await tx.all(
    LoserRow,
    sql`select u.name, count(*) over () as n from access.app_user u where ${isPerson} and ${belongTo(people)}
        and not exists (select from authentication.break_glass b where b.user_id = u.id)
        and ${hasWayIn(inSql(before.terms), before)} and not ${hasWayIn(inSql(after.terms), after)}
        and not (${isExceptedOn(day, noticeDays)} and ${hasWayIn(inSql({ ...after.terms, allowed: FACTORS }), { ...after, password: true })})
      order by u.name_key, u.id limit ${limit}`,
  );
  return { names: rows.map(({ name }) => name), n: rows[0]?.n ?? 0 };
}

/** How many users of a municipality machines act as: they are in no other count. */
export const countTechnical = async (tx: Read, people: PeopleOf): Promise<number> =>
  (await tx.first(z.object({ n: z.number() }), sql`select count(*) as n from access.app_user u where u.state = 'active' and ${isTechnical} and ${belongTo(people)}`))!.n;

const ExceptionRow = z.object({ id: z.string(), name: z.string(), reason: z.string(), validFrom: Day, validTo: Day, recordedAt: z.date() });
export type ExceptionRow = z.infer<typeof ExceptionRow>;

/** The exceptions ever given to a municipality's people, newest first; those taken back on their first day are gone. */
export const listExceptions = (tx: Read, people: PeopleOf, limit = 50): Promise<ExceptionRow[]> =>
  tx.all(
    ExceptionRow,
    sql`select e.id, u.name, e.reason, e.valid_from, e.valid_to, e.recorded_at from authentication.policy_exception e join access.app_user u on u.id = e.user_id
      where ${belongTo(people)} order by e.recorded_at desc, e.id limit ${limit}`,
  );
