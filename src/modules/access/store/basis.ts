import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day } from './rows.js';
import { inScope } from './scope.js';

/** What a document is the basis of. */
export const BASIS_KINDS = ['request', 'grant'] as const;
export type BasisKind = (typeof BASIS_KINDS)[number];

const BasisRow = z.object({ fileId: z.string(), userId: z.string() });
/** The document of a request or a grant, and whose right it is about. */
export type BasisOf = z.infer<typeof BasisRow>;

const TABLES: Readonly<Record<BasisKind, Sql>> = { request: sql`access.right_request`, grant: sql`access.role_grant` };

/** The document, when the right is the user's own or lies in a scope. */
export const findBasis = (tx: Read, of: BasisKind, id: string, userId: string, may: Scope): Promise<BasisOf | undefined> =>
  tx.first(BasisRow, sql`select q.basis_file_id as file_id, q.user_id from ${TABLES[of]} q where q.id = ${id} and q.basis_file_id is not null and (q.user_id = ${userId} or ${inScope('q', may)})`);

/** The last day of a right that is over by a day, else that day. */
export const lastDayOfGrant = async (tx: Read, id: string, today: IsoDate): Promise<IsoDate> =>
  (await tx.first(z.object({ day: Day }), sql`select greatest(least(g.valid_to - 1, ${today}::date), g.valid_from) as day from access.role_grant g where g.id = ${id}`))?.day ?? today;
