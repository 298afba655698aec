import { z } from 'zod';
import { unmetOf } from '#modules/access/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';
import { Day } from './rows.js';

const ToTell = z.object({
  userId: z.string(),
  email: z.string(),
  about: z.string(),
  kind: z.enum(['asked', 'waits', 'ends-in-14', 'ends-in-3']),
  titleLv: z.string(),
  titleEn: z.string(),
  link: z.string(),
  /** The day from which it is asked for, or on which the result ends. */
  day: Day,
});
export type ToTell = z.infer<typeof ToTell>;

/**
 * Takes up to `limit` users who are to be told and were not yet, and marks them as told; the same is never given twice.
 * They are told that a role will ask for a course, that a right waits for it (again when a result that had met it has ended), or that a result ends in 14 and in 3 days
 * (unless a newer one lasts longer).
 */
export const takeToTell = (tx: Write, today: IsoDate, now: Date, limit: number): Promise<ToTell[]> =>
  tx.all(
    ToTell,
    sql`with due as (
        select w.user_id, w.email, coalesce(e.id, w.requirement_id) as about, case when w.valid_from > ${today} then 'asked' else 'waits' end as kind, w.title_lv, w.title_en, w.link, w.valid_from as day
        from ${unmetOf(today)} w left join lateral (
          select r.id from training.result r where r.user_id = w.user_id and 'course:' || r.course_id = w.key and r.valid_to <= ${today} and r.valid_to > w.valid_from and r.withdrawn_at is null
          order by r.valid_to desc limit 1) e on true
        where w.key like 'course:%'
        union all
        select r.user_id, u.email, r.id, case when r.valid_to <= ${today}::date + 3 then 'ends-in-3' else 'ends-in-14' end, r.title_lv, r.title_en, '/training/courses/' || r.course_id, r.valid_to
        from training.result r join access.app_user u on u.id = r.user_id and u.state = 'active'
        where r.valid_to > ${today} and r.valid_to <= ${today}::date + 14 and r.withdrawn_at is null and not exists (
          select from training.result n where n.user_id = r.user_id and n.course_id = r.course_id and n.passed and n.withdrawn_at is null and (n.valid_to is null or n.valid_to > r.valid_to))
      ), taken as (
        insert into training.reminder (user_id, about, kind, told_at)
        select d.user_id, d.about, d.kind, ${now}::timestamptz from due d
        where not exists (select from training.reminder t where (t.user_id, t.about, t.kind) = (d.user_id, d.about, d.kind))
        order by d.user_id, d.about limit ${limit}
        on conflict do nothing returning user_id, about, kind
      )
      select d.* from due d join taken t on (t.user_id, t.about, t.kind) = (d.user_id, d.about, d.kind)`,
  );
