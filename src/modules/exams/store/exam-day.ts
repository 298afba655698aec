import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { type Mark, MARKS } from '../domain/entry-facts.js';
import type { Seat } from '../domain/seating.js';
import { IdRow, type Recording } from './rows.js';

const RoomRow = z.object({ id: z.string(), name: z.string(), seats: z.number(), taken: z.number() });
export type RoomRow = z.infer<typeof RoomRow>;

/** The rooms of a sitting in the order of their names, with how many sit there. */
export const listRooms = (tx: Read, sittingId: string): Promise<RoomRow[]> =>
  tx.all(
    RoomRow,
    sql`select r.id, r.name, r.seats, (select count(*) from exams.entry e where e.room_id = r.id)::int as taken from exams.room r where r.sitting_id = ${sittingId} order by r.name collate platform.latvian, r.id`,
  );

export const insertRoom = (tx: Write, sittingId: string, name: string, seats: number): Promise<void> => tx.insert('exams.room', { sittingId, name, seats });

/** Takes a room out; whoever sat there has no seat any more. @returns whether there was such a room */
export async function deleteRoom(tx: Write, sittingId: string, roomId: string): Promise<boolean> {
  await tx.run(sql`update exams.entry set room_id = null, seat = null where sitting_id = ${sittingId} and room_id = ${roomId}`);
  return (await tx.run(sql`delete from exams.room where id = ${roomId} and sitting_id = ${sittingId}`)) > 0;
}

/** Gives everybody of a sitting their seat anew. */
export async function seatEntries(tx: Write, sittingId: string, seats: readonly Seat[]): Promise<void> {
  await tx.run(sql`update exams.entry set room_id = null, seat = null where sitting_id = ${sittingId} and room_id is not null`);
  await tx.run(sql`update exams.entry e set room_id = g.room_id, seat = g.seat
    from unnest(${seats.map(({ entryId }) => entryId)}::uuid[], ${seats.map(({ roomId }) => roomId)}::uuid[], ${seats.map(({ seat }) => seat)}::smallint[]) g (id, room_id, seat) where e.id = g.id and e.sitting_id = ${sittingId}`);
}

export interface NewMark {
  readonly entryId: string;
  readonly part: number;
  readonly mark: Mark;
  readonly hasWork: boolean;
}

/** Marks who took which part; a mark that changes stays in `attendance_before`. @returns how many changed */
export async function putMarks(tx: Write, marks: readonly NewMark[], { recordedAt, recordedBy }: Recording): Promise<number> {
  const given = sql`unnest(${marks.map(({ entryId }) => entryId)}::uuid[], ${marks.map(({ part }) => part)}::smallint[], ${marks.map(({ mark }) => mark)}::text[], ${marks.map(({ hasWork }) => hasWork)}::boolean[]) g (entry_id, part, mark, has_work)`;
  await tx.run(sql`insert into exams.attendance_before (entry_id, part, mark, has_work, marked_at, marked_by, superseded_at, superseded_by)
    select a.entry_id, a.part, a.mark, a.has_work, a.marked_at, a.marked_by, ${recordedAt}, ${recordedBy} from exams.attendance a join ${given} on g.entry_id = a.entry_id and g.part = a.part
    where (g.mark, g.has_work) is distinct from (a.mark, a.has_work)`);
  return tx.run(sql`insert into exams.attendance as a (entry_id, part, mark, has_work, marked_at, marked_by)
    select g.entry_id, g.part, g.mark, g.has_work, ${recordedAt}, ${recordedBy} from ${given}
    on conflict (entry_id, part) do update set mark = excluded.mark, has_work = excluded.has_work, marked_at = excluded.marked_at, marked_by = excluded.marked_by
    where (a.mark, a.has_work) is distinct from (excluded.mark, excluded.has_work)`);
}

const ProtocolRow = z.object({
  id: z.string(), state: z.enum(['submitted', 'approved', 'returned']), taken: z.number(), partial: z.number(), absent: z.number(), expelled: z.number(), exempt: z.number(), replaced: z.number(), works: z.number(),
  remarks: z.string(), submittedAt: z.date(), submittedById: z.string().nullable(), submittedBy: z.string(), answeredAt: z.date().nullable(), answeredBy: z.string().nullable(), returnedWhy: z.string(),
});
export type ProtocolRow = z.infer<typeof ProtocolRow>;

/** The protocols of a sitting, the latest first, with the names of those who handed in and answered. */
export const listProtocols = (tx: Read, sittingId: string): Promise<ProtocolRow[]> =>
  tx.all(
    ProtocolRow,
    sql`select p.id, p.state, p.taken, p.partial, p.absent, p.expelled, p.exempt, p.replaced, p.works, p.remarks, p.submitted_at, p.submitted_by as submitted_by_id, coalesce(s.name, '') as submitted_by, p.answered_at, a.name as answered_by, p.returned_why
      from exams.protocol p left join access.app_user s on s.id = p.submitted_by left join access.app_user a on a.id = p.answered_by where p.sitting_id = ${sittingId} order by p.submitted_at desc, p.id desc`,
  );

export type ProtocolCounts = Pick<ProtocolRow, 'taken' | 'partial' | 'absent' | 'expelled' | 'exempt' | 'replaced' | 'works'>;

export async function insertProtocol(tx: Write, sittingId: string, counts: ProtocolCounts, remarks: string, at: Date, by: string): Promise<string> {
  const { taken, partial, absent, expelled, exempt, replaced, works } = counts;
  return (await tx.first(
    IdRow,
    sql`insert into exams.protocol (sitting_id, state, taken, partial, absent, expelled, exempt, replaced, works, remarks, submitted_at, submitted_by)
      values (${sittingId}, 'submitted', ${taken}, ${partial}, ${absent}, ${expelled}, ${exempt}, ${replaced}, ${works}, ${remarks}, ${at}, ${by}) returning id`,
  ))!.id;
}

/** Approves the protocol that waits, or gives it back. @returns whether one waited */
export const answerProtocol = async (tx: Write, sittingId: string, state: 'approved' | 'returned', why: string, at: Date, by: string): Promise<boolean> =>
  (await tx.run(sql`update exams.protocol set state = ${state}, returned_why = ${why}, answered_at = ${at}, answered_by = ${by} where sitting_id = ${sittingId} and state = 'submitted'`)) > 0;

const MarkRow = z.object({ part: z.number(), mark: z.enum(MARKS), hasWork: z.boolean(), markedAt: z.date() });
export type MarkRow = z.infer<typeof MarkRow>;

/** Which parts of an exam someone took. */
export const listMarks = (tx: Read, entryId: string): Promise<MarkRow[]> =>
  tx.all(MarkRow, sql`select a.part, a.mark, a.has_work, a.marked_at from exams.attendance a where a.entry_id = ${entryId} order by a.part`);

/** Whether any institution has handed in the protocol of an event. */
export const hasProtocols = async (tx: Read, eventId: string): Promise<boolean> =>
  (await tx.first(
    z.object({ found: z.boolean() }),
    sql`select exists (select from exams.protocol p join exams.sitting g on g.id = p.sitting_id where g.event_id = ${eventId} and p.state <> 'returned') as found`,
  ))!.found;
