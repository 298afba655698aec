import { z } from 'zod';
import { ofScope } from '#modules/education/public.js';
import { joinCode, joinName } from '#modules/persons/public.js';
import { ZONE } from '#kernel/clock.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { CANDIDATE_KINDS } from '../domain/candidate-kinds.js';
import { EXAM_KINDS, LEVELS } from '../domain/exam-words.js';
import { OUTCOMES } from '../domain/outcomes.js';
import { outcomeOf } from './published.js';
import { Day } from './rows.js';

interface Asked {
  readonly scope: Scope;
  readonly today: IsoDate;
  /** Registration number; null is every institution of the scope. */
  readonly regNr: string | null;
}

const ResultRow = z.object({
  entryId: z.string(), personId: z.string(), personCode: z.string().nullable(), institutionId: z.string(), institution: z.string(), given: z.string().nullable(), family: z.string().nullable(), classTitle: z.string(), candidateAs: z.enum(CANDIDATE_KINDS), candidateCode: z.string().nullable(), year: z.number(), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS),
  locativeLv: z.string(), nameEn: z.string(), heldOn: Day, perCents: z.array(z.number().nullable()), total: z.number().nullable(), outcome: z.enum(OUTCOMES), came: z.boolean(), replacedBy: z.string().nullable(),
});
export type ReportedResult = z.infer<typeof ResultRow>;

/** Published results of an event at the institutions of a scope, by institution and name; personal codes only at those of `codesIn`, as on the screen. */
export const streamReportedResults = (tx: Read, eventId: string, { scope, codesIn, today, now, regNr }: Asked & { readonly now: Date; readonly codesIn: Scope | null }): AsyncIterable<ReportedResult> =>
  tx.stream(
    ResultRow,
    sql`select e.id as entry_id, e.person_id, ${codesIn ? sql`case when ${ofScope(sql`g.institution_id`, codesIn)} then k.code end` : sql`null::text`} as person_code, i.id as institution_id, i.name as institution, n.given, n.family, e.class_title, e.candidate_as, e.candidate_code, x.year, x.kind, x.level, x.locative_lv, x.name_en, v.held_on,
        coalesce(s.per_cents, '{}') as per_cents, s.total, o.outcome, exists (select from exams.attendance a where a.entry_id = e.id and a.mark <> 'absent') as came, (select f.cefr_level from exams.fact f where f.entry_id = e.id and f.superseded_at is null and f.kind = 'replaced') as replaced_by
      from exams.published_event(${now}::timestamptz) p join exams.event v on v.id = p.event_id join exams.entry e on e.event_id = p.event_id and e.state = 'confirmed' join exams.exam x on x.id = e.exam_id join exams.sitting g on g.id = e.sitting_id
      join institutions.institution i on i.id = g.institution_id left join exams.result r on r.entry_id = e.id and r.superseded_at is null cross join lateral (select ${outcomeOf} as outcome) o left join exams.result s on s.id = r.id and o.outcome = 'result'
      ${joinName('n', sql`e.person_id`, today)} ${codesIn ? joinCode('k', sql`e.person_id`, today) : sql``}
      where p.event_id = ${eventId} and ${ofScope(sql`g.institution_id`, scope)} ${regNr ? sql`and i.reg_nr = ${regNr}` : sql``}
      order by i.name collate platform.latvian, n.family collate platform.latvian, n.given collate platform.latvian, e.id`,
  );

const ApplicantRow = z.object({ personId: z.string(), institutionId: z.string(), institution: z.string(), given: z.string().nullable(), family: z.string().nullable(), classTitle: z.string(), candidateAs: z.enum(CANDIDATE_KINDS), codes: z.array(z.string()), year: z.number(), registeredOn: Day, exams: z.array(z.string()) });
export type ReportedApplicant = z.infer<typeof ApplicantRow>;

/** Who was registered for centralised exams of a school year in some days, from the first of them on which they were, with all their candidate codes. */
export const streamApplicants = (tx: Read, { from, to }: { readonly from: Date; readonly to: Date }, { scope, today, regNr }: Asked): AsyncIterable<ReportedApplicant> =>
  tx.stream(
    ApplicantRow,
    sql`select w.person_id, w.institution_id, i.name as institution, n.given, n.family, w.class_title, w.candidate_as, w.year, w.registered_on, w.exams, array(select c.code from exams.candidate_code c where c.person_id = w.person_id order by c.code) as codes
      from (select e.person_id, g.institution_id, x.year, (min(e.registered_at) at time zone ${ZONE})::date as registered_on, max(e.class_title) as class_title, max(e.candidate_as) as candidate_as, array_agg(distinct x.code order by x.code) as exams from exams.entry e join exams.exam x on x.id = e.exam_id join exams.sitting g on g.id = e.sitting_id
        where x.kind = 'centralised exam' and e.state <> 'withdrawn' and e.registered_at >= ${from}::timestamptz and e.registered_at < ${to}::timestamptz and ${ofScope(sql`g.institution_id`, scope)} group by e.person_id, g.institution_id, x.year) w
      join institutions.institution i on i.id = w.institution_id ${joinName('n', sql`w.person_id`, today)} ${regNr ? sql`where i.reg_nr = ${regNr}` : sql``}
      order by i.name collate platform.latvian, n.family collate platform.latvian, n.given collate platform.latvian, w.person_id, w.year desc`,
  );
