import { z } from 'zod';
import { hasCode, isCalled, joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day, holdsOn, lastsOn, ofScope } from './rows.js';

const PupilRow = z.object({
  personId: z.string(), given: z.string(), family: z.string(), isProtected: z.boolean(), bornOn: Day.nullable(),
  membershipId: z.string(), placementId: z.string(), repeats: z.boolean(), validFrom: Day, validTo: Day.nullable(),
});
export type PupilRow = z.infer<typeof PupilRow>;

/** The pupils of a class on a day, in Latvian order. */
export const listClassPupils = (tx: Read, classId: string, day: IsoDate, today: IsoDate): Promise<PupilRow[]> =>
  tx.all(
    PupilRow,
    sql`select l.person_id, n.given, n.family, n.is_protected, case when n.is_protected then null else p.born_on end as born_on, l.membership_id, l.id as placement_id, l.repeats, l.valid_from, l.valid_to
      from education.placement l join persons.person p on p.id = l.person_id ${joinName('n', sql`l.person_id`, today)}
      where l.class_id = ${classId} and ${holdsOn('l', day)} order by n.family collate platform.latvian, n.given collate platform.latvian, l.id`,
  );

const MoveRow = z.object({ personId: z.string(), given: z.string(), family: z.string(), validFrom: Day, validTo: Day.nullable(), endReason: z.string().nullable() });
export type MoveRow = z.infer<typeof MoveRow>;

/** Who came into a class after its first day or left it: what happened to it during the year. */
export const listClassMoves = (tx: Read, classId: string, today: IsoDate): Promise<MoveRow[]> =>
  tx.all(
    MoveRow,
    sql`select l.person_id, n.given, n.family, l.valid_from, l.valid_to, case when m.valid_to = l.valid_to then m.end_reason end as end_reason
      from education.placement l join education.membership m on m.id = l.membership_id join education.class c on c.id = l.class_id join education.school_year y on y.year = c.year
      ${joinName('n', sql`l.person_id`, today)}
      where l.class_id = ${classId} and l.superseded_at is null and (l.valid_from > y.starts_on or l.valid_to is not null) order by coalesce(l.valid_to, l.valid_from) desc, l.id limit 60`,
  );

const FoundPupil = z.object({
  personId: z.string(), given: z.string(), family: z.string(), isProtected: z.boolean(), familyKey: z.string(), givenKey: z.string(), bornOn: Day.nullable(),
  regNr: z.string(), institution: z.string(), class: z.string().nullable(), validFrom: Day, validTo: Day.nullable(),
});
export type FoundPupil = z.infer<typeof FoundPupil>;

export interface PupilSearch {
  readonly family: string;
  readonly given: string;
  readonly code: string | null;
  /** Key of a class's title. */
  readonly classKey: string;
  /** Only who is a member on the day; everyone ever otherwise. */
  readonly present: boolean;
  readonly day: IsoDate;
}
export type PupilPosition = readonly [familyKey: string, givenKey: string, personId: string];

/** Members of the scope's institutions, the latest membership of each person; protected people are found by class and code alone. */
export const searchPupils = (tx: Read, scope: Scope, search: PupilSearch, after: PupilPosition | null, limit: number): Promise<FoundPupil[]> =>
  tx.all(
    FoundPupil,
    sql`with found as (
        select distinct on (p.family_key, p.given_key, p.id) p.id, p.family_key, p.given_key, p.born_on, m.id as membership_id, m.institution_id, m.valid_from, m.valid_to
        from education.membership m join persons.person p on p.id = m.person_id
        where m.superseded_at is null and ${ofScope(sql`m.institution_id`, scope)} ${search.present ? sql`and ${lastsOn('m', search.day)}` : sql``}
          ${search.code ? sql`and ${hasCode(sql`m.person_id`, search.code)}` : sql``}
          ${search.family || search.given ? sql`and ${isCalled(sql`m.person_id`, search.family, search.given, search.day)}` : sql``}
          ${search.classKey ? sql`and exists (select from education.placement l join education.class c on c.id = l.class_id where l.membership_id = m.id and c.title_key = ${search.classKey} and ${holdsOn('l', search.day)})` : sql``}
          ${after ? sql`and (p.family_key, p.given_key, p.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)` : sql``}
        order by p.family_key, p.given_key, p.id, m.is_main desc, m.valid_from desc limit ${limit}
      )
      select f.id as person_id, n.given, n.family, n.is_protected, f.family_key, f.given_key, case when n.is_protected then null else f.born_on end as born_on, i.reg_nr, i.name as institution,
        (select c.title from education.placement l join education.class c on c.id = l.class_id where l.membership_id = f.membership_id and ${holdsOn('l', search.day)} order by c.kind <> 'class' limit 1) as class,
        f.valid_from, f.valid_to
      from found f join institutions.institution i on i.id = f.institution_id ${joinName('n', sql`f.id`, search.day)} order by f.family_key, f.given_key, f.id`,
  );

