import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { Recording } from './rows.js';

export const WORK_STATES = ['expected', 'received', 'unreadable', 'missing'] as const;
const POINTS_FROM = ['assessments', 'import', 'appeal', 'correction'] as const;
/** What decided the points of a work in the end. */
export type PointsFrom = (typeof POINTS_FROM)[number];

const WorkRow = z.object({ id: z.string(), part: z.number(), state: z.enum(WORK_STATES), halfPoints: z.number().nullable(), pointsFrom: z.enum(POINTS_FROM).nullable() });
export type WorkRow = z.infer<typeof WorkRow>;

/** What someone left of each part. */
export const listWorks = (tx: Read, entryId: string): Promise<WorkRow[]> =>
  tx.all(WorkRow, sql`select w.id, w.part, w.state, w.half_points, w.points_from from exams.work w where w.entry_id = ${entryId} order by w.part`);

export interface NewPoints {
  readonly entryId: string;
  readonly part: number;
  readonly halfPoints: number;
}

/** Gives works their points, making the work where there is none yet; the results that were counted keep what they were. @returns how many changed */
export const putPoints = (tx: Write, points: readonly NewPoints[], from: PointsFrom, { recordedAt, recordedBy }: Recording): Promise<number> =>
  tx.run(sql`insert into exams.work as w (entry_id, part, state, half_points, points_from, changed_at, changed_by)
    select g.entry_id, g.part, 'received', g.half_points, ${from}, ${recordedAt}::timestamptz, ${recordedBy}
    from unnest(${points.map(({ entryId }) => entryId)}::uuid[], ${points.map(({ part }) => part)}::smallint[], ${points.map(({ halfPoints }) => halfPoints)}::integer[]) g (entry_id, part, half_points)
    on conflict (entry_id, part) do update set state = 'received', half_points = excluded.half_points, points_from = excluded.points_from, changed_at = excluded.changed_at, changed_by = excluded.changed_by
    where w.half_points is distinct from excluded.half_points`);
