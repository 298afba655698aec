import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { Term } from '../domain/exam-words.js';
import { IdRow } from './rows.js';

export interface NewPublication {
  readonly sessionId: string | null;
  readonly term: Term | null;
  readonly eventId: string | null;
  readonly visibleFrom: Date;
  readonly basis: string;
}

/** Proposes an instant; an earlier proposal that nobody confirmed gives way. */
export async function insertProposal(tx: Write, { sessionId, term, eventId, visibleFrom, basis }: NewPublication, at: Date, by: string): Promise<string> {
  await tx.run(sql`update exams.publication set superseded_at = ${at}, superseded_by = ${by} where superseded_at is null and confirmed_at is null
    and session_id is not distinct from ${sessionId}::uuid and term is not distinct from ${term}::text and event_id is not distinct from ${eventId}::uuid`);
  return (await tx.first(
    IdRow,
    sql`insert into exams.publication (session_id, term, event_id, visible_from, basis, set_at, set_by) values (${sessionId}, ${term}, ${eventId}, ${visibleFrom}, ${basis}, ${at}, ${by}) returning id`,
  ))!.id;
}

/** Confirms a proposal, which takes the place of what was confirmed before. @returns whether it waited */
export async function confirmProposal(tx: Write, id: string, at: Date, by: string, { unsealed, despite }: { readonly unsealed: number; readonly despite: string }): Promise<boolean> {
  await tx.run(sql`update exams.publication b set superseded_at = ${at}, superseded_by = ${by} from exams.publication n where n.id = ${id} and b.id <> n.id and b.superseded_at is null and b.confirmed_at is not null
    and b.session_id is not distinct from n.session_id and b.term is not distinct from n.term and b.event_id is not distinct from n.event_id`);
  return (await tx.run(sql`update exams.publication set confirmed_at = ${at}, confirmed_by = ${by}, unsealed = ${unsealed}, despite = ${despite} where id = ${id} and confirmed_at is null and superseded_at is null`)) > 0;
}

/** Takes a publication back whose instant has not come. @returns whether there was one */
export const supersedePublication = async (tx: Write, id: string, at: Date, by: string): Promise<boolean> =>
  (await tx.run(sql`update exams.publication set superseded_at = ${at}, superseded_by = ${by} where id = ${id} and superseded_at is null`)) > 0;

/** Publications whose instant has come and of which nobody has been told. */
export const listToAnnounce = async (tx: Read, now: Date): Promise<string[]> =>
  (await tx.all(IdRow, sql`select b.id from exams.publication b where b.announced_at is null and b.confirmed_at is not null and b.superseded_at is null and b.visible_from <= ${now}::timestamptz order by b.visible_from, b.id`)).map(({ id }) => id);

/** @returns whether it had not been announced yet */
export const markAnnounced = async (tx: Write, id: string, at: Date): Promise<boolean> =>
  (await tx.run(sql`update exams.publication set announced_at = ${at} where id = ${id} and announced_at is null and superseded_at is null and visible_from <= ${at}::timestamptz`)) > 0;

const OfEvent = z.object({ stage: z.string(), term: z.string(), results: z.number(), takers: z.number(), eventId: z.string(), code: z.string(), heldOn: z.string() });
/** An event that a publication would make visible, with how many of its candidates have a result. */
export type EventToPublish = z.infer<typeof OfEvent>;

/** What would be visible: the events of a year that somebody took, in the order of their days. */
export const listEventsToPublish = (tx: Read, year: number): Promise<EventToPublish[]> =>
  tx.all(
    OfEvent,
    sql`select n.stage, v.term, v.id as event_id, x.code, v.held_on, count(e.id)::int as takers, count(r.id)::int as results
      from exams.event v join exams.session n on n.id = v.session_id join exams.exam x on x.id = v.exam_id
      left join exams.entry e on e.event_id = v.id and e.state = 'confirmed' and exists (select from exams.attendance a where a.entry_id = e.id and a.mark in ('present', 'partial'))
      left join exams.result r on r.entry_id = e.id and r.superseded_at is null
      where n.year = ${year} group by n.stage, v.term, v.id, x.code, v.held_on having count(e.id) > 0 order by v.held_on, x.code`,
  );
