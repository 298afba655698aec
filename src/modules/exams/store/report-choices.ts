import { z } from 'zod';
import { ofScope } from '#modules/education/public.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { EXAM_KINDS, LEVELS, TERMS } from '../domain/exam-words.js';
import { Day } from './rows.js';

const Place = z.object({ regNr: z.string(), name: z.string() });

/** Institutions of a scope in which there are sittings, by name. */
export const listExamPlaces = (tx: Read, scope: Scope): Promise<z.infer<typeof Place>[]> =>
  tx.all(
    Place,
    sql`select i.reg_nr, i.name from institutions.institution i where exists (select from exams.sitting g where g.institution_id = i.id) and ${ofScope(sql`i.id`, scope)} and i.reg_nr is not null
      order by i.name collate platform.latvian, i.reg_nr`,
  );

const PublishedEvent = z.object({ eventId: z.string(), year: z.number(), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS), locativeLv: z.string(), nameEn: z.string(), term: z.enum(TERMS), heldOn: Day });
export type PublishedEvent = z.infer<typeof PublishedEvent>;

/** Events whose results are seen and for which somebody was registered in an institution of a scope, the latest school year first. */
export const listPublishedEvents = (tx: Read, scope: Scope, now: Date): Promise<PublishedEvent[]> =>
  tx.all(
    PublishedEvent,
    sql`select v.id as event_id, x.year, x.kind, x.level, x.locative_lv, x.name_en, v.term, v.held_on
      from exams.published_event(${now}::timestamptz) p join exams.event v on v.id = p.event_id join exams.exam x on x.id = v.exam_id
      where exists (select from exams.sitting g where g.event_id = v.id and ${ofScope(sql`g.institution_id`, scope)} and exists (select from exams.entry e where e.sitting_id = g.id and e.state = 'confirmed'))
      order by x.year desc, x.level, v.term desc, v.held_on, x.code`,
  );
