import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { ClassKind } from '../domain/class-kinds.js';
import { changeRow, changeRows, endsOn, withdrawRow } from './keep-believed.js';
import { Day, IdRow, ofScope, type Recording } from './rows.js';

const MembershipRow = z.object({
  id: z.string(), personId: z.string(), institutionId: z.string(), regNr: z.string(), institution: z.string(), programmeCode: z.string(), isMain: z.boolean(), form: z.string(),
  validFrom: Day, validTo: Day.nullable(), orderNr: z.string(), orderedOn: Day.nullable(), endReason: z.string().nullable(), endComment: z.string(), stage: z.string(),
});
export type MembershipRow = z.infer<typeof MembershipRow>;

const SELECT = sql`select m.id, m.person_id, m.institution_id, i.reg_nr, i.name as institution, m.programme_code, m.is_main, m.form, m.valid_from, m.valid_to, m.order_nr, m.ordered_on, m.end_reason, m.end_comment, g.stage
  from education.membership m join institutions.institution i on i.id = m.institution_id join education.programme g on g.code = m.programme_code`;

/** A membership that is believed now, in an institution of the scope. */
export const findMembership = (tx: Read, id: string, scope: Scope): Promise<MembershipRow | undefined> =>
  tx.first(MembershipRow, sql`${SELECT} where m.id = ${id} and m.superseded_at is null and ${ofScope(sql`m.institution_id`, scope)}`);

/** The main membership that a person has on a day, wherever. */
export const findMainOn = (tx: Read, personId: string, day: IsoDate): Promise<MembershipRow | undefined> =>
  tx.first(MembershipRow, sql`${SELECT} where m.person_id = ${personId} and m.superseded_at is null and m.is_main and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to > ${day}::date)`);

/** Locks all memberships of a person, so that two changes follow each other. */
export const lockPerson = (tx: Write, personId: string): Promise<unknown> => tx.first(IdRow, sql`select id from persons.person where id = ${personId} for no key update`);

export interface NewMembership {
  readonly personId: string;
  readonly institutionId: string;
  readonly programmeCode: string;
  readonly isMain: boolean;
  readonly form: string;
  readonly validFrom: IsoDate;
  readonly orderNr: string;
  readonly orderedOn: IsoDate | null;
}

