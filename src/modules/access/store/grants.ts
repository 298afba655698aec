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

/** Whether a user holds a role at a place on some day of a period already, or will. */
export async function isHeld(tx: Read, userId: string, roleCode: string, place: Place, from: IsoDate, to: IsoDate | null): Promise<boolean> {
  const { everywhere, unitId, institutionId } = columnsOfPlace(place);
  const held = sql`select g.id from access.role_grant g where g.user_id = ${userId} and g.role_code = ${roleCode} and g.everywhere = ${everywhere} and g.unit_id is not distinct from ${unitId}::int
    and g.institution_id is not distinct from ${institutionId}::uuid and daterange(g.valid_from, g.valid_to) && daterange(${from}::date, ${to}::date) limit 1`;
  return (await tx.first(IdRow, held)) !== undefined;
}

const LockedGrantRow = z.object({ id: z.string(), userId: z.string(), roleCode: z.string(), validFrom: Day, validTo: Day.nullable(), endedAt: z.date().nullable() });

/** A grant within a scope, locked until the transaction ends. */
export const lockGrant = (tx: Write, id: string, scope: Scope): Promise<z.infer<typeof LockedGrantRow> | undefined> =>
  tx.first(LockedGrantRow, sql`select g.id, g.user_id, g.role_code, g.valid_from, g.valid_to, g.ended_at from access.role_grant g where g.id = ${id} and ${inScope('g', scope)} for update`);

/**
 * Ends a grant from a day on, also one that was to end later anyway; one that has not begun yet never begins. What the closing of
 * its institution had cut is given back no more: it is this word that holds now.
 */
export async function endGrant(tx: Write, id: string, day: IsoDate, reason: string, by: string, now: Date): Promise<number> {
  const ended = await tx.run(sql`update access.role_grant set valid_to = greatest(valid_from, ${day}::date), ended_at = ${now}, ended_by = ${by}, ended_reason = ${reason}
    where id = ${id} and (valid_to is null or valid_to > greatest(valid_from, ${day}::date))`);
  if (ended > 0) await tx.run(sql`update access.cut_by_closing set lifted_at = ${now}, lifted_by = ${by} where grant_id = ${id} and lifted_at is null`);
  return ended;
}

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

const OfInstitutionRow = z.object({ id: z.string(), userId: z.string(), validTo: Day.nullable(), email: z.string(), institution: z.string() });
type OfInstitutionRow = z.infer<typeof OfInstitutionRow>;

/** One at a time may bring the rights at an institution in line with its closing, so that the later look is at the newer word. */
export const holdRightsAt = (tx: Write, institutionId: string): Promise<number> => tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`access.cut_by_closing ${institutionId}`}, 0))`);

/** Ends the grants on a closed institution that reach beyond the day, and keeps how far each reached. */
export const cutByClosing = (tx: Write, institutionId: string, day: IsoDate, reason: string, by: string, now: Date): Promise<OfInstitutionRow[]> =>
  tx.all(
    OfInstitutionRow,
    sql`with reaching as (
        select g.id, g.valid_to, g.ended_at, g.ended_by, g.ended_reason from access.role_grant g
        where g.institution_id = ${institutionId} and (g.valid_to is null or g.valid_to > greatest(g.valid_from, ${day}::date)) for update
      ), kept as (
        insert into access.cut_by_closing (grant_id, closed_on, valid_to, ended_at, ended_by, ended_reason, recorded_at, recorded_by)
        select id, ${day}::date, valid_to, ended_at, ended_by, ended_reason, ${now}::timestamptz, ${by} from reaching
      )
      update access.role_grant g set valid_to = greatest(g.valid_from, ${day}::date), ended_at = ${now}, ended_by = ${by}, ended_reason = ${reason}
      from reaching r, access.app_user u, institutions.institution i
      where g.id = r.id and i.id = g.institution_id and u.id = g.user_id
      returning g.id, g.user_id, g.valid_to, u.email, i.name as institution`,
  );

/**
 * Gives back what a closing cut that is no longer recorded for that day: each right reaches as far as before, at most until
 * the same right begins anew. What has ended by today stays ended.
 */
export const liftCuts = (tx: Write, institutionId: string, closedOn: IsoDate | null, today: IsoDate, by: string, now: Date): Promise<OfInstitutionRow[]> =>
  tx.all(
    OfInstitutionRow,
    sql`with lifted as (
        update access.cut_by_closing c set lifted_at = ${now}, lifted_by = ${by} from access.role_grant g
        where g.id = c.grant_id and g.institution_id = ${institutionId} and g.valid_to > ${today} and c.lifted_at is null
          and c.closed_on is distinct from ${closedOn}::date
        returning c.grant_id, c.valid_to, c.ended_at, c.ended_by, c.ended_reason
      )
      update access.role_grant g set ended_at = l.ended_at, ended_by = l.ended_by, ended_reason = l.ended_reason, valid_to = least(l.valid_to, (
        select min(n.valid_from) from access.role_grant n
        where n.user_id = g.user_id and n.role_code = g.role_code and n.place_key = g.place_key and n.id <> g.id and n.valid_from >= g.valid_to and n.valid_from < n.valid_to))
      from lifted l, access.app_user u, institutions.institution i
      where g.id = l.grant_id and i.id = g.institution_id and u.id = g.user_id
      returning g.id, g.user_id, g.valid_to, u.email, i.name as institution`,
  );
