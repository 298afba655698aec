import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { NOWHERE, type Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { AGE_GROUP_STARTS } from '../domain/resident-counts.js';
import { protectionAllows } from './rights.js';
import { holdsOn } from './rows.js';

const CountRow = z.object({
  /** Null where the data cannot tell the municipality (a divided unit, the parish unknown). */
  atvk: z.string().nullable(),
  unit: z.string().nullable(),
  /** 1 is the youngest of `AGE_GROUP_STARTS`. */
  ageGroup: z.number(),
  residents: z.number(),
});
export type CountRow = z.infer<typeof CountRow>;

export interface ResidentCount {
  readonly on: IsoDate;
  /** On which map they are counted. */
  readonly edition: IsoDate;
  /** Whose residents: those who live, as of today's map, in the municipalities of the scope. */
  readonly scope: Scope;
  readonly today: IsoDate;
}

/**
 * Living residents of a day by municipality of their declared address and age, each municipality with all age groups.
 * Protected people are left out: without a separate right they are nowhere, not even as a number. Counted by place first,
 * then put on the map, so that the nation's size costs one pass.
 */
export const streamResidentCounts = (tx: Read, { on, edition, scope, today }: ResidentCount): AsyncIterable<CountRow> =>
  tx.stream(
    CountRow,
    sql`with home as (
        select a.atvk, a.part, width_bucket(extract(year from age(${on}::date, p.born_on))::int, ${[...AGE_GROUP_STARTS]}::int[]) as age_group, count(*) as residents
        from persons.person p join persons.address a on a.person_id = p.id and ${holdsOn('a', on)}
        where p.born_on <= ${on} and (p.died_on is null or p.died_on > ${on}) and ${protectionAllows(NOWHERE, today)}
        group by 1, 2, 3
      ), counted as (
        select l.target_atvk as atvk, home.age_group, sum(home.residents) as residents
        from home left join territories.lineage l on ${isWhereHomeLies('l', sql`${edition}::date`)}
        where ${liesInScope(scope, today)} group by 1, 2
      )
      select place.atvk, v.name as unit, age_group.age_group, coalesce(c.residents, 0)::int as residents
      from (select distinct atvk from counted) place
      cross join generate_series(1, ${AGE_GROUP_STARTS.length}::int) age_group (age_group)
      left join counted c on c.age_group = age_group.age_group and c.atvk is not distinct from place.atvk
      left join territories.unit_version v on v.atvk = place.atvk
      order by v.name collate platform.latvian nulls last, age_group.age_group`,
  );

/** Condition of a join: row `alias` of the lineage tells where `home` lies in an edition. */
const isWhereHomeLies = (alias: string, edition: Sql): Sql => {
  const [ofEdition, atvk, part] = [sql.ref(`${alias}.edition`), sql.ref(`${alias}.atvk`), sql.ref(`${alias}.part`)];
  return sql`${ofEdition} = ${edition} and ${atvk} = home.atvk and ${part} = coalesce(
    (select n.part from territories.lineage n where n.edition = ${ofEdition} and n.atvk = home.atvk and n.part = home.part), '')`;
};

const liesInScope = (scope: Scope, today: IsoDate): Sql =>
  scope.everywhere
    ? sql`true`
    : sql`exists (select from territories.lineage s join territories.unit_version u on u.atvk = s.target_atvk
        where ${isWhereHomeLies('s', sql`(select max(edition) from territories.lineage where edition <= ${today})`)} and u.unit_id = any(${[...scope.unitIds]}::int[]))`;
