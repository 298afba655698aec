import { z } from 'zod';
import { ofScope } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const NextDue = z.object({ dueOn: z.string().transform((day) => day as IsoDate), missing: z.number() });

/** The earliest deadline between two days by which something of a scope has not come, with how much, as last counted. */
export const findNextDue = (tx: Read, scope: Scope, from: IsoDate, to: IsoDate): Promise<z.infer<typeof NextDue> | undefined> =>
  tx.first(
    NextDue,
    sql`select s.due_on, sum(s.expected - s.received)::int as missing from marks.standing s
      where s.due_on between ${from}::date and ${to}::date and s.received < s.expected and ${ofScope(sql`s.institution_id`, scope)} group by s.due_on order by s.due_on limit 1`,
  );
