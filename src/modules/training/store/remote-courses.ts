import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day, IdRow } from './rows.js';

const RemoteRow = z.object({
  id: z.string(),
  unitId: z.number().nullable(),
  /** The municipality that organises it; null means the country. */
  organiser: z.string().nullable(),
  courseId: z.string().nullable(),
  titleLv: z.string(),
  titleEn: z.string(),
  aboutLv: z.string(),
  aboutEn: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  venue: z.string(),
  seats: z.number(),
  applyUntil: Day,
  questionsLv: z.string(),
  questionsEn: z.string(),
  cancelled: z.boolean(),
  /** The organiser’s words; empty where it was not called off. */
  cancelledWhy: z.string(),
  confirmed: z.number(),
  waiting: z.number(),
});
export type RemoteRow = z.infer<typeof RemoteRow>;

const SELECT = sql`select c.id, c.unit_id, (select v.name from territories.unit_version v where v.unit_id = c.unit_id order by v.valid_from desc limit 1) as organiser, c.course_id,
    c.title_lv, c.title_en, c.about_lv, c.about_en, c.starts_at, c.ends_at, c.venue, c.seats, c.apply_until, c.questions_lv, c.questions_en, c.cancelled_at is not null as cancelled, c.cancelled_why,
    (select count(*) from training.participation p where p.remote_course_id = c.id and p.state = 'confirmed') as confirmed,
    (select count(*) from training.participation p where p.remote_course_id = c.id and p.state = 'waiting') as waiting
  from training.remote_course c`;

/** Courses of a municipality for those who look after it, those of the country for those who do so for the country. */
const organisedIn = (scope: Scope): Sql => (scope.everywhere ? sql`true` : sql`c.unit_id = any(${[...scope.unitIds]}::integer[])`);

export const findRemote = (tx: Read, id: string): Promise<RemoteRow | undefined> => tx.first(RemoteRow, sql`${SELECT} where c.id = ${id}`);

/** One that the actor organises. */
export const findRemoteInScope = (tx: Read, id: string, scope: Scope): Promise<RemoteRow | undefined> => tx.first(RemoteRow, sql`${SELECT} where c.id = ${id} and ${organisedIn(scope)}`);

/** Locks a remote course, so that one after the other takes its seats. */
export const lockRemote = (tx: Write, id: string): Promise<{ id: string } | undefined> => tx.first(IdRow, sql`select id from training.remote_course where id = ${id} for update`);

export type RemotePosition = readonly [startsAt: string, id: string];

/** Courses that have not ended before an instant, the next one first. */
export const listComing = (tx: Read, from: Date, after: RemotePosition | null, limit: number): Promise<RemoteRow[]> =>
  tx.all(RemoteRow, sql`${SELECT} where c.ends_at >= ${from} ${after ? sql`and (c.starts_at, c.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``} order by c.starts_at, c.id limit ${limit}`);

/** Courses that have ended, the latest first. */
export const listPast = (tx: Read, from: Date, after: RemotePosition | null, limit: number): Promise<RemoteRow[]> =>
  tx.all(RemoteRow, sql`${SELECT} where c.ends_at < ${from} ${after ? sql`and (c.starts_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``} order by c.starts_at desc, c.id desc limit ${limit}`);

export interface RemoteFacts {
  readonly courseId: string | null;
  readonly titleLv: string;
  readonly titleEn: string;
  readonly aboutLv: string;
  readonly aboutEn: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly venue: string;
  readonly seats: number;
  readonly applyUntil: IsoDate;
  readonly questionsLv: string;
  readonly questionsEn: string;
}

export async function insertRemote(tx: Write, unitId: number | null, facts: RemoteFacts, by: string, now: Date): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into training.remote_course (unit_id, course_id, title_lv, title_en, about_lv, about_en, starts_at, ends_at, venue, seats, apply_until, questions_lv, questions_en, recorded_at, recorded_by)
      values (${unitId}, ${facts.courseId}, ${facts.titleLv}, ${facts.titleEn}, ${facts.aboutLv}, ${facts.aboutEn}, ${facts.startsAt}, ${facts.endsAt}, ${facts.venue}, ${facts.seats},
        ${facts.applyUntil}, ${facts.questionsLv}, ${facts.questionsEn}, ${now}, ${by}) returning id`,
  );
  return row!.id;
}

export const updateRemote = (tx: Write, id: string, facts: RemoteFacts): Promise<number> =>
  tx.run(sql`update training.remote_course set course_id = ${facts.courseId}, title_lv = ${facts.titleLv}, title_en = ${facts.titleEn}, about_lv = ${facts.aboutLv}, about_en = ${facts.aboutEn},
      starts_at = ${facts.startsAt}, ends_at = ${facts.endsAt}, venue = ${facts.venue}, seats = ${facts.seats}, apply_until = ${facts.applyUntil},
      questions_lv = ${facts.questionsLv}, questions_en = ${facts.questionsEn} where id = ${id}`);

export const cancelRemote = (tx: Write, id: string, why: string, by: string, now: Date): Promise<number> =>
  tx.run(sql`update training.remote_course set cancelled_at = ${now}, cancelled_by = ${by}, cancelled_why = ${why} where id = ${id} and cancelled_at is null`);
