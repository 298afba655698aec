import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { columnsOfPlace, type Place } from '../domain/place.js';
import { Day, IdRow } from './rows.js';
import { inScope } from './scope.js';

export interface NewGrant {
  readonly userId: string;
  readonly roleCode: string;
  readonly place: Place;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly basis: string;
  readonly basisFileId: string | null;
  readonly requestId: string | null;
}

export async function insertGrant(tx: Write, { place, ...grant }: NewGrant, by: string, now: Date): Promise<string> {
  const { everywhere, unitId, institutionId } = columnsOfPlace(place);
  const row = await tx.first(
    IdRow,
    sql`insert into access.role_grant (user_id, role_code, everywhere, unit_id, institution_id, valid_from, valid_to, granted_to,
        basis, basis_file_id, request_id, confirmed_on, recorded_at, recorded_by)
      values (${grant.userId}, ${grant.roleCode}, ${everywhere}, ${unitId}, ${institutionId}, ${grant.validFrom}, ${grant.validTo}, ${grant.validTo},
        ${grant.basis}, ${grant.basisFileId}, ${grant.requestId}, ${grant.validFrom}, ${now}, ${by}) returning id`,
  );
  return row!.id;
}

const LockedGrantRow = z.object({ id: z.string(), userId: z.string(), roleCode: z.string(), validFrom: Day, validTo: Day.nullable(), endedAt: z.date().nullable() });

/** A grant within a scope, locked until the transaction ends. */
export const lockGrant = (tx: Write, id: string, scope: Scope): Promise<z.infer<typeof LockedGrantRow> | undefined> =>
  tx.first(LockedGrantRow, sql`select g.id, g.user_id, g.role_code, g.valid_from, g.valid_to, g.ended_at from access.role_grant g where g.id = ${id} and ${inScope('g', scope)} for update`);

/** Ends a grant from a day on; one that has not begun yet never begins. */
export const endGrant = (tx: Write, id: string, day: IsoDate, reason: string, by: string, now: Date): Promise<number> =>
  tx.run(sql`update access.role_grant set valid_to = greatest(valid_from, ${day}::date), ended_at = ${now}, ended_by = ${by}, ended_reason = ${reason}
    where id = ${id} and ended_at is null and (valid_to is null or valid_to > ${day})`);

export async function confirmGrant(tx: Write, id: string, day: IsoDate, by: string, now: Date): Promise<void> {
  await tx.run(sql`update access.role_grant set confirmed_on = ${day} where id = ${id} and confirmed_on < ${day}`);
  await tx.run(sql`insert into access.yearly_confirmation (grant_id, confirmed_on, recorded_at, recorded_by) values (${id}, ${day}, ${now}, ${by}) on conflict do nothing`);
}

const EndedRow = z.object({ id: z.string(), userId: z.string(), validTo: Day });

/** Ends the grants that nobody confirmed for so many months and days; tells which. */
export const endUnconfirmed = (tx: Write, today: IsoDate, months: number, graceDays: number, reason: string, by: string, now: Date): Promise<z.infer<typeof EndedRow>[]> =>
  tx.all(
    EndedRow,
    sql`update access.role_grant set valid_to = ${today}, ended_at = ${now}, ended_by = ${by}, ended_reason = ${reason}
      where ended_at is null and valid_from <= ${today} and (valid_to is null or valid_to > ${today})
        and confirmed_on + make_interval(months => ${months}::int, days => ${graceDays}::int) <= ${today}::date
      returning id, user_id, valid_to`,
  );

const EndedOnInstitutionRow = EndedRow.extend({ email: z.string(), institution: z.string() });

/** Ends the grants on an institution that reach beyond a day; tells which, whose they are and the institution's name. */
export const endOnInstitution = (tx: Write, institutionId: string, day: IsoDate, reason: string, by: string, now: Date): Promise<z.infer<typeof EndedOnInstitutionRow>[]> =>
  tx.all(
    EndedOnInstitutionRow,
    sql`update access.role_grant g set valid_to = greatest(g.valid_from, ${day}::date), ended_at = ${now}, ended_by = ${by}, ended_reason = ${reason}
      from access.app_user u, institutions.institution i
      where g.institution_id = ${institutionId} and i.id = g.institution_id and u.id = g.user_id
        and (g.valid_to is null or g.valid_to > greatest(g.valid_from, ${day}::date))
      returning g.id, g.user_id, g.valid_to, u.email, i.name as institution`,
  );

/** Whether there is such a grant within a scope. */
export const isGrantIn = async (tx: Read, id: string, scope: Scope): Promise<boolean> =>
  (await tx.first(IdRow, sql`select g.id from access.role_grant g where g.id = ${id} and ${inScope('g', scope)}`)) !== undefined;
