import { z } from 'zod';
import { personOfCode } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { listOf, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day, holdsOn, ofScope } from './rows.js';

/** Someone by a code that is or was theirs, or by the register's identity, and the day that is asked about. */
export interface Learner {
  readonly code: string | null;
  readonly id: string | null;
  readonly day: IsoDate;
}

const StatusRow = z.object({ personId: z.string().nullable(), isLearner: z.boolean(), level: z.string().nullable(), form: z.string().nullable(), validTo: Day.nullable() });
export type StatusRow = z.infer<typeof StatusRow>;

/**
 * Whether people learn on their days: the stage of their main programme (else of another), its form, and the first day on which it no longer holds as far
 * as is known. One statement by indexes for any number, in their order; who is not in the register is no learner.
 */
export const listStatuses = (tx: Read, learners: readonly Learner[], scope: Scope): Promise<StatusRow[]> =>
  tx.all(
    StatusRow,
    sql`select p.id as person_id, m.id is not null as is_learner, g.stage as level, m.form, m.valid_to
      from unnest(${listOf(learners.map(({ code }) => code), 'text')}, ${listOf(learners.map(({ id }) => id), 'uuid')}, ${listOf(learners.map(({ day }) => day), 'date')}) with ordinality as asked(code, id, day, place)
      left join persons.person p on p.id = coalesce(asked.id, ${personOfCode(sql`asked.code`)})
      left join lateral (select l.id, l.programme_code, l.form, l.valid_to from education.membership l
        where l.person_id = p.id and ${holdsOn('l', sql`asked.day`)} and ${ofScope(sql`l.institution_id`, scope)} order by l.is_main desc, l.valid_from limit 1) m on true
      left join education.programme g on g.code = m.programme_code
      order by asked.place`,
  );
