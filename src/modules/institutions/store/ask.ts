import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Period } from '#kernel/period.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day, holdsOn, shownDay, unitNameOn } from './rows.js';

/** The days from founding until closing; undefined for an unknown institution. */
export async function institutionLife(tx: Read, id: string): Promise<Period | undefined> {
  const row = await tx.first(
    z.object({ foundedOn: Day, closedOn: Day.nullable() }),
    sql`select founded_on, closed_on from institutions.institution where id = ${id}`,
  );
  return row && { from: row.foundedOn, to: row.closedOn };
}

/** The names that institutions bore on a day (closed ones: on their last), in one query. */
export async function listNamesOn(tx: Read, ids: readonly string[], day: IsoDate): Promise<Map<string, string>> {
  const rows = await tx.all(
    z.object({ id: z.string(), name: z.string() }),
    sql`select i.id, n.name from institutions.institution i join institutions.name n on n.institution_id = i.id and ${holdsOn('n', shownDay(day))}
      where i.id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The name that an institution bore on a day, or its last before; null where it came later. */
export const institutionNameOn = (id: Sql, day: IsoDate): Sql => sql`(select own_name.name from institutions.name own_name
    where own_name.institution_id = ${id} and own_name.superseded_at is null and own_name.valid_from <= ${day}::date order by own_name.valid_from desc limit 1)`;

const FoundedInstitution = z.object({ id: z.string(), regNr: z.string(), name: z.string() });
export type FoundedInstitution = z.infer<typeof FoundedInstitution>;

/** The institutions whose actual founder is this municipality (body) on a day, in Latvian order. */
export const listInstitutionsOfUnit = (tx: Read, unitId: number, day: IsoDate): Promise<FoundedInstitution[]> =>
  tx.all(
    FoundedInstitution,
    sql`select i.id, i.reg_nr, n.name from institutions.founder f
      join institutions.institution i on i.id = f.institution_id
      join institutions.name n on n.institution_id = i.id and ${holdsOn('n', sql`${day}::date`)}
      where f.unit_id = ${unitId} and f.role = 'actual' and ${holdsOn('f', sql`${day}::date`)}
      order by n.name collate platform.latvian, i.reg_nr`,
  );

const InstitutionOfUnit = z.object({ id: z.string(), unitId: z.number() });
export type InstitutionOfUnit = z.infer<typeof InstitutionOfUnit>;

/** As whom an institution goes on, as its registrar has recorded, by the names of a day. */
export const listSuccessorNames = async (tx: Read, id: string, day: IsoDate): Promise<string[]> => {
  const rows = await tx.all(z.object({ toId: z.string() }), sql`select s.to_id from institutions.succession s where s.from_id = ${id} and s.superseded_at is null order by s.effective, s.to_id`);
  const names = await listNamesOn(tx, rows.map(({ toId }) => toId), day);
  return rows.flatMap(({ toId }) => names.get(toId) ?? []);
};

/** The institutions whose actual founder is one of these municipalities (bodies) on a day. */
export const listInstitutionsOfUnits = (tx: Read, unitIds: readonly number[], day: IsoDate): Promise<InstitutionOfUnit[]> =>
  tx.all(
    InstitutionOfUnit,
    sql`select f.institution_id as id, f.unit_id from institutions.founder f
      where f.unit_id = any(${unitIds}::int[]) and f.role = 'actual' and ${holdsOn('f', sql`${day}::date`)}`,
  );

/** The municipality (body) that is an institution's actual founder on a day; undefined when it is someone else. */
export const findFoundingUnit = async (tx: Read, id: string, day: IsoDate): Promise<number | undefined> =>
  (await tx.first(
    z.object({ unitId: z.number() }),
    sql`select f.unit_id from institutions.founder f
      where f.institution_id = ${id} and f.role = 'actual' and f.unit_id is not null and ${holdsOn('f', sql`${day}::date`)}`,
  ))?.unitId;

const Passed = z.object({ regNr: z.string(), name: z.string(), before: z.string(), after: z.string() });
export type PassedInstitution = z.infer<typeof Passed>;

/** An institution that still exists, whose actual founder (`before`) ended with a reform of the map and is another since that day (`after`); undefined where there is none. */
export const findPassedOn = (tx: Read, reformDay: IsoDate): Promise<PassedInstitution | undefined> =>
  tx.first(
    Passed,
    sql`select i.reg_nr, i.name, ${unitNameOn(sql`old.unit_id`, sql`${reformDay}::date - 1`)} as "before", ${unitNameOn(sql`own.unit_id`, sql`${reformDay}::date`)} as "after"
      from institutions.founder old
      join institutions.founder own on own.institution_id = old.institution_id and own.role = 'actual' and own.superseded_at is null and own.valid_from = old.valid_to
      join institutions.institution i on i.id = old.institution_id and i.closed_on is null
      where old.role = 'actual' and old.superseded_at is null and old.valid_to = ${reformDay}::date and own.unit_id is not null
        and old.unit_id is not null
        and not exists (select from territories.unit_version v where v.unit_id = old.unit_id and (v.valid_to is null or v.valid_to > ${reformDay}::date))
      order by i.reg_nr limit 1`,
  );

/** Joins the municipality (body) that is an institution's actual founder on a day: `alias.unit_id`, null where it is someone else or has ended by then. */
export const joinFoundingUnit = (alias: string, institutionId: Sql, day: IsoDate): Sql => sql`left join (
    select own_founder.institution_id, own_founder.unit_id from institutions.founder own_founder
    join territories.unit_version own_unit on own_unit.unit_id = own_founder.unit_id and daterange(own_unit.valid_from, own_unit.valid_to) @> ${day}::date
    where own_founder.role = 'actual' and ${holdsOn('own_founder', sql`${day}::date`)}
  ) ${sql.ref(alias)} on ${sql.ref(`${alias}.institution_id`)} = ${institutionId}`;

/** The municipality (body) that is an institution's actual founder on a day, as an expression; null where it is someone else. */
export const foundingUnitOn = (institutionId: Sql, day: Sql): Sql => sql`(select own_founder.unit_id from institutions.founder own_founder
    where own_founder.institution_id = ${institutionId} and own_founder.role = 'actual' and ${holdsOn('own_founder', day)} limit 1)`;

const FounderPlace = z.object({ institutionId: z.string(), municipal: z.boolean(), unit: z.string().nullable() });

/** Whose each institution of a day is on an edition of the map, by the published `founder_on_map`; a municipality without a name is one that data cannot tell. */
export const listFoundersPlaced = (tx: Read, day: IsoDate, edition: IsoDate): Promise<z.infer<typeof FounderPlace>[]> =>
  tx.all(FounderPlace, sql`select institution_id, municipal, name as unit from institutions.founder_on_map(${day}::date, ${edition}::date)`);

/** Joins what kind (veids) of institution it is on a day: `alias.kind_lv`, `alias.kind_en`. */
export const joinKind = (alias: string, institutionId: Sql, day: IsoDate): Sql => sql`left join lateral (
    select own_kind.name_lv as kind_lv, own_kind.name_en as kind_en from institutions.standing own_standing
    join institutions.type own_type on own_type.code = own_standing.type join institutions.kind own_kind on own_kind.code = own_type.kind
    where own_standing.institution_id = ${institutionId} and ${holdsOn('own_standing', sql`${day}::date`)} limit 1
  ) ${sql.ref(alias)} on true`;

/** Condition that an institution is of a kind on a day. */
export const isOfKind = (institutionId: Sql, kind: string, day: Sql): Sql => sql`exists (select from institutions.standing own_standing join institutions.type own_type on own_type.code = own_standing.type
    where own_standing.institution_id = ${institutionId} and own_type.kind = ${kind} and ${holdsOn('own_standing', day)})`;

const HeadRow = z.object({ id: z.string(), validFrom: Day, validTo: Day.nullable(), personId: z.string() });

/** Who heads an institution on a day. */
export const findHeadOn = (tx: Read, institutionId: string, day: IsoDate): Promise<z.infer<typeof HeadRow> | undefined> =>
  tx.first(HeadRow, sql`select h.id, h.valid_from, h.valid_to, h.person_id from institutions.head h where h.institution_id = ${institutionId} and ${holdsOn('h', sql`${day}::date`)}`);

/** The institutions of one of the types that are open on a day, in Latvian order. */
export const listInstitutionsOfType = (tx: Read, types: readonly string[], day: IsoDate): Promise<FoundedInstitution[]> =>
  tx.all(
    FoundedInstitution,
    sql`select i.id, i.reg_nr, n.name from institutions.standing s
      join institutions.institution i on i.id = s.institution_id and i.founded_on <= ${day}::date and (i.closed_on is null or i.closed_on > ${day}::date)
      join institutions.name n on n.institution_id = i.id and ${holdsOn('n', sql`${day}::date`)}
      where s.type = any(${[...types]}::text[]) and ${holdsOn('s', sql`${day}::date`)} order by n.name collate platform.latvian, i.reg_nr`,
  );

const FounderGap = z.object({
  regNr: z.string(),
  name: z.string(),
  problem: z.enum(['no founder', 'founder has ended']),
  from: Day,
  to: Day.nullable(),
  founder: z.string().nullable(),
});
export type FounderGap = z.infer<typeof FounderGap>;

/** Days of institutions' lives without an actual founder, or with a municipality that had ended by then, within a scope. */
export const listFounderGaps = (tx: Read, scope: Scope): Promise<FounderGap[]> =>
  tx.all(
    FounderGap,
    sql`with believed as (
        select institution_id, unit_id, valid_from, valid_to from institutions.founder where role = 'actual' and superseded_at is null
      ), covered as (
        select institution_id, range_agg(daterange(valid_from, valid_to)) as days from believed group by institution_id
      ), uncovered as (
        select i.reg_nr, i.name, unnest(multirange(daterange(i.founded_on, i.closed_on)) - coalesce(c.days, '{}')) as days
        from institutions.institution i left join covered c on c.institution_id = i.id where ${within(scope)}
      ), unit_end as (
        select unit_id, max(valid_to) as ended_on from territories.unit_version group by unit_id having bool_and(valid_to is not null)
      )
      select reg_nr, name, 'no founder' as problem, lower(days) as "from", upper(days) as "to", null::text as founder from uncovered
      union all
      select i.reg_nr, i.name, 'founder has ended', greatest(b.valid_from, e.ended_on), b.valid_to, ${unitNameOn(sql`b.unit_id`, sql`e.ended_on`)}
      from believed b join unit_end e on e.unit_id = b.unit_id and (b.valid_to is null or b.valid_to > e.ended_on)
      join institutions.institution i on i.id = b.institution_id and ${within(scope)}
      order by 2, 1, 4`,
  );

/** Institution `i` itself, or any of its actual founders ever, is in the scope: a gap must be seen by who was there before it. */
const within = (scope: Scope): Sql =>
  scope.everywhere
    ? sql`true`
    : sql`(i.id = any(${scope.institutionIds}::uuid[]) or exists (select from institutions.founder f
        where f.institution_id = i.id and f.role = 'actual' and f.superseded_at is null and f.unit_id = any(${scope.unitIds}::int[])))`;
