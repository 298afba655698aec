import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day, placeName } from './rows.js';
import { inScope } from './scope.js';

/** What a document is the basis of. */
export const BASIS_KINDS = ['request', 'grant'] as const;
export type BasisKind = (typeof BASIS_KINDS)[number];

const BasisRow = z.object({
  fileId: z.string(), userId: z.string(), userName: z.string(), login: z.string(), roleLv: z.string(), roleEn: z.string(), place: z.string().nullable(),
  state: z.enum(['submitted', 'approved', 'refused', 'withdrawn']).nullable(), decidedAt: z.date().nullable(), decidedBy: z.string().nullable(), decisionReason: z.string(),
});
/** The document of a request or a grant, whose right it is about and which, and how it was decided; a grant has no decision of its own (`state` null). */
export type BasisOf = z.infer<typeof BasisRow>;

const TABLES: Readonly<Record<BasisKind, Sql>> = { request: sql`access.right_request`, grant: sql`access.role_grant` };
const DECISIONS: Readonly<Record<BasisKind, Sql>> = {
  request: sql`q.state, q.decided_at, (select coalesce(d.name, q.decided_by) from access.app_user d where d.id::text = q.decided_by) as decided_by, q.decision_reason`,
  grant: sql`null::text as state, null::timestamptz as decided_at, null::text as decided_by, '' as decision_reason`,
};

/** The document, when the right is the user's own or lies in a scope. */
export const findBasis = (tx: Read, of: BasisKind, id: string, userId: string, may: Scope): Promise<BasisOf | undefined> =>
  tx.first(BasisRow, sql`select q.basis_file_id as file_id, q.user_id, u.name as user_name, u.login, r.title_lv as role_lv, r.title_en as role_en, ${placeName('q')} as place, ${DECISIONS[of]}
      from ${TABLES[of]} q join access.app_user u on u.id = q.user_id join access.role r on r.code = q.role_code where q.id = ${id} and q.basis_file_id is not null and (q.user_id = ${userId} or ${inScope('q', may)})`);

/** The last day of a right that is over by a day, else that day. */
export const lastDayOfGrant = async (tx: Read, id: string, today: IsoDate): Promise<IsoDate> =>
  (await tx.first(z.object({ day: Day }), sql`select greatest(least(g.valid_to - 1, ${today}::date), g.valid_from) as day from access.role_grant g where g.id = ${id}`))?.day ?? today;
