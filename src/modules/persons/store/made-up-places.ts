import type pg from 'pg';
import type { IsoDate } from '#kernel/iso-date.js';
import type { MadeUpPlace } from '../domain/made-up-person.js';

interface PlaceRow {
  atvk: string;
  part: string;
  parts: number;
  editions: IsoDate[];
  codes: string[];
}

/** Where made-up people live: the units of before 2021, split ones by parish, each with its code in every edition since. */
export async function madeUpPlaces(client: pg.Client, populationOf: (atvk: string) => number): Promise<MadeUpPlace[]> {
  const { rows } = await client.query<PlaceRow>(PLACES);
  return rows.map(({ atvk, part, parts, editions, codes }) => ({
    atvk,
    part,
    weight: populationOf(atvk) / parts,
    codes: editions.map((from, at) => ({ from, atvk: codes[at]! })).filter((code, at, all) => code.atvk !== all[at - 1]?.atvk),
  }));
}

/** A place is one row per unit, or per named part where the unit was split; rows that cannot be decided are none. */
const PLACES = `
  with place as (
    select l.atvk, l.part, array_agg(greatest(l.edition, v.valid_from)::text order by l.edition) as editions, array_agg(l.target_atvk order by l.edition) as codes
    from territories.lineage l join territories.unit_version v on v.atvk = l.atvk
    where v.valid_to = '2021-07-01' and l.edition >= v.valid_from and l.edition <= current_date
      and (l.part <> '' or not exists (select from territories.lineage o where o.atvk = l.atvk and o.part <> ''))
    group by l.atvk, l.part, v.valid_from
  )
  select place.*, count(*) over (partition by atvk)::int as parts from place order by atvk, part`;
