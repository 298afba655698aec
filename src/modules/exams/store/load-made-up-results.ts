import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { MadeUpYear } from './load-made-up.js';
import { Day, IdRow } from './rows.js';

const LOADER = 'made-up data';

/** A number from 0 to 1 that follows from things and the seed, the same each time. */
const share = (what: Sql, seed: number): Sql => sql`(abs(hashtextextended(${what}, ${seed}::bigint)) % 1000) / 1000.0`;

/**
 * What everybody earned who left a work on an exam that is over: most of it by how able someone is, the rest by the exam and the day. Of mathematics about one in ten
 * stays below the threshold. Of a session that is under way, works of the last two weeks have not come yet. @returns how many works
 */
export const insertMadeUpWorks = (tx: Write, { year, today, now, seed, isUnderWay }: MadeUpYear): Promise<number> => {
  const able = sql`(0.5 * ${share(sql`e.person_id::text`, seed)} + 0.25 * ${share(sql`e.person_id::text || 'b'`, seed)} + 0.25 * ${share(sql`e.person_id::text || x.code || a.part`, seed)})`;
  return tx.run(sql`insert into exams.work (entry_id, part, state, half_points, points_from, changed_at, changed_by)
    select e.id, a.part, 'received', least(p.max_half_points, greatest(0, round(p.max_half_points * ((case when x.code like 'MAT%' then -0.02 when x.code like 'LAT%' then 0.22 else 0.12 end) + 0.88 * ${able}))))::integer,
      'assessments', least(v.held_on + interval '14 days 12 hours', ${now}::timestamptz), ${LOADER}
    from exams.exam x join exams.scoring s on s.exam_id = x.id and s.superseded_at is null join exams.part p on p.scoring_id = s.id join exams.event v on v.exam_id = x.id
    join exams.entry e on e.event_id = v.id and e.state = 'confirmed' join exams.attendance a on a.entry_id = e.id and a.part = p.number and a.has_work
    where x.year = ${year} and v.held_on < ${today}::date - ${isUnderWay ? 13 : 0}::int on conflict do nothing`);
};

/** At nine on the announced day, set by one of the agency and confirmed by another; of sessions that have begun. */
export const insertMadeUpPublications = (tx: Write, { year, today, now }: MadeUpYear, by: { readonly setBy: string; readonly confirmedBy: string }): Promise<number> =>
  tx.run(sql`insert into exams.publication (session_id, term, visible_from, basis, set_at, set_by, confirmed_at, confirmed_by, announced_at)
    select n.id, t.term, n.at, 'Izdomāts demonstrācijai', n.at - interval '7 days', ${by.setBy}, n.at - interval '6 days', ${by.confirmedBy}, case when n.at <= ${now}::timestamptz then n.at end
    from (select s.id, (s.announced_on + time '09:00') at time zone 'Europe/Riga' as at from exams.session s where s.year = ${year} and s.announced_on is not null and s.starts_on < ${today}::date) n
    cross join (values ('main'), ('extra')) t (term) on conflict do nothing`);

const Held = z.object({ eventId: z.string(), announcedOn: Day.nullable() });

/** Events of a year that are over and have a way of counting, with the day on which their session's results are announced. */
export const listEventsHeld = (tx: Read, year: number, today: IsoDate): Promise<z.infer<typeof Held>[]> =>
  tx.all(Held, sql`select v.id as event_id, n.announced_on from exams.event v join exams.session n on n.id = v.session_id join exams.scoring s on s.exam_id = v.exam_id and s.superseded_at is null
    where n.year = ${year} and v.held_on < ${today}::date order by v.held_on, v.id`);

export interface MadeUpAppeal {
  readonly entryId: string;
  readonly eventId: string;
  readonly resultId: string;
  readonly publishedOn: IsoDate;
}
const Contested = z.object({ entryId: z.string(), eventId: z.string(), resultId: z.string(), publishedOn: Day });

/** Some published results of exams of the last grade whose pupils contest them, three at most. */
export const listMadeUpContested = (tx: Read, { year, now }: MadeUpYear, codes: readonly string[]): Promise<MadeUpAppeal[]> =>
  tx.all(
    Contested,
    sql`select r.entry_id, r.event_id, r.id as result_id, (r.visible_from at time zone 'Europe/Riga')::date as published_on from exams.visible_result(${now}::timestamptz) r join exams.exam x on x.id = r.exam_id
      where x.year = ${year} and x.code = any(${[...codes]}) and r.total between 12 and 60 and exists (select from exams.work w where w.entry_id = r.entry_id and w.part = 1) order by hashtextextended(r.entry_id::text, 3) limit 3`,
  );

/** An appeal with its commission, lodged some days after the publication. @returns it */
export async function insertMadeUpAppeal(tx: Write, { entryId, resultId, publishedOn }: MadeUpAppeal, members: readonly { readonly userId: string; readonly partIn: string }[], now: Date): Promise<string> {
  const { id } = (await tx.first(
    IdRow,
    sql`insert into exams.appeal (entry_id, about, parts, reason, lodged_by, channel, lodged_on, due_on, state, result_before, recorded_at, recorded_by)
      values (${entryId}, 'mark', '{1}', 'Pirmās daļas trešajā uzdevumā nav ieskaitīts pareizs risinājums.', 'pupil', 'program', ${publishedOn}::date + 4, (${publishedOn}::date + 4 + interval '1 month')::date, 'lodged', ${resultId}, ${now}, ${LOADER}) returning id`,
  ))!;
  await tx.insert('exams.appeal_member', members.map((one) => ({ appealId: id, ...one })));
  return id;
}

/** Half-points more for the first part of somebody's work. */
export const raiseMadeUpPoints = (tx: Write, entryId: string, by: number): Promise<number> => tx.run(sql`update exams.work set half_points = half_points + ${by}, points_from = 'appeal' where entry_id = ${entryId} and part = 1`);
