import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const HomesRow = z.object({ unitId: z.number(), name: z.string(), part: z.string(), residents: z.number() });
export type HomesRow = z.infer<typeof HomesRow>;

/**
 * How many living residents have their home in each of these bodies on the eve of a reform, by the part a home names
 * where it matters. Counted over the index of homes alone, then put on the map of the eve.
 */
export const countHomes = (tx: Read, unitIds: readonly number[], effective: string): Promise<HomesRow[]> => tx.all(HomesRow, homes(unitIds, effective, sql``, sql``));

const ReadHomesRow = HomesRow.extend({ nowUnitId: z.number().nullable(), nowAtvk: z.string().nullable(), nowName: z.string().nullable() });
export type ReadHomesRow = z.infer<typeof ReadHomesRow>;

/** The same with the body in which they are read to live on the new map; null where the map cannot tell. */
export const countHomesRead = (tx: Read, unitIds: readonly number[], effective: string): Promise<ReadHomesRow[]> =>
  tx.all(
    ReadHomesRow,
    homes(
      unitIds,
      effective,
      sql`, t.unit_id as now_unit_id, t.atvk as now_atvk, t.name as now_name`,
      sql`left join territories.lineage later on later.atvk = home.home_atvk and later.edition = ${effective}::date
          and later.part = coalesce((select n.part from territories.lineage n where n.edition = later.edition and n.atvk = later.atvk and n.part = home.home_part), '')
        left join territories.unit_version t on t.atvk = later.target_atvk`,
      sql`, t.unit_id, t.atvk, t.name`,
    ),
  );

const homes = (unitIds: readonly number[], effective: string, columns: Sql, joins: Sql, groups: Sql = sql``): Sql => sql`with home as (
        select p.home_atvk, p.home_part, count(*)::int as residents from persons.person p where p.died_on is null and p.home_atvk is not null group by 1, 2
      )
      select v.unit_id, v.name, home.home_part as part, sum(home.residents)::int as residents ${columns}
      from home
      join territories.lineage l on l.atvk = home.home_atvk and l.edition = (select max(edition) from territories.lineage where edition < ${effective})
        and l.part = coalesce((select n.part from territories.lineage n where n.edition = l.edition and n.atvk = l.atvk and n.part = home.home_part), '')
      join territories.unit_version v on v.atvk = l.target_atvk
      ${joins}
      where v.unit_id = any(${unitIds}::int[])
      group by v.unit_id, v.name, home.home_part ${groups}
      order by v.unit_id, home.home_part`;
