import { z } from 'zod';
import { generalLearners } from '#modules/education/public.js';
import { foundingUnitOn } from '#modules/institutions/public.js';
import { homeUnitOn } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day, type Recording, unitNameOn } from './rows.js';

/** Who learns in the institutions of a query on a day, and where they are declared. */
const counted = (institutions: Sql, day: IsoDate): Sql => sql`select i.id as institution_id, ${foundingUnitOn(sql`i.id`, sql`${day}::date`)} as founder_id, m.person_id, ${homeUnitOn(sql`m.person_id`, sql`${day}::date`)} as unit_id
  from (${institutions}) i cross join lateral ${generalLearners(sql`i.id`, sql`${day}::date`)} m`;

/**
 * Freezes the count of a day, as it is believed now. Where the newest version says the very same, nothing is written.
 * @param institutions a query of `id`; those that no municipality founded are left out
 * @returns how many institutions got a version
 */
export const freezeCounts = (tx: Write, institutions: Sql, day: IsoDate, { at, by }: Recording): Promise<number> =>
  tx.run(sql`with counted as materialized (select * from (${counted(institutions, day)}) c where c.founder_id is not null),
    newest as (
      select distinct on (s.institution_id) s.id, s.institution_id, s.version from settlements.count_snapshot s where s.day = ${day}::date and s.institution_id in (select institution_id from counted)
      order by s.institution_id, s.version desc
    ),
    different as (
      select c.institution_id from counted c left join newest n on n.institution_id = c.institution_id left join settlements.snapshot_learner l on l.snapshot_id = n.id and l.person_id = c.person_id
      where l.person_id is null or l.unit_id is distinct from c.unit_id
      union
      select n.institution_id from newest n join settlements.snapshot_learner l on l.snapshot_id = n.id
      where not exists (select from counted c where c.institution_id = n.institution_id and c.person_id = l.person_id)
    ),
    made as (
      insert into settlements.count_snapshot (institution_id, unit_id, day, version, learners, taken_at, taken_by)
      select c.institution_id, c.founder_id, ${day}::date, coalesce((select n.version from newest n where n.institution_id = c.institution_id), 0) + 1, count(*), ${at}::timestamptz, ${by}
      from counted c where c.institution_id in (select institution_id from different) group by c.institution_id, c.founder_id returning id, institution_id
    ),
    listed as (insert into settlements.snapshot_learner (snapshot_id, person_id, unit_id) select m.id, c.person_id, c.unit_id from made m join counted c on c.institution_id = m.institution_id returning 1)
    select 1 from made`);

/** One institution. */
export const oneInstitution = (id: string): Sql => sql`select ${id}::uuid as id`;
/** All of whose learners of a day nothing has been counted yet. */
export const notCounted = (day: IsoDate): Sql => sql`select own.id from institutions.institution own where not exists (select from settlements.count_snapshot s where s.institution_id = own.id and s.day = ${day}::date)`;

const SnapshotRow = z.object({ id: z.string(), day: Day, version: z.number(), learners: z.number(), takenAt: z.date() });
export type SnapshotRow = z.infer<typeof SnapshotRow>;

/** The counts of an institution in a year, the newest first. */
export const listSnapshots = (tx: Read, institutionId: string, year: number): Promise<SnapshotRow[]> =>
  tx.all(SnapshotRow, sql`select id, day, version, learners, taken_at from settlements.count_snapshot where institution_id = ${institutionId} and extract(year from day) = ${year} order by day desc, version desc`);

const DeclaredRow = z.object({ unit: z.string().nullable(), own: z.boolean(), learners: z.number() });
export type DeclaredRow = z.infer<typeof DeclaredRow>;

/** Where the learners of a count were declared: numbers alone, the own municipality first. */
export const listDeclared = (tx: Read, snapshotId: string): Promise<DeclaredRow[]> =>
  tx.all(
    DeclaredRow,
    sql`select * from (select ${unitNameOn(sql`l.unit_id`, sql`s.day`)} as unit, coalesce(l.unit_id = s.unit_id, false) as own, count(*)::int as learners
      from settlements.count_snapshot s join settlements.snapshot_learner l on l.snapshot_id = s.id where s.id = ${snapshotId} group by l.unit_id, s.unit_id, s.day) declared
      order by own desc, learners desc, unit collate platform.latvian nulls last`,
  );
