import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { ListOrder } from '#kernel/list-order.js';
import type { Scope } from '#platform/actions/actor.js';
import { inKeyOrder, type Keyset, standsAfter } from '#platform/db/keyset.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day, holdsOn, placeNameOn } from './rows.js';
import { waitsOn } from './requirements.js';
import { inScope } from './scope.js';

const GrantRow = z.object({
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
  place: z.string().nullable(),
  validFrom: Day,
  validTo: Day.nullable(),
  basis: z.string(),
  basisFileId: z.string().nullable(),
  endedReason: z.string(),
  endedByReform: z.string().nullable(),
  confirmedOn: Day,
  /** The role asks for something at the place that the user has not met: the grant gives nothing until then. */
  waits: z.boolean(),
  /** Its holder is suspended today, and may do nothing by it. */
  suspended: z.boolean(),
});
export type GrantRow = z.infer<typeof GrantRow>;

const FROM = sql`from access.role_grant g join access.app_user u on u.id = g.user_id join access.role r on r.code = g.role_code`;

/** Whether a right waits is said of today, what its place is called of a day. */
const selectOn = (today: IsoDate, day = today, more: Sql = sql``): Sql => sql`select g.id, g.user_id, u.name as user_name, u.login, g.role_code, r.title_lv as role_lv, r.title_en as role_en,
    g.everywhere, g.unit_id, g.institution_id, ${placeNameOn('g', day)} as place, g.valid_from, g.valid_to, g.basis, g.basis_file_id,
    g.ended_reason, g.ended_by_reform, g.confirmed_on, ${waitsOn(today)} as waits, u.state = 'suspended' as suspended${more}
  ${FROM}`;

/** All grants a user ever had, newest first. */
export const listGrantsOf = (tx: Read, userId: string, today: IsoDate): Promise<GrantRow[]> => tx.all(GrantRow, sql`${selectOn(today)} where g.user_id = ${userId} order by g.valid_from desc, g.id`);

/** One grant within a scope, as the lists tell it. */
export const findGrant = (tx: Read, id: string, scope: Scope, today: IsoDate): Promise<GrantRow | undefined> =>
  tx.first(GrantRow, sql`${selectOn(today)} where g.id = ${id} and ${inScope('g', scope)}`);

export interface HereFilter {
  /** The day on which it is asked: whether a right waits is said of it. */
  readonly today: IsoDate;
  readonly day: IsoDate;
  readonly words: string;
  readonly roleCode: string | null;
  /** One municipality or institution of the scope; all of it when null. */
  readonly unitId: number | null;
  readonly institutionId: string | null;
  readonly order: ListOrder<GrantsSortedBy>;
}

/** The columns that the list can stand in order of; roles by their titles in one of the languages, times by their first day. */
export const GRANTS_SORTED_BY = ['user', 'roleLv', 'roleEn', 'place', 'period'] as const;
type GrantsSortedBy = (typeof GRANTS_SORTED_BY)[number];

const SORT_KEYS: Readonly<Record<GrantsSortedBy, (day: IsoDate) => readonly Sql[]>> = {
  user: () => [],
  roleLv: () => [sql`r.title_lv collate platform.latvian`],
  roleEn: () => [sql`r.title_en collate platform.latvian`],
  place: (day) => [sql`coalesce(${placeNameOn('g', day)}, '') collate platform.latvian`],
  period: () => [sql`g.valid_from`],
};

const keysetOf = ({ order, day }: HereFilter): Keyset => ({ keys: [...SORT_KEYS[order.by](day), sql`u.name collate platform.latvian`, sql`g.id`], descending: order.descending });

const here = (filter: HereFilter, scope: Scope): Sql[] => [
  inScope('g', scope),
  holdsOn('g', filter.day),
  ...(filter.words ? [sql`u.name_key like '%' || platform.search_key(${filter.words}) || '%'`] : []),
  ...(filter.roleCode ? [sql`g.role_code = ${filter.roleCode}`] : []),
  ...(filter.unitId !== null ? [sql`g.unit_id = ${filter.unitId}`] : []),
  ...(filter.institutionId !== null ? [sql`g.institution_id = ${filter.institutionId}`] : []),
];

/** Who holds rights on a day within a scope: one page after a right already shown, and how many there are in all. */
export async function listGrantsHere(tx: Read, filter: HereFilter, scope: Scope, after: string | null, limit: number): Promise<{ readonly rows: GrantRow[]; readonly total: number }> {
  const conditions = here(filter, scope);
  const keyset = keysetOf(filter);
  const place = after ? [standsAfter(keyset, sql`${FROM} where g.id = ${after} and ${inScope('g', scope)}`)] : [];
  const rows = await tx.all(
    GrantRow.extend({ total: z.number() }),
    sql`${selectOn(filter.today, filter.day, sql`, (${counting(conditions)}) as total`)} where ${every([...conditions, ...place])} order by ${inKeyOrder(keyset)} limit ${limit}`,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

const counting = (conditions: readonly Sql[]): Sql => sql`select count(*)::int as n from access.role_grant g join access.app_user u on u.id = g.user_id where ${every(conditions)}`;

export const streamGrantsHere = (tx: Read, filter: HereFilter, scope: Scope): AsyncIterable<GrantRow> => tx.stream(GrantRow, sql`${selectOn(filter.today, filter.day)} where ${every(here(filter, scope))} order by ${inKeyOrder(keysetOf(filter))}`);

export async function countGrantsHere(tx: Read, filter: HereFilter, scope: Scope): Promise<number> {
  const row = await tx.first(z.object({ n: z.number() }), counting(here(filter, scope)));
  return row!.n;
}

/** Day of the last confirmation and id of the last row already shown. */
export type ConfirmPosition = readonly [confirmedOn: string, id: string];

/** What somebody has ended already, from a later day on, waits for nobody. */
const toConfirm = (scope: Scope, today: IsoDate, confirmedBefore: IsoDate): Sql[] => [inScope('g', scope), holdsOn('g', today), sql`g.ended_at is null`, sql`g.confirmed_on <= ${confirmedBefore}`];

/** Grants in force that must be confirmed by a day, the longest waiting first. */
export const listToConfirm = (tx: Read, scope: Scope, today: IsoDate, confirmedBefore: IsoDate, after: ConfirmPosition | null, limit: number): Promise<GrantRow[]> =>
  tx.all(
    GrantRow,
    sql`${selectOn(today)} where ${every([...toConfirm(scope, today, confirmedBefore), ...(after ? [sql`(g.confirmed_on, g.id) > (${after[0]}::date, ${after[1]}::uuid)`] : [])])}
      order by g.confirmed_on, g.id limit ${limit}`,
  );

/** How many of them wait for this user, who does not confirm their own. */
export async function countToConfirm(tx: Read, scope: Scope, today: IsoDate, confirmedBefore: IsoDate, by: string): Promise<{ readonly count: number; readonly oldest: IsoDate | null }> {
  const row = await tx.first(z.object({ count: z.number(), oldest: Day.nullable() }), sql`select count(*) as count, min(g.confirmed_on) as oldest from access.role_grant g where ${every(toConfirm(scope, today, confirmedBefore))} and g.user_id <> ${by}`);
  return row!;
}
