import { z } from 'zod';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { coversDay } from './rows.js';

const CountsRow = z.object({
  subjectNames: z.number(), subjectRows: z.number(), classNames: z.number(), classRows: z.number(), refusedCalls: z.number(), moved: z.number(), outcomesTaken: z.number(), outcomesUnknown: z.number(), oldCalls: z.number(),
});
export type TroubleCounts = z.infer<typeof CountsRow>;

/** How much of each of the six troubles an institution has: of a school year, calls since a day. */
export const countTroubles = async (tx: Read, institutionId: string, year: number, since: IsoDate, today: IsoDate): Promise<TroubleCounts> =>
  (await tx.first(
    CountsRow,
    sql`with own as (select b.* from intake.batch b where b.institution_id = ${institutionId} and not b.is_dry_run and not b.is_sandbox),
      said as (select a.code, a.state, a.found, a.person_id, b.year, b.journal_id from intake.answer a join own b on b.id = a.batch_id where a.code in ('VI-101', 'VI-102', 'VI-104', 'VI-105'))
      select count(distinct (s.journal_id, s.found)) filter (where s.code = 'VI-101' and s.state = 'waiting')::int as subject_names, count(*) filter (where s.code = 'VI-101' and s.state = 'waiting')::int as subject_rows,
        count(distinct (s.journal_id, s.found)) filter (where s.code = 'VI-102' and s.state = 'waiting')::int as class_names, count(*) filter (where s.code = 'VI-102' and s.state = 'waiting')::int as class_rows,
        (select coalesce(sum(r.calls), 0)::int from intake.refused_call r where r.institution_id = ${institutionId} and r.day >= ${since}::date) as refused_calls,
        count(distinct s.person_id) filter (where s.code = 'VI-104' and s.year = ${year})::int as moved,
        (select coalesce(sum(o.taken + o.corrected + o.unchanged), 0)::int from own o where o.kind = 'outcome' and o.year = ${year}) as outcomes_taken,
        count(*) filter (where s.code = 'VI-105' and s.year = ${year} and s.state = 'refused')::int as outcomes_unknown,
        (select coalesce(sum(c.calls), 0)::int from intake.journal_call c join intake.journal_school b on b.journal_id = c.journal_id and b.institution_id = ${institutionId} and ${coversDay('b', today)}
          where c.day >= ${since}::date and exists (select from intake.moved_address m where starts_with(c.path, m.old_path))) as old_calls
      from said s`,
  ))!;

const MovedPupil = z.object({ personId: z.string(), given: z.string(), family: z.string(), isProtected: z.boolean(), sentAs: z.string().nullable(), periods: z.array(z.string()), decidedOn: z.string().nullable(), rows: z.number() });
export type MovedPupil = z.infer<typeof MovedPupil>;

/** Learners whose records arrived after they had changed class or institution in the year (VI-104), in the order of their identifiers. */
export const listMovedPupils = (tx: Read, institutionId: string, year: number, today: IsoDate, after: string | null, limit: number): Promise<MovedPupil[]> =>
  tx.all(
    MovedPupil,
    sql`with moved as (
        select a.person_id, max(a.sent->>'class') as sent_as, array_agg(distinct a.sent->>'period') as periods, max(a.sent->>'decidedOn') as decided_on, count(*)::int as rows
        from intake.answer a join intake.batch b on b.id = a.batch_id
        where a.code = 'VI-104' and b.institution_id = ${institutionId} and b.year = ${year} and not b.is_dry_run and not b.is_sandbox and a.person_id is not null ${after ? sql`and a.person_id > ${after}::uuid` : sql``}
        group by a.person_id order by a.person_id limit ${limit}
      )
      select m.*, n.given, n.family, n.is_protected from moved m ${joinName('n', sql`m.person_id`, today)} order by m.person_id`,
  );

const OldCallRow = z.object({ journal: z.string(), path: z.string(), newPath: z.string(), calls: z.number(), lastAt: z.date(), answersUntil: z.string().transform((day) => day as IsoDate).nullable() });
export type OldCallRow = z.infer<typeof OldCallRow>;

/** Old addresses that the e-journals of an institution still call. */
export const listOldCallsFor = (tx: Read, institutionId: string, since: IsoDate, today: IsoDate): Promise<OldCallRow[]> =>
  tx.all(
    OldCallRow,
    sql`select j.name as journal, m.old_path as path, m.new_path, sum(c.calls)::int as calls, max(c.last_at) as last_at, m.answers_until
      from intake.journal_school b join intake.journal j on j.id = b.journal_id join intake.journal_call c on c.journal_id = j.id join intake.moved_address m on starts_with(c.path, m.old_path)
      where b.institution_id = ${institutionId} and ${coversDay('b', today)} and c.day >= ${since}::date group by j.id, m.id order by j.name collate platform.latvian, m.old_path`,
  );