/** Whether an institution of the scope has or had the person as a member, awaits them, or takes part in their transfer. */
export const isKnownIn = async (tx: Read, personId: string, scope: Scope): Promise<boolean> =>
  (await tx.first(
    z.object({ found: z.boolean() }),
    sql`select (exists (select from education.membership m where m.person_id = ${personId} and m.superseded_at is null and ${ofScope(sql`m.institution_id`, scope)})
      or exists (select from education.candidate c where c.person_id = ${personId} and c.state <> 'removed' and ${ofScope(sql`c.institution_id`, scope)})) as found`,
  ))!.found;

const CardMembership = z.object({
  id: z.string(), institutionId: z.string(), regNr: z.string(), institution: z.string(), inScope: z.boolean(), programmeCode: z.string(), programmeLv: z.string(), programmeEn: z.string(),
  isMain: z.boolean(), form: z.string(), validFrom: Day, validTo: Day.nullable(), orderNr: z.string(), endReason: z.string().nullable(), endLv: z.string().nullable(), endEn: z.string().nullable(),
  endComment: z.string(), recordedAt: z.date(), recordedBy: z.string(), supersededAt: z.date().nullable(),
});
export type CardMembership = z.infer<typeof CardMembership>;

/**
 * All memberships of a person, also what was believed of them before (`supersededAt`), the latest first. Where the asker is responsible
 * for one institution, the others are told too: a pupil's way through schools is one. Comments on an ending stay with their institution.
 */
export const listMembershipsOf = (tx: Read, personId: string, scope: Scope): Promise<CardMembership[]> =>
  tx.all(
    CardMembership,
    sql`select m.id, m.institution_id, i.reg_nr, i.name as institution, ${ofScope(sql`m.institution_id`, scope)} as in_scope, m.programme_code, g.name_lv as programme_lv, g.name_en as programme_en,
        m.is_main, m.form, m.valid_from, m.valid_to, m.order_nr, m.end_reason, r.name_lv as end_lv, r.name_en as end_en,
        case when ${ofScope(sql`m.institution_id`, scope)} then m.end_comment else '' end as end_comment, m.recorded_at, m.recorded_by, m.superseded_at
      from education.membership m join institutions.institution i on i.id = m.institution_id join education.programme g on g.code = m.programme_code
      left join education.end_reason r on r.code = m.end_reason
      where m.person_id = ${personId} order by m.superseded_at is not null, m.valid_from desc, m.recorded_at desc, m.id`,
  );

const CardPlacement = z.object({
  id: z.string(), membershipId: z.string(), classId: z.string(), title: z.string(), year: z.number(), institution: z.string(), repeats: z.boolean(), validFrom: Day, validTo: Day.nullable(), supersededAt: z.date().nullable(),
});
export type CardPlacement = z.infer<typeof CardPlacement>;

export const listPlacementsOf = (tx: Read, personId: string): Promise<CardPlacement[]> =>
  tx.all(
    CardPlacement,
    sql`select l.id, l.membership_id, l.class_id, c.title, c.year, i.name as institution, l.repeats, l.valid_from, l.valid_to, l.superseded_at
      from education.placement l join education.class c on c.id = l.class_id join institutions.institution i on i.id = c.institution_id
      where l.person_id = ${personId} order by l.superseded_at is not null, l.valid_from desc, l.id`,
  );

const NumberRow = z.object({ number: z.string(), institution: z.string() });
export type LearnerNumber = z.infer<typeof NumberRow>;
export const listNumbersOf = (tx: Read, personId: string): Promise<LearnerNumber[]> =>
  tx.all(NumberRow, sql`select n.number, i.name as institution from education.learner_number n join institutions.institution i on i.id = n.institution_id where n.person_id = ${personId} order by n.recorded_at`);
