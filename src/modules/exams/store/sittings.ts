import { z } from 'zod';
import { ofScope, ROSTER } from '#modules/education/public.js';
import { isOfKind } from '#modules/institutions/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { EXAM_KINDS, LEVELS, STAGES, TERMS } from '../domain/exam-words.js';
import { Day, IdRow, type Recording } from './rows.js';

const PROTOCOL_STATES = ['submitted', 'approved'] as const;

const EventAt = z.object({
  eventId: z.string(), term: z.enum(TERMS), heldOn: Day, startsAt: z.string(), code: z.string(), year: z.number(), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS), locativeLv: z.string(), nameEn: z.string(), stage: z.enum(STAGES),
  sittingId: z.string().nullable(), registered: z.number(), confirmed: z.number(), protocol: z.enum(PROTOCOL_STATES).nullable(),
});
/** An event of a school year as one institution sees it, with its sitting where it has begun one. */
export type EventAt = z.infer<typeof EventAt>;

/** Condition that an institution is a university (augstskola): those with an agreement hold exams of secondary education together with the agency. */
const isUniversity = (institutionId: Sql, day: Sql): Sql => isOfKind(institutionId, 'higher', day);

/** Condition by which an institution without classes is among those that hold exams. */
export const holdsExams = (day: IsoDate): Sql => sql`(${isUniversity(sql`i.id`, sql`${day}::date`)} or exists (select from exams.sitting own_sitting where own_sitting.institution_id = i.id))`;

/** The events of a year that concern an institution: of the stages whose pupils it has, those of secondary school at a university, and those for which it has a sitting. */
export const listEventsAt = (tx: Read, institutionId: string, year: number): Promise<EventAt[]> =>
  tx.all(
    EventAt,
    sql`select e.id as event_id, e.term, e.held_on, to_char(e.start_time, 'HH24:MI') as starts_at, x.code, x.year, x.kind, x.level, x.locative_lv, x.name_en, n.stage, g.id as sitting_id,
        coalesce(c.registered, 0) as registered, coalesce(c.confirmed, 0) as confirmed, p.state as protocol
      from exams.event e join exams.exam x on x.id = e.exam_id join exams.session n on n.id = e.session_id
      left join exams.sitting g on g.event_id = e.id and g.institution_id = ${institutionId}
      left join lateral (select count(*)::int as registered, count(*) filter (where y.state = 'confirmed')::int as confirmed from exams.entry y where y.sitting_id = g.id and y.state <> 'withdrawn') c on true
      left join exams.protocol p on p.sitting_id = g.id and p.state <> 'returned'
      where x.year = ${year} and (g.id is not null or e.term = 'main' and (exists (
        select from ${ROSTER.classes} k where k.institution_id = ${institutionId} and k.year = ${year} and k.grade = case n.stage when 'basic' then 9 else 12 end)
        or n.stage = 'secondary' and ${isUniversity(sql`${institutionId}::uuid`, sql`e.held_on`)}))
      order by e.held_on, x.level, x.name_lv collate platform.latvian, e.id`,
  );

const SittingRow = z.object({
  id: z.string(), institutionId: z.string(), regNr: z.string(), institution: z.string(), eventId: z.string(), term: z.enum(TERMS), heldOn: Day, startsAt: z.string(), examId: z.string(), code: z.string(), year: z.number(),
  kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS), locativeLv: z.string(), nameEn: z.string(), isLanguage: z.boolean(), stage: z.enum(STAGES), applicationsUntil: Day, changesUntil: Day, parts: z.array(z.number()),
});
/** A sitting with its event, exam and session. */
export type SittingRow = z.infer<typeof SittingRow>;

const SITTING = sql`select g.id, g.institution_id, i.reg_nr, i.name as institution, e.id as event_id, e.term, e.held_on, to_char(e.start_time, 'HH24:MI') as starts_at, x.id as exam_id, x.code, x.year, x.kind, x.level, x.locative_lv,
    x.name_en, x.is_language, n.stage, n.applications_until, n.changes_until,
    array(select p.number from exams.part p join exams.scoring s on s.id = p.scoring_id where s.exam_id = x.id and s.superseded_at is null order by p.number) as parts
  from exams.sitting g join exams.event e on e.id = g.event_id join exams.exam x on x.id = e.exam_id join exams.session n on n.id = e.session_id join institutions.institution i on i.id = g.institution_id`;

/** A sitting where the scope covers its institution. */
export const findSitting = (tx: Read, id: string, scope: Scope): Promise<SittingRow | undefined> => tx.first(SittingRow, sql`${SITTING} where g.id = ${id} and ${ofScope(sql`g.institution_id`, scope)}`);

/** The sitting of an event at an institution; made where there is none. */
export async function takeSitting(tx: Write, eventId: string, institutionId: string, { recordedAt, recordedBy }: Recording): Promise<string> {
  await tx.run(sql`insert into exams.sitting (event_id, institution_id, opened_at, opened_by) values (${eventId}, ${institutionId}, ${recordedAt}, ${recordedBy}) on conflict do nothing`);
  return (await tx.first(IdRow, sql`select g.id from exams.sitting g where g.event_id = ${eventId} and g.institution_id = ${institutionId}`))!.id;
}

