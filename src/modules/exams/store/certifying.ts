import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { EXAM_KINDS, LEVELS, TERMS } from '../domain/exam-words.js';
import { Day } from './rows.js';

/** Condition that the result of an entry may be seen at an instant: published by then, holding, not annulled. What hangs on a result is seen with it. */
export const isVisibleEntry = (entryId: Sql, now: Date | Sql): Sql => sql`exists (select from exams.visible_result(${now}::timestamptz) own_result where own_result.entry_id = ${entryId})`;

/** Joins an entry with its exam as `alias`: class, candidate code, term, and what names the exam. */
export const joinEntry = (alias: string, entryId: Sql): Sql => sql`join lateral (
    select own_entry.class_title, own_entry.candidate_as, own_entry.candidate_code, own_entry.term, own_exam.code, own_exam.kind, own_exam.level, own_exam.year, own_exam.name_lv, own_exam.locative_lv, own_exam.name_en
    from exams.entry own_entry join exams.exam own_exam on own_exam.id = own_entry.exam_id where own_entry.id = ${entryId}
  ) ${sql.ref(alias)} on true`;

const SealableEvent = z.object({
  eventId: z.string(), examId: z.string(), code: z.string(), year: z.number(), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS), locativeLv: z.string(), nameEn: z.string(), term: z.enum(TERMS), heldOn: Day, due: z.number(), visibleFrom: z.date().nullable(),
});
/** An event of a centralised exam, with how many of its results reach the threshold and from when they may be seen. */
export type SealableEvent = z.infer<typeof SealableEvent>;

export const listSealable = (tx: Read, year: number): Promise<SealableEvent[]> =>
  tx.all(
    SealableEvent,
    sql`select v.id as event_id, x.id as exam_id, x.code, x.year, x.kind, x.level, x.locative_lv, x.name_en, v.term, v.held_on, coalesce(d.due, 0) as due, p.visible_from
      from exams.exam x join exams.event v on v.exam_id = x.id
      left join exams.published_event('infinity'::timestamptz) p on p.event_id = v.id
      left join (select e.event_id, count(*)::int as due from exams.entry e join exams.exam y on y.id = e.exam_id join exams.result r on r.entry_id = e.id and r.superseded_at is null
        left join exams.threshold t on t.year = y.year and t.level = y.level and t.superseded_at is null
        where y.year = ${year} and e.state = 'confirmed' and r.total >= coalesce(t.percent, 0)
          and not exists (select from exams.fact f where f.entry_id = e.id and f.superseded_at is null and f.kind in ('annulled', 'replaced')) group by e.event_id) d on d.event_id = v.id
      where x.year = ${year} and x.kind = 'centralised exam' order by v.term desc, v.held_on, x.code`,
  );

/** What an event's exam is called, without counting anything. */
export const findEventName = (tx: Read, eventId: string): Promise<z.infer<typeof EventName> | undefined> =>
  tx.first(EventName, sql`select x.kind, x.level, x.locative_lv, x.name_en from exams.event v join exams.exam x on x.id = v.exam_id where v.id = ${eventId}`);
const EventName = SealableEvent.pick({ kind: true, level: true, locativeLv: true, nameEn: true });
