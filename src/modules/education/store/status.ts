import { z } from 'zod';
import { personOfCode } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { EVERYWHERE, type Scope } from '#platform/actions/actor.js';
import { fixed } from '#platform/db/fixed.js';
import { asList, type Sql, sql } from '#platform/db/sql.js';
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

/** Of the stage and form that were told: who moves to another institution without a day between goes on to be the same. */
const alike = (membership: string): Sql =>
  sql`${sql.ref(`${membership}.form`)} = m.form and (select g.stage from education.programme g where g.code = ${sql.ref(`${membership}.programme_code`)}) is not distinct from m.stage`;

/**
 * Whether people learn on their days: the stage of their main programme (else of another), its form, and the first day on which it no longer holds as far
 * as is known. One statement by indexes for any number, in their order; who is not in the register is no learner.
 */
export const listStatuses = (tx: Read, learners: readonly Learner[], scope: Scope): Promise<StatusRow[]> =>
  tx.all(StatusRow, (scope.everywhere ? statusesEverywhere : statusesIn(scope))(...(['code', 'id', 'day'] as const).map((key) => learners.map((one) => one[key]))));

const statusesIn = (scope: Scope) =>
  fixed(
    3,
    (codes, ids, days) => sql`select p.id as person_id, m.id is not null as is_learner, m.stage as level, m.form, last.valid_to
      from unnest(${asList(codes, 'text')}, ${asList(ids, 'uuid')}, ${asList(days, 'date')}) with ordinality as asked(code, id, day, place)
      left join persons.person p on p.id = coalesce(asked.id, ${personOfCode(sql`asked.code`)})
      left join lateral (select l.id, l.form, g.stage from education.membership l left join education.programme g on g.code = l.programme_code
        where l.person_id = p.id and ${holdsOn('l', sql`asked.day`)} and ${ofScope(sql`l.institution_id`, scope)} order by l.is_main desc, l.valid_from limit 1) m on true
      left join lateral (select min(e.valid_to) as valid_to from education.membership e
        where e.person_id = p.id and e.superseded_at is null and e.valid_to > asked.day and ${alike('e')} and not exists (
          select 1 from education.membership n where n.person_id = p.id and ${holdsOn('n', sql`e.valid_to`)} and ${alike('n')} and ${ofScope(sql`n.institution_id`, scope)})) last on true
      order by asked.place`,
  );

const statusesEverywhere = statusesIn(EVERYWHERE);
