import { z } from 'zod';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { every, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { changeRow, endsOn } from './keep-believed.js';
import { Day, holdsOn, IdRow, ofScope, type Recording } from './rows.js';

const PositionRow = z.object({
  id: z.string(), personId: z.string(), institutionId: z.string(), regNr: z.string(), given: z.string(), family: z.string(), isProtected: z.boolean(), positionCode: z.string(), positionLv: z.string(), positionEn: z.string(),
  workload: z.number(), validFrom: Day, validTo: Day.nullable(),
});
export type PositionRow = z.infer<typeof PositionRow>;

const select = (today: IsoDate) => sql`select x.id, x.person_id, x.institution_id, i.reg_nr, n.given, n.family, n.is_protected, x.position_code, k.name_lv as position_lv, k.name_en as position_en, x.workload::float8 as workload, x.valid_from, x.valid_to
  from education.teacher_position x join institutions.institution i on i.id = x.institution_id join education.position_kind k on k.code = x.position_code ${joinName('n', sql`x.person_id`, today)}`;

/** Positions that an institution's teachers hold on a day. */
export const listPositions = (tx: Read, institutionId: string, day: IsoDate, today: IsoDate): Promise<PositionRow[]> =>
  tx.all(PositionRow, sql`${select(today)} where x.institution_id = ${institutionId} and ${holdsOn('x', day)} order by n.family collate platform.latvian, n.given collate platform.latvian, x.position_code, x.id`);

/** Positions held on a day in a scope's institutions, or in one of them, for programs: in the order of identities. */
export const listPositionsIn = (tx: Read, scope: Scope, { regNr, day }: { regNr: string | null; day: IsoDate }, after: string | null, today: IsoDate, limit: number): Promise<PositionRow[]> =>
  tx.all(
    PositionRow,
    sql`${select(today)} where ${every([ofScope(sql`x.institution_id`, scope), holdsOn('x', day), ...(regNr ? [sql`i.reg_nr = ${regNr}`] : []), ...(after ? [sql`x.id > ${after}::uuid`] : [])])} order by x.id limit ${limit}`,
  );

export const findPosition = (tx: Read, id: string, scope: Scope, today: IsoDate): Promise<PositionRow | undefined> =>
  tx.first(PositionRow, sql`${select(today)} where x.id = ${id} and x.superseded_at is null and ${ofScope(sql`x.institution_id`, scope)}`);

export interface NewPosition {
  readonly personId: string;
  readonly institutionId: string;
  readonly positionCode: string;
  readonly workload: number;
  readonly validFrom: IsoDate;
}

export async function insertPosition(tx: Write, one: NewPosition, { recordedAt, recordedBy }: Recording): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into education.teacher_position (person_id, institution_id, position_code, workload, valid_from, recorded_at, recorded_by)
      values (${one.personId}, ${one.institutionId}, ${one.positionCode}, ${one.workload}, ${one.validFrom}, ${recordedAt}, ${recordedBy}) returning id`,
  );
  return row!.id;
}

const TeacherChoice = z.object({ personId: z.string(), given: z.string(), family: z.string() });
export type TeacherChoice = z.infer<typeof TeacherChoice>;

/** Who teaches in an institution on a day, each once. */
export const listTeacherChoices = (tx: Read, institutionId: string, day: IsoDate): Promise<TeacherChoice[]> =>
  tx.all(
    TeacherChoice,
    sql`select t.person_id, n.given, n.family from (select distinct x.person_id from education.teacher_position x where x.institution_id = ${institutionId} and ${holdsOn('x', day)}) t
      ${joinName('n', sql`t.person_id`, day)} order by n.family collate platform.latvian, n.given collate platform.latvian, t.person_id`,
  );

export const changePosition = (tx: Write, id: string, right: { positionCode: string; workload: number; validFrom: IsoDate; validTo: IsoDate | null }, recording: Recording): Promise<void> =>
  changeRow(tx, 'teacher_position', id, [sql`position_code = ${right.positionCode}`, sql`workload = ${right.workload}`, sql`valid_from = ${right.validFrom}::date`, endsOn(right.validTo)], recording);
