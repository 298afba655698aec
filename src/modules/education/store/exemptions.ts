import { z } from 'zod';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { changeRow } from './keep-believed.js';
import type { PupilPosition } from './pupils.js';
import { Day, holdsOn, IdRow, ofScope, type Recording } from './rows.js';

const ExemptionRow = z.object({
  id: z.string(), personId: z.string(), subjectId: z.number(), subject: z.string(), subjectEn: z.string(), basis: z.string(), validFrom: Day, validTo: Day.nullable(), supersededAt: z.date().nullable(), mayChange: z.boolean(),
});
export type ExemptionRow = z.infer<typeof ExemptionRow>;

/** The day of exemption `x` that is nearest to a day. */
const nearest = (day: IsoDate): Sql => sql`greatest(x.valid_from, least(${day}::date, coalesce(x.valid_to - 1, ${day}::date)))`;

/** An exemption is a learner's, not a school's: it is kept by whoever has the learner on that of its days which is nearest to today. */
const isKeptBy = (scope: Scope, today: IsoDate): Sql =>
  sql`(x.superseded_at is null and exists (select from education.membership k where k.person_id = x.person_id and ${ofScope(sql`k.institution_id`, scope)} and ${holdsOn('k', nearest(today))}))`;

const NOWHERE_KEPT = sql`false`;
const select = (kept: Scope | null, today: IsoDate) =>
  sql`select x.id, x.person_id, x.subject_id, s.name as subject, s.name_en as subject_en, x.basis, x.valid_from, x.valid_to, x.superseded_at, ${kept ? isKeptBy(kept, today) : NOWHERE_KEPT} as may_change
    from education.exemption x join education.subject s on s.id = x.subject_id`;

/** All exemptions of a person, also what was believed before, the latest first. @param kept where the asker may change them */
export const listExemptionsOf = (tx: Read, personId: string, kept: Scope | null, today: IsoDate): Promise<ExemptionRow[]> =>
  tx.all(ExemptionRow, sql`${select(kept, today)} where x.person_id = ${personId} order by x.superseded_at is not null, x.valid_from desc, s.name collate platform.latvian, x.id`);

/** One that the scope's institutions keep today. */
export const findExemption = (tx: Read, id: string, scope: Scope, today: IsoDate): Promise<ExemptionRow | undefined> =>
  tx.first(ExemptionRow, sql`${select(scope, today)} where x.id = ${id} and ${isKeptBy(scope, today)}`);

/** Whether someone is a member of one of the scope's institutions on a day. */
export const isMemberOn = async (tx: Read, personId: string, scope: Scope, day: IsoDate): Promise<boolean> =>
  (await tx.first(z.object({ found: z.boolean() }), sql`select exists (select from education.membership m where m.person_id = ${personId} and ${ofScope(sql`m.institution_id`, scope)} and ${holdsOn('m', day)}) as found`))!.found;

export interface ExemptionFacts {
  readonly subjectId: number;
  readonly basis: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

export async function insertExemption(tx: Write, personId: string, one: ExemptionFacts, { recordedAt, recordedBy }: Recording): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into education.exemption (person_id, subject_id, basis, valid_from, valid_to, recorded_at, recorded_by)
      values (${personId}, ${one.subjectId}, ${one.basis}, ${one.validFrom}, ${one.validTo}, ${recordedAt}, ${recordedBy}) returning id`,
  );
  return row!.id;
}

export const correctExemption = (tx: Write, id: string, { subjectId, basis, validFrom, validTo }: ExemptionFacts, recording: Recording): Promise<void> =>
  changeRow(tx, 'exemption', id, [sql`subject_id = ${subjectId}::int`, sql`basis = ${basis}`, sql`valid_from = ${validFrom}::date`, sql`valid_to = ${validTo}::date`], recording);

const ListedExemption = z.object({
  id: z.string(), personId: z.string(), given: z.string(), family: z.string(), familyKey: z.string(), givenKey: z.string(), class: z.string().nullable(), subject: z.string(), subjectEn: z.string(), validFrom: Day, validTo: Day.nullable(),
});
export type ListedExemption = z.infer<typeof ListedExemption>;

/** Exemptions of an institution's members of a day, by their names. */
export const listExemptionsIn = (tx: Read, institutionId: string, day: IsoDate, after: PupilPosition | null, limit: number): Promise<ListedExemption[]> =>
  tx.all(
    ListedExemption,
    sql`with page as (
        select x.id, x.person_id, x.subject_id, x.valid_from, x.valid_to, p.family_key, p.given_key from education.exemption x join persons.person p on p.id = x.person_id
        where ${holdsOn('x', day)} and exists (select from education.membership m where m.person_id = x.person_id and m.institution_id = ${institutionId} and ${holdsOn('m', day)})
          ${after ? sql`and (p.family_key, p.given_key, x.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)` : sql``}
        order by p.family_key, p.given_key, x.id limit ${limit}
      )
      select x.id, x.person_id, n.given, n.family, x.family_key, x.given_key, s.name as subject, s.name_en as subject_en, x.valid_from, x.valid_to,
        (select c.title from education.placement l join education.class c on c.id = l.class_id join education.membership m on m.id = l.membership_id
          where l.person_id = x.person_id and m.institution_id = ${institutionId} and ${holdsOn('l', day)} order by c.kind <> 'class' limit 1) as class
      from page x join education.subject s on s.id = x.subject_id ${joinName('n', sql`x.person_id`, day)} order by x.family_key, x.given_key, x.id`,
  );

const PlaceRow = z.object({ institutionId: z.string(), year: z.number() });

/** The institutions and school years in whose classes someone was on some day of a period: where what is expected of them may have changed. */
export const listPlacesDuring = (tx: Read, personId: string, from: IsoDate, to: IsoDate | null): Promise<z.infer<typeof PlaceRow>[]> =>
  tx.all(
    PlaceRow,
    sql`select distinct c.institution_id, c.year from education.placement l join education.class c on c.id = l.class_id
      where l.person_id = ${personId} and l.superseded_at is null and daterange(l.valid_from, l.valid_to) && daterange(${from}::date, ${to}::date) order by c.institution_id, c.year`,
  );