const EventRow = z.object({
  id: z.string(), examId: z.string(), term: z.enum(TERMS), heldOn: Day, code: z.string(), year: z.number(), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS), locativeLv: z.string(), nameEn: z.string(), stage: z.enum(STAGES),
  applicationsUntil: Day, changesUntil: Day,
});
/** An event with its exam and the days until which pupils may be registered for it. */
export type ExamEvent = z.infer<typeof EventRow>;
const EVENT = sql`select e.id, e.exam_id, e.term, e.held_on, x.code, x.year, x.kind, x.level, x.locative_lv, x.name_en, n.stage, n.applications_until, n.changes_until
  from exams.event e join exams.exam x on x.id = e.exam_id join exams.session n on n.id = e.session_id`;

export const findEvent = (tx: Read, id: string): Promise<ExamEvent | undefined> => tx.first(EventRow, sql`${EVENT} where e.id = ${id}`);

export const findExtraEvent = (tx: Read, examId: string): Promise<ExamEvent | undefined> => tx.first(EventRow, sql`${EVENT} where e.exam_id = ${examId} and e.term = 'extra'`);

const Candidate = z.object({ personId: z.string(), classTitle: z.string() });
export interface WantedPupils {
  readonly event: ExamEvent;
  readonly institutionId: string;
  readonly grade: number;
  readonly day: IsoDate;
}

/** Pupils of an institution's grade on a day who are not registered for an event anywhere. */
export const pupilsToRegister = ({ event, institutionId, grade, day }: WantedPupils) => sql`(
    select distinct on (l.person_id) l.person_id, c.title as class_title from ${ROSTER.placements} l join ${ROSTER.classes} c on c.id = l.class_id
    where c.institution_id = ${institutionId} and c.year = ${event.year} and c.grade = ${grade} and l.valid_from <= ${day}::date and (l.valid_to is null or l.valid_to > ${day}::date)
      and not exists (select from exams.entry y where y.event_id = ${event.id} and y.person_id = l.person_id and y.state <> 'withdrawn')
    order by l.person_id, l.valid_from desc)`;

export const listPupilsToRegister = (tx: Read, wanted: WantedPupils): Promise<z.infer<typeof Candidate>[]> => tx.all(Candidate, sql`select w.person_id, w.class_title from ${pupilsToRegister(wanted)} w`);

const Standing = z.object({ teaches: z.boolean(), isUniversity: z.boolean() });
/** Whether an institution has pupils of the grade that an event is for, and whether it is a university. */
export const standingFor = async (tx: Read, { event, institutionId, grade }: Pick<WantedPupils, 'event' | 'institutionId' | 'grade'>): Promise<z.infer<typeof Standing>> =>
  (await tx.first(
    Standing,
    sql`select exists (select from ${ROSTER.classes} c where c.institution_id = ${institutionId} and c.year = ${event.year} and c.grade = ${grade}) as teaches, ${isUniversity(sql`${institutionId}::uuid`, sql`${event.heldOn}::date`)} as is_university`,
  ))!;

/** The first universities of a day. */
export const listUniversities = async (tx: Read, day: IsoDate, limit: number): Promise<string[]> =>
  (await tx.all(IdRow, sql`select i.id from institutions.institution i where ${isUniversity(sql`i.id`, sql`${day}::date`)} and (i.closed_on is null or i.closed_on > ${day}::date) order by i.reg_nr limit ${limit}`)).map(({ id }) => id);

/** Whether someone is a pupil of the grade that an event is for, of any institution, on a day. */
export const isPupilOfGrade = async (tx: Read, personId: string, { event, grade, day }: Pick<WantedPupils, 'event' | 'grade' | 'day'>): Promise<boolean> =>
  (await tx.first(
    z.object({ is: z.boolean() }),
    sql`select exists (select from ${ROSTER.placements} l join ${ROSTER.classes} c on c.id = l.class_id where l.person_id = ${personId} and c.year = ${event.year} and c.grade = ${grade}
      and l.valid_from <= ${day}::date and (l.valid_to is null or l.valid_to > ${day}::date)) as is`,
  ))!.is;

const Count = z.object({ n: z.number() });

const ToConfirm = z.object({ count: z.number(), due: Day.nullable() });

/** Sittings of a scope with candidates whom nobody has confirmed yet, before their day, and the first of these days. */
export const countListsToConfirm = async (tx: Read, scope: Scope, today: IsoDate): Promise<z.infer<typeof ToConfirm>> =>
  (await tx.first(
    ToConfirm,
    sql`select count(*)::int as count, min(e.held_on) as due from exams.sitting g join exams.event e on e.id = g.event_id where e.held_on >= ${today}::date and ${ofScope(sql`g.institution_id`, scope)}
      and exists (select from exams.entry y where y.sitting_id = g.id and y.state in ('registered', 'applied'))`,
  ))!;

/** Participation protocols of a scope that were handed in and wait for the head. */
export const countProtocolsToApprove = async (tx: Read, scope: Scope): Promise<number> =>
  (await tx.first(Count, sql`select count(*)::int as n from exams.protocol p join exams.sitting g on g.id = p.sitting_id where p.state = 'submitted' and ${ofScope(sql`g.institution_id`, scope)}`))!.n;
