import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day } from './rows.js';

const OnUnitRow = z.object({ id: z.string(), unitId: z.number(), key: z.string(), roleCode: z.string(), roleLv: z.string(), titleLv: z.string(), validFrom: Day, validTo: Day.nullable() });
export type RequirementOnUnit = z.infer<typeof OnUnitRow>;

/** Requirements of municipalities that would hold on a day or later, in a lasting order. */
export const listRequirementsOnUnits = (tx: Read, unitIds: readonly number[], day: IsoDate): Promise<RequirementOnUnit[]> =>
  tx.all(
    OnUnitRow,
    sql`select q.id, q.unit_id, q.key, q.role_code, r.title_lv as role_lv, q.title_lv, q.valid_from, q.valid_to
      from access.role_requirement q join access.role r on r.code = q.role_code
      where q.unit_id = any(${[...unitIds]}::int[]) and (q.valid_to is null or q.valid_to > greatest(q.valid_from, ${day}::date)) order by q.valid_from, q.id`,
  );

/** The same is asked by a successor from the day on; title, page and basis stay as they were. */
export const passRequirementOn = (tx: Write, id: string, unitId: number, day: IsoDate, by: string, now: Date): Promise<number> =>
  tx.run(sql`insert into access.role_requirement (key, role_code, unit_id, title_lv, title_en, link, valid_from, valid_to, basis, recorded_at, recorded_by, inherited_from)
    select q.key, q.role_code, ${unitId}, q.title_lv, q.title_en, q.link, greatest(q.valid_from, ${day}::date), q.valid_to, q.basis, ${now}, ${by}, q.id from access.role_requirement q where q.id = ${id}`);

/** What a municipality asked ends with it. */
export const endRequirementsByReform = (tx: Write, unitIds: readonly number[], day: IsoDate, reformId: string, by: string, now: Date): Promise<number> =>
  tx.run(sql`update access.role_requirement q set valid_to = greatest(q.valid_from, ${day}::date), ended_at = ${now}, ended_by = ${by}, ended_by_reform = ${reformId}
    where q.unit_id = any(${[...unitIds]}::int[]) and (q.valid_to is null or q.valid_to > greatest(q.valid_from, ${day}::date))`);
