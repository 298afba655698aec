import { z } from 'zod';
import { type NamedThing, uuidsAmong } from '#platform/actions/directory.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const NameRow = z.object({ id: z.string(), lv: z.string(), en: z.string() });

/**
 * What stands for a course in the audit log, by its title: the course itself (as it was published last, else as its draft), its
 * versions and attempts (as they were called), remote courses and who was sent to one.
 */
export async function nameCourses(tx: Read, ids: readonly string[]): Promise<NamedThing[]> {
  const uuids = uuidsAmong(ids);
  if (uuids.length === 0) return [];
  const rows = await tx.all(
    NameRow,
    sql`select n.id, n.lv, coalesce(nullif(n.en, ''), n.lv) as en from (
        (select distinct on (v.course_id) v.course_id::text as id, v.title_lv as lv, v.title_en as en
          from training.course_version v where v.course_id = any(${uuids}::uuid[]) order by v.course_id, v.published_at is null, v.number desc)
        union all select v.id::text, v.title_lv || ' (' || v.number || ')', coalesce(nullif(v.title_en, ''), v.title_lv) || ' (' || v.number || ')'
          from training.course_version v where v.id = any(${uuids}::uuid[])
        union all select a.id::text, v.title_lv, v.title_en from training.attempt a join training.course_version v on v.id = a.course_version_id where a.id = any(${uuids}::uuid[])
        union all select c.id::text, c.title_lv, c.title_en from training.remote_course c where c.id = any(${uuids}::uuid[])
        union all select p.id::text, c.title_lv, c.title_en from training.participation p join training.remote_course c on c.id = p.remote_course_id where p.id = any(${uuids}::uuid[])
      ) n`,
  );
  return rows.map(({ id, lv, en }) => ({ kind: 'course', id, name: { lv, en } }));
}
