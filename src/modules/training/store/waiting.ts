import { z } from 'zod';
import { inScope, unmetOf } from '#modules/access/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { CountRow, Day } from './rows.js';

const WaitingRow = z.object({
  requirementId: z.string(),
  userId: z.string(),
  userName: z.string(),
  nameKey: z.string(),
  login: z.string(),
  roleLv: z.string(),
  roleEn: z.string(),
  place: z.string().nullable(),
  titleLv: z.string(),
  titleEn: z.string(),
  validFrom: Day,
});
/** A user whose right waits for a course, or soon will. */
export type WaitingRow = z.infer<typeof WaitingRow>;

export type WaitingPosition = readonly [nameKey: string, id: string];

const within = (scope: Scope, words: string): Sql[] => [
  inScope('w', scope),
  sql`w.key like 'course:%'`,
  ...(words ? [sql`w.name_key like '%' || platform.search_key(${words}) || '%'`] : []),
];

const select = (today: IsoDate, conditions: readonly Sql[]): Sql =>
  sql`select w.requirement_id, w.user_id, w.name as user_name, w.name_key, w.login, w.role_lv, w.role_en, w.place, w.title_lv, w.title_en, w.valid_from
    from ${unmetOf(today)} w where ${every(conditions)} order by w.name_key, w.requirement_id, w.user_id`;

/** One row for a user and requirement; the position is the name and both ids joined, so that namesakes are not lost. */
export const listWaiting = (tx: Read, words: string, scope: Scope, today: IsoDate, after: WaitingPosition | null, limit: number): Promise<WaitingRow[]> =>
  tx.all(WaitingRow, sql`${select(today, [...within(scope, words), ...(after ? [sql`(w.name_key, w.requirement_id::text || w.user_id::text) > (${after[0]}, ${after[1]})`] : [])])} limit ${limit}`);

export const streamWaiting = (tx: Read, words: string, scope: Scope, today: IsoDate): AsyncIterable<WaitingRow> => tx.stream(WaitingRow, select(today, within(scope, words)));

export const countWaiting = async (tx: Read, words: string, scope: Scope, today: IsoDate): Promise<number> =>
  (await tx.first(CountRow, sql`select count(*) as n from ${unmetOf(today)} w where ${every(within(scope, words))}`))!.n;
