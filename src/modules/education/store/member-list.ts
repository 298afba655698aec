import { z } from 'zod';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { every, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day, holdsOn, ofScope } from './rows.js';

const ListedMember = z.object({
  id: z.string(), personId: z.string(), given: z.string(), family: z.string(), isProtected: z.boolean(), bornOn: Day.nullable(), learnerNumber: z.string().nullable(), regNr: z.string(),
  programmeCode: z.string(), isMain: z.boolean(), form: z.string(), validFrom: Day, validTo: Day.nullable(), classId: z.string().nullable(), class: z.string().nullable(), repeats: z.boolean().nullable(),
});
export type ListedMember = z.infer<typeof ListedMember>;

export interface MemberSearch {
  readonly regNr: string | null;
  readonly classId: string | null;
  readonly day: IsoDate;
}

/** Who is a member of a scope's institutions on a day, and in which class, for programs: in the order of identities. Of protected people initials alone. */
export const listMembers = (tx: Read, scope: Scope, { regNr, classId, day }: MemberSearch, after: string | null, today: IsoDate, limit: number): Promise<ListedMember[]> =>
  tx.all(
    ListedMember,
    sql`with page as (
        select m.*, i.reg_nr, l.class_id, l.repeats from education.membership m join institutions.institution i on i.id = m.institution_id
        left join education.placement l on l.membership_id = m.id and ${holdsOn('l', day)}
        where ${every([
          holdsOn('m', day), ofScope(sql`m.institution_id`, scope),
          ...(regNr ? [sql`i.reg_nr = ${regNr}`] : []), ...(classId ? [sql`l.class_id = ${classId}::uuid`] : []), ...(after ? [sql`m.id > ${after}::uuid`] : []),
        ])} order by m.id limit ${limit}
      )
      select m.id, m.person_id, n.given, n.family, n.is_protected, case when n.is_protected then null else p.born_on end as born_on, u.number as learner_number, m.reg_nr,
        m.programme_code, m.is_main, m.form, m.valid_from, m.valid_to, m.class_id, c.title as class, m.repeats
      from page m join persons.person p on p.id = m.person_id ${joinName('n', sql`m.person_id`, today)}
      left join education.learner_number u on u.institution_id = m.institution_id and u.person_id = m.person_id left join education.class c on c.id = m.class_id
      order by m.id`,
  );
