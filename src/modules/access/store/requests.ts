import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { ListOrder } from '#kernel/list-order.js';
import type { Scope } from '#platform/actions/actor.js';
import { inKeyOrder, type Keyset, standsAfter } from '#platform/db/keyset.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day, IdRow, placeName } from './rows.js';
import { inScope } from './scope.js';

const REQUEST_STATES = ['submitted', 'approved', 'refused', 'withdrawn'] as const;

const RequestRow = z.object({
  id: z.string(),
  userId: z.string(),
  userName: z.string(),
  login: z.string(),
  roleCode: z.string(),
  roleLv: z.string(),
  roleEn: z.string(),
  everywhere: z.boolean(),
  unitId: z.number().nullable(),
  institutionId: z.string().nullable(),
  comingAtvk: z.string().nullable(),
  reformId: z.string().nullable(),
  place: z.string().nullable(),
  wantedFrom: Day,
  wantedTo: Day.nullable(),
  basis: z.string(),
  basisFileId: z.string().nullable(),
  state: z.enum(REQUEST_STATES),
  decisionReason: z.string(),
  startedGrant: z.boolean(),
  recordedAt: z.date(),
});
export type RequestRow = z.infer<typeof RequestRow>;

const PLACE = sql`coalesce(${placeName('q')}, (select ru.name from territories.reform_unit ru where ru.reform_id = q.reform_id and ru.atvk = q.coming_atvk))`;
const FROM = sql`from access.right_request q join access.app_user u on u.id = q.user_id join access.role r on r.code = q.role_code`;
const SELECT = sql`select q.id, q.user_id, u.name as user_name, u.login, q.role_code, r.title_lv as role_lv, r.title_en as role_en, q.everywhere, q.unit_id, q.institution_id,
    q.coming_atvk, q.reform_id, ${PLACE} as place,
    q.wanted_from, q.wanted_to, q.basis, q.basis_file_id, q.state, q.decision_reason, q.started_grant, q.recorded_at ${FROM}`;

/** Requests within a scope; those for units that do not exist yet are decided by who holds the right everywhere. */
const decidable = (scope: Scope): Sql => inScope('q', scope);

/** The columns that undecided requests can stand in order of, roles by their titles in one of the languages; the oldest first where nothing is said. */
export const REQUESTS_SORTED_BY = ['asked', 'user', 'roleLv', 'roleEn', 'place', 'period'] as const;
type RequestsSortedBy = (typeof REQUESTS_SORTED_BY)[number];

const SORT_KEYS: Readonly<Record<RequestsSortedBy, readonly Sql[]>> = {
  asked: [],
  user: [sql`u.name collate platform.latvian`],
  roleLv: [sql`r.title_lv collate platform.latvian`],
  roleEn: [sql`r.title_en collate platform.latvian`],
  place: [sql`coalesce(${PLACE}, '') collate platform.latvian`],
  period: [sql`q.wanted_from`],
};
const keysetOf = ({ by, descending }: ListOrder<RequestsSortedBy>): Keyset => ({ keys: [...SORT_KEYS[by], sql`q.recorded_at`, sql`q.id`], descending });

/** A page of them after a request already shown; it may have been decided meanwhile. */
export function listUndecided(tx: Read, scope: Scope, order: ListOrder<RequestsSortedBy>, after: string | null, limit: number): Promise<RequestRow[]> {
  const keyset = keysetOf(order);
  const place = after ? [standsAfter(keyset, sql`${FROM} where q.id = ${after} and ${decidable(scope)}`)] : [];
  return tx.all(RequestRow, sql`${SELECT} where ${every([sql`q.state = 'submitted'`, decidable(scope), ...place])} order by ${inKeyOrder(keyset)} limit ${limit}`);
}

/** @param but the user whose own requests are left out; null counts all */
export async function countUndecided(tx: Read, scope: Scope, but: string | null): Promise<number> {
  const row = await tx.first(z.object({ n: z.number() }), sql`select count(*) as n from access.right_request q where ${every([sql`q.state = 'submitted'`, decidable(scope), ...(but === null ? [] : [sql`q.user_id::text <> ${but}`])])}`);
  return row!.n;
}

export const listRequestsOf = (tx: Read, userId: string): Promise<RequestRow[]> =>
  tx.all(RequestRow, sql`${SELECT} where q.user_id = ${userId} order by q.recorded_at desc, q.id`);

export const findRequest = (tx: Read, id: string, scope: Scope): Promise<RequestRow | undefined> =>
  tx.first(RequestRow, sql`${SELECT} where q.id = ${id} and ${decidable(scope)}`);

/** A request within a scope, locked until the transaction ends. */
export const lockRequest = (tx: Write, id: string, scope: Scope): Promise<RequestRow | undefined> =>
  tx.first(RequestRow, sql`${SELECT} where q.id = ${id} and ${decidable(scope)} for update of q`);

export interface NewRequest {
  readonly userId: string;
  readonly roleCode: string;
  readonly everywhere: boolean;
  readonly unitId: number | null;
  readonly institutionId: string | null;
  readonly comingAtvk: string | null;
  readonly reformId: string | null;
  readonly wantedFrom: IsoDate;
  readonly wantedTo: IsoDate | null;
  readonly basis: string;
  readonly basisFileId: string | null;
}

export async function insertRequest(tx: Write, q: NewRequest, by: string, now: Date): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into access.right_request (user_id, role_code, everywhere, unit_id, institution_id, coming_atvk, reform_id, wanted_from, wanted_to,
        basis, basis_file_id, recorded_at, recorded_by)
      values (${q.userId}, ${q.roleCode}, ${q.everywhere}, ${q.unitId}, ${q.institutionId}, ${q.comingAtvk}, ${q.reformId}, ${q.wantedFrom}, ${q.wantedTo},
        ${q.basis}, ${q.basisFileId}, ${now}, ${by}) returning id`,
  );
  return row!.id;
}

export const decideRequest = (tx: Write, id: string, state: 'approved' | 'refused', decision: { by: string; reason: string; startedGrant: boolean }, now: Date): Promise<number> =>
  tx.run(sql`update access.right_request set state = ${state}, decided_at = ${now}, decided_by = ${decision.by}, decision_reason = ${decision.reason},
    started_grant = ${decision.startedGrant} where id = ${id} and state = 'submitted'`);

export const withdrawRequest = (tx: Write, id: string, userId: string): Promise<number> =>
  tx.run(sql`update access.right_request set state = 'withdrawn' where id = ${id} and user_id = ${userId} and state = 'submitted'`);