export async function insertMembership(tx: Write, one: NewMembership, { recordedAt, recordedBy }: Recording): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into education.membership (person_id, institution_id, programme_code, is_main, form, valid_from, order_nr, ordered_on, recorded_at, recorded_by)
      values (${one.personId}, ${one.institutionId}, ${one.programmeCode}, ${one.isMain}, ${one.form}, ${one.validFrom}, ${one.orderNr}, ${one.orderedOn}, ${recordedAt}, ${recordedBy}) returning id`,
  );
  return row!.id;
}

export interface Ending {
  readonly validTo: IsoDate;
  readonly reason: string;
  readonly comment: string;
  readonly orderNr: string;
  readonly orderedOn: IsoDate | null;
}

/** Ends a membership with its placements; placements that would begin later are taken back. */
export async function endMembership(tx: Write, id: string, { validTo, reason, comment, orderNr, orderedOn }: Ending, recording: Recording): Promise<void> {
  await cutPlacements(tx, id, validTo, recording);
  await changeRow(tx, 'membership', id, [endsOn(validTo), sql`end_reason = ${reason}`, sql`end_comment = ${comment}`, sql`end_order_nr = ${orderNr}`, sql`end_ordered_on = ${orderedOn}::date`], recording);
}

/** Takes an ending back: the membership goes on, and so does the class in which it ended. */
export async function reopenMembership(tx: Write, id: string, ended: IsoDate, recording: Recording): Promise<void> {
  await changeRow(tx, 'membership', id, [sql`valid_to = null`, sql`end_reason = null`, sql`end_comment = ''`, sql`end_order_nr = ''`, sql`end_ordered_on = null`], recording);
  await changeRows(tx, 'placement', sql`h.membership_id = ${id} and h.valid_to = ${ended}::date`, [sql`valid_to = null`], recording);
}

async function cutPlacements(tx: Write, membershipId: string, day: IsoDate, recording: Recording): Promise<void> {
  await tx.run(sql`update education.placement set superseded_at = ${recording.recordedAt} where membership_id = ${membershipId} and superseded_at is null and valid_from >= ${day}::date`);
  await changeRows(tx, 'placement', sql`h.membership_id = ${membershipId} and (h.valid_to is null or h.valid_to > ${day}::date)`, [endsOn(day)], recording);
}

/** Takes a membership and its placements back: they never were. */
export async function withdrawMembership(tx: Write, id: string, { recordedAt }: Recording): Promise<void> {
  await tx.run(sql`update education.placement set superseded_at = ${recordedAt} where membership_id = ${id} and superseded_at is null`);
  await tx.run(sql`update education.membership set superseded_at = ${recordedAt} where id = ${id} and superseded_at is null`);
}

/** Puts a membership's first day, form and order right; a placement that began with it begins with it still. */
export async function correctMembership(tx: Write, before: MembershipRow, right: { validFrom: IsoDate; form: string; isMain: boolean; orderNr: string; orderedOn: IsoDate | null }, recording: Recording): Promise<void> {
  const columns = [sql`valid_from = ${right.validFrom}::date`, sql`form = ${right.form}`, sql`is_main = ${right.isMain}`, sql`order_nr = ${right.orderNr}`, sql`ordered_on = ${right.orderedOn}::date`];
  await changeRow(tx, 'membership', before.id, columns, recording);
  if (right.validFrom !== before.validFrom) {
    await changeRows(tx, 'placement', sql`h.membership_id = ${before.id} and h.valid_from = ${before.validFrom}::date`, [sql`valid_from = ${right.validFrom}::date`], recording);
  }
}

const PlacementRow = z.object({
  id: z.string(), classId: z.string(), title: z.string(), kind: z.string().transform((kind) => kind as ClassKind), grade: z.number().nullable(), year: z.number(), validFrom: Day, validTo: Day.nullable(),
});
export type PlacementRow = z.infer<typeof PlacementRow>;

/** The classes of a membership, the latest first. */
export const listPlacements = (tx: Read, membershipId: string): Promise<PlacementRow[]> =>
  tx.all(
    PlacementRow,
    sql`select l.id, l.class_id, c.title, c.kind, c.grade, c.year, l.valid_from, l.valid_to from education.placement l join education.class c on c.id = l.class_id
      where l.membership_id = ${membershipId} and l.superseded_at is null order by l.valid_from desc`,
  );

/** The membership of a placement that is believed now. */
export const findMembershipOfPlacement = async (tx: Read, placementId: string): Promise<string | undefined> =>
  (await tx.first(IdRow, sql`select l.membership_id as id from education.placement l where l.id = ${placementId} and l.superseded_at is null`))?.id;

/**
 * Later placements that were taken back when this one was recorded, as far as they lie before what came after it: a class planned from January
 * that a wrong one of November pushed away. They are told by the instant, which was that of this one's first row.
 */
export const listPushedAway = (tx: Read, { id, validFrom, validTo }: PlacementRow): Promise<PlacementRow[]> =>
  tx.all(
    PlacementRow,
    sql`select l.id, l.class_id, c.title, c.kind, c.grade, c.year, l.valid_from, least(l.valid_to, ${validTo}::date) as valid_to
      from education.placement p join education.placement l on l.membership_id = p.membership_id join education.class c on c.id = l.class_id
      where p.id = ${id} and l.superseded_by is null and l.id <> p.id and l.valid_from > ${validFrom}::date and (${validTo}::date is null or l.valid_from < ${validTo}::date)
        and l.superseded_at = (select min(x.recorded_at) from education.placement x where x.id = p.id or x.superseded_by = p.id)
      order by l.valid_from`,
  );

/** Takes a placement back that never was; the class that ended for it goes on in its place, until those that it pushed away, which come back. */
export async function withdrawPlacement(tx: Write, { id, validTo }: PlacementRow, goesOn: PlacementRow | undefined, back: readonly PlacementRow[], recording: Recording): Promise<void> {
  await withdrawRow(tx, 'placement', id, recording);
  if (goesOn) await changeRow(tx, 'placement', goesOn.id, [endsOn(back[0]?.validFrom ?? validTo)], recording);
  for (const one of back) {
    await tx.run(sql`insert into education.placement (membership_id, class_id, person_id, valid_from, valid_to, repeats, recorded_at, recorded_by)
      select l.membership_id, l.class_id, l.person_id, l.valid_from, ${one.validTo}::date, l.repeats, ${recording.recordedAt}::timestamptz, ${recording.recordedBy} from education.placement l where l.id = ${one.id}`);
  }
}

export interface NewPlacement {
  readonly membershipId: string;
  readonly personId: string;
  readonly classId: string;
  readonly validFrom: IsoDate;
  readonly repeats: boolean;
}

/** Puts a member into a class from a day until the membership ends; the class before ends that day, and later ones are taken back. */
export async function place(tx: Write, { membershipId, personId, classId, validFrom, repeats }: NewPlacement, recording: Recording): Promise<void> {
  await cutPlacements(tx, membershipId, validFrom, recording);
  await tx.run(sql`insert into education.placement (membership_id, class_id, person_id, valid_from, valid_to, repeats, recorded_at, recorded_by)
    select m.id, ${classId}, ${personId}, ${validFrom}, m.valid_to, ${repeats}, ${recording.recordedAt}::timestamptz, ${recording.recordedBy} from education.membership m where m.id = ${membershipId}`);
}

/**
 * Gives a learner without a Latvian personal code the institution's next number of a year, once: letters first, so that it is never taken for a
 * personal code. One at a time for an institution, so that two enrolments at once do not count to the same number.
 */
export async function giveNumber(tx: Write, institutionId: string, personId: string, year: number, { recordedAt, recordedBy }: Recording): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('learner number ' || ${institutionId}::text, 0))`);
  await tx.run(sql`insert into education.learner_number (person_id, institution_id, number, recorded_at, recorded_by)
    select ${personId}::uuid, ${institutionId}::uuid, 'IZ-' || ${year}::text || '-' || lpad(l.next, greatest(4, length(l.next)), '0'), ${recordedAt}::timestamptz, ${recordedBy}
    from (select (coalesce(max(substring(n.number from '^IZ-[0-9]{4}-([0-9]{1,9})$')::int), 0) + 1)::text as next from education.learner_number n
      where n.institution_id = ${institutionId} and n.number like 'IZ-' || ${year}::text || '-%') l
    on conflict (institution_id, person_id) do nothing`);
}

/** Whether the institution is licensed for a programme on a day: pupils may be enrolled from the licence's first day. */
export const isLicensed = async (tx: Read, institutionId: string, programmeCode: string, day: IsoDate): Promise<boolean> =>
  (await tx.first(
    z.object({ found: z.boolean() }),
    sql`select exists (select from education.licence l where l.institution_id = ${institutionId} and l.programme_code = ${programmeCode} and l.superseded_at is null
      and l.valid_from <= ${day}::date and (l.valid_to is null or l.valid_to > ${day}::date)) as found`,
  ))!.found;
