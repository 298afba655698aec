import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day } from './rows.js';

const StayRow = z.object({ personId: z.string(), institutionId: z.string(), institution: z.string(), class: z.string(), validFrom: Day, validTo: Day.nullable() });
export type StayRow = z.infer<typeof StayRow>;

/** In which classes people were within some days, of all institutions: a pupil's way through schools is one, and each of them may follow it. */
export const listStays = (tx: Read, personIds: readonly string[], from: IsoDate, before: IsoDate): Promise<StayRow[]> =>
  tx.all(
    StayRow,
    sql`select l.person_id, c.institution_id, i.name as institution, c.title as class, l.valid_from, l.valid_to
      from education.placement l join education.class c on c.id = l.class_id join institutions.institution i on i.id = c.institution_id
      where l.person_id = any(${[...personIds]}::uuid[]) and l.superseded_at is null and c.kind in ('class', 'special') and l.valid_from < ${before}::date and (l.valid_to is null or l.valid_to > ${from}::date)
      order by l.person_id, l.valid_from, l.id`,
  );
