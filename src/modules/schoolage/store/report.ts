import { z } from 'zod';
import { instantInRiga } from '#kernel/clock.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { GROUPS } from '../domain/words.js';
import { Day, joinUnit, ofUnits } from './rows.js';

const ReportRow = z.object({ unitId: z.number().nullable(), unit: z.string().nullable(), groupCode: z.enum(GROUPS).nullable(), n: z.number() });
export type ReportRow = z.infer<typeof ReportRow>;

/** From which age on, and until which, not including. */
export type AgeSpan = readonly [from: number, until: number];

/**
 * How many children were in no institution at the end of a day, by the municipality of an edition of the map in which they were declared, and by group of status: what was
 * open then, or explained by a status. Rights look at the municipality of today.
 */
export const countUnregistered = (tx: Read, day: IsoDate, edition: IsoDate, [from, until]: AgeSpan, scope: Scope, today: IsoDate): Promise<ReportRow[]> => {
  const end = instantInRiga(addDays(day, 1), '00:00:00');
  return tx.all(
    ReportRow,
    sql`select shown.unit_id, shown.name as unit, k.group_code, count(*)::int as n
      from schoolage.inquiry q join schoolage.inquiry_state s on s.inquiry_id = q.id and s.recorded_at < ${end} and (s.superseded_at is null or s.superseded_at >= ${end})
      join persons.person p on p.id = q.person_id left join schoolage.status_kind k on k.code = s.status_code ${joinUnit('u', 's', today)} ${joinUnit('shown', 's', edition)}
      where (s.state = 'open' or s.closed_by = 'status') and ${ofUnits('u', scope)}
        and p.born_on + make_interval(years => ${from}::int) <= ${day}::date and p.born_on + make_interval(years => ${until}::int) > ${day}::date
      group by 1, 2, 3`,
  );
};

/** The day of the last extract that had been applied by the end of a day; undefined where there was none. */
export const findExtractBefore = async (tx: Read, day: IsoDate): Promise<IsoDate | undefined> =>
  (await tx.first(z.object({ asOf: Day }), sql`select x.as_of from schoolage.extract x where x.state = 'applied' and x.applied_at < ${instantInRiga(addDays(day, 1), '00:00:00')} order by x.as_of desc, x.id desc limit 1`))?.asOf;
