import { z } from 'zod';
import { ofScope, ROSTER } from '#modules/education/public.js';
import { joinFoundingUnit, joinKind } from '#modules/institutions/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { EXAM_KINDS, gradeOf, LEVELS, type Stage, TERMS } from '../domain/exam-words.js';
import { outcomeOf } from './published.js';
import { Day } from './rows.js';

const OutcomeCounts = z.object({
  institutionId: z.string(), regNr: z.string(), institution: z.string(), kindLv: z.string().nullable(), kindEn: z.string().nullable(), unitId: z.number().nullable(), year: z.number(), code: z.string(), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS),
  locativeLv: z.string(), nameEn: z.string(), term: z.enum(TERMS), heldOn: Day, areGraduates: z.boolean(), reached: z.number(), below: z.number(), exempt: z.number(), replaced: z.number(), without: z.number(), mean: z.number().nullable(),
});
/** How an event came out at an institution: of those who finish the stage there this year, or of the others. */
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;

export interface OutcomesAsked {
  readonly year: number;
  readonly stage: Stage;
  /** Published by then. */
  readonly until: Date;
  /** The day whose founders and kinds of institutions count. */
  readonly on: IsoDate;
  readonly scope: Scope;
  /** Registration number; null is every institution of the scope. */
  readonly regNr: string | null;
}

/**
 * Published results of centralised exams by institution, event and whose they are. Each candidate is counted once for an exam: who was sent to the extra term stands there.
 * A graduate has a place in a class of the stage's last grade of that institution in the exam's year; all others are candidates of another kind.
 */
export const countOutcomes = (tx: Read, { year, stage, until, on, scope, regNr }: OutcomesAsked): Promise<OutcomeCounts[]> =>
  tx.all(
    OutcomeCounts,
    sql`with graduate as (
        select distinct l.person_id, c.institution_id from ${ROSTER.placements} l join ${ROSTER.classes} c on c.id = l.class_id where c.year = ${year} and c.grade = ${gradeOf(stage)}
      ), counted as (
        select e.event_id, g.institution_id, d.person_id is not null as are_graduates, count(*) filter (where o.outcome = 'result' and coalesce(r.total >= t.percent, true))::int as reached,
          count(*) filter (where o.outcome = 'result' and r.total < t.percent)::int as below, count(*) filter (where o.outcome = 'exempt')::int as exempt, count(*) filter (where o.outcome = 'replaced')::int as replaced,
          count(*) filter (where o.outcome not in ('result', 'exempt', 'replaced'))::int as without, round(avg(r.total) filter (where o.outcome = 'result'))::int as mean
        from exams.published_event(${until}::timestamptz) p join exams.exam x on x.id = p.exam_id and x.year = ${year} and x.kind = 'centralised exam' and (x.level = 'basic') = ${stage === 'basic'}
        join exams.entry e on e.event_id = p.event_id and e.state = 'confirmed' join exams.sitting g on g.id = e.sitting_id left join exams.result r on r.entry_id = e.id and r.superseded_at is null
        left join exams.threshold t on t.year = x.year and t.level = x.level and t.superseded_at is null left join graduate d on d.person_id = e.person_id and d.institution_id = g.institution_id
        cross join lateral (select ${outcomeOf} as outcome) o
        where o.outcome <> 'extra term' and ${ofScope(sql`g.institution_id`, scope)} group by 1, 2, 3
      )
      select i.id as institution_id, i.reg_nr, i.name as institution, k.kind_lv, k.kind_en, f.unit_id, x.year, x.code, x.kind, x.level, x.locative_lv, x.name_en, v.term, v.held_on, n.are_graduates, n.reached, n.below, n.exempt, n.replaced, n.without, n.mean
      from counted n join exams.event v on v.id = n.event_id join exams.exam x on x.id = v.exam_id join institutions.institution i on i.id = n.institution_id ${joinKind('k', sql`i.id`, on)} ${joinFoundingUnit('f', sql`i.id`, on)}
      ${regNr ? sql`where i.reg_nr = ${regNr}` : sql``}
      order by i.name collate platform.latvian, i.reg_nr, x.level, x.code, v.term desc, n.are_graduates desc`,
  );
