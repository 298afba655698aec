import { type Sql, sql } from '#platform/db/sql.js';
import { holdsOn } from './rows.js';

/**
 * The municipality (body) of a person's declared address on a day, on the map of that very day, as an expression; null where there is no address,
 * and where a reform divided the unit and the parish does not tell.
 */
export const homeUnitOn = (personId: Sql, day: Sql): Sql => sql`(select own_unit.unit_id from persons.address home
    join territories.lineage own_place on own_place.edition = (select max(e.edition) from territories.lineage e where e.edition <= ${day}) and own_place.atvk = home.atvk
      and own_place.part = coalesce((select n.part from territories.lineage n where n.edition = own_place.edition and n.atvk = home.atvk and n.part = home.part), '')
    join territories.unit_version own_unit on own_unit.atvk = own_place.target_atvk
    where home.person_id = ${personId} and ${holdsOn('home', day)} limit 1)`;
