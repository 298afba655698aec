import { z } from 'zod';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { inKeyOrder, type Keyset, standsAfter } from '#platform/db/keyset.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { ENDS, GROUPS, WHYS } from '../domain/words.js';
import { Day, joinUnit, nameOfUser, ofUnits } from './rows.js';

const standing = {
  state: z.enum(['open', 'closed']), closedBy: z.enum(ENDS).nullable(), statusCode: z.string().nullable(), statusLv: z.string().nullable(), statusEn: z.string().nullable(), groupCode: z.enum(GROUPS).nullable(),
  comment: z.string(), dueOn: Day, nextCheckOn: Day.nullable(), unitId: z.number().nullable(), unit: z.string().nullable(),
};
const InquiryRow = z.object({ id: z.string(), personId: z.string(), given: z.string(), family: z.string(), isProtected: z.boolean(), bornOn: Day.nullable(), foundOn: Day, ...standing });
export type InquiryRow = z.infer<typeof InquiryRow>;

const STANDING = sql`s.state, s.closed_by, s.status_code, k.name_lv as status_lv, k.name_en as status_en, k.group_code, s.comment, s.due_on, s.next_check_on, u.unit_id, u.name as unit`;
const from = (today: IsoDate): Sql => sql`from schoolage.inquiry q join schoolage.inquiry_state s on s.inquiry_id = q.id and s.superseded_at is null
  left join schoolage.status_kind k on k.code = s.status_code ${joinUnit('u', 's', today)}`;
const inquiries = (today: IsoDate): Sql => sql`select q.id, q.person_id, n.given, n.family, n.is_protected, case when n.is_protected then null else p.born_on end as born_on, x.as_of as found_on, ${STANDING}
  ${from(today)} join schoolage.extract x on x.id = q.last_extract_id join persons.person p on p.id = q.person_id ${joinName('n', sql`q.person_id`, today)}`;

export const LIST_STATES = ['open', 'overdue', 'without', 'closed', 'all'] as const;
export interface InquiryFilter {
  readonly state: (typeof LIST_STATES)[number];
  readonly group: (typeof GROUPS)[number] | null;
  /** The body whose inquiries are meant; null for all that the scope covers. */
  readonly unitId: number | null;
}

/** What nobody knows anything of: no status, or one that says so. */
const WITHOUT_INFORMATION = sql`(s.state = 'open' and (k.group_code is null or k.group_code = 'unknown'))`;

const OF_STATE = (today: IsoDate): Readonly<Record<InquiryFilter['state'], Sql>> => ({
  open: sql`s.state = 'open'`,
  overdue: sql`s.state = 'open' and s.due_on < ${today}::date`,
  without: WITHOUT_INFORMATION,
  closed: sql`s.state = 'closed'`,
  all: sql`true`,
});

const meant = ({ state, group, unitId }: InquiryFilter, scope: Scope, today: IsoDate): Sql =>
  every([ofUnits('u', scope), OF_STATE(today)[state], ...(group ? [sql`k.group_code = ${group}`] : []), ...(unitId === null ? [] : [sql`u.unit_id = ${unitId}`])]);

const BY_DUE: Keyset = { keys: [sql`s.due_on`, sql`q.id`], descending: false };

/** Inquiries of a scope by their due days, from the one after `after` on. */
export const listInquiries = (tx: Read, filter: InquiryFilter, scope: Scope, { after, limit }: { readonly after: string | null; readonly limit: number }, today: IsoDate): Promise<InquiryRow[]> =>
  tx.all(
    InquiryRow,
    sql`${inquiries(today)} where ${meant(filter, scope, today)}
      ${after === null ? sql`` : sql`and ${standsAfter(BY_DUE, sql`${from(today)} where q.id = ${after} and ${ofUnits('u', scope)}`)}`} order by ${inKeyOrder(BY_DUE)} limit ${limit}`,
  );

/** The same, all of them, a few thousand at a time. */
export const streamInquiries = (tx: Read, filter: InquiryFilter, scope: Scope, today: IsoDate): AsyncIterable<InquiryRow> =>
  tx.stream(InquiryRow, sql`${inquiries(today)} where ${meant(filter, scope, today)} order by ${inKeyOrder(BY_DUE)}`);

export const countInquiries = async (tx: Read, filter: InquiryFilter, scope: Scope, today: IsoDate): Promise<number> =>
  (await tx.first(z.object({ n: z.number() }), sql`select count(*)::int as n ${from(today)} where ${meant(filter, scope, today)}`))!.n;

export const findInquiry = (tx: Read, id: string, scope: Scope, today: IsoDate): Promise<InquiryRow | undefined> =>
  tx.first(InquiryRow, sql`${inquiries(today)} where q.id = ${id} and ${ofUnits('u', scope)}`);

/** How many open inquiries of a scope there are, and the first due day. */
export const countOpen = async (tx: Read, scope: Scope, today: IsoDate): Promise<{ count: number; due: IsoDate | null }> =>
  (await tx.first(z.object({ count: z.number(), due: Day.nullable() }), sql`select count(*)::int as count, min(s.due_on) as due ${from(today)} where s.state = 'open' and ${ofUnits('u', scope)}`))!;

const VersionRow = z.object({ id: z.string(), ...standing, why: z.enum(WHYS), recordedAt: z.date(), by: z.string() });
export type VersionRow = z.infer<typeof VersionRow>;

/** Everything that an inquiry ever was, the latest first, on the map of today. */
export const listVersions = (tx: Read, inquiryId: string, today: IsoDate): Promise<VersionRow[]> =>
  tx.all(
    VersionRow,
    sql`select s.id, ${STANDING}, s.why, s.recorded_at, ${nameOfUser(sql`s.recorded_by`)} as by from schoolage.inquiry_state s
      left join schoolage.status_kind k on k.code = s.status_code ${joinUnit('u', 's', today)} where s.inquiry_id = ${inquiryId} order by s.recorded_at desc, s.id desc`,
  );

const UnitCounts = z.object({ unitId: z.number().nullable(), open: z.number(), overdue: z.number(), without: z.number(), explained: z.number(), learning: z.number(), due: Day.nullable() });
export type UnitCounts = z.infer<typeof UnitCounts>;

/** Inquiries of a scope by the municipality in which they lie today; null where the map cannot tell. */
export const countByUnit = (tx: Read, scope: Scope, today: IsoDate): Promise<UnitCounts[]> =>
  tx.all(
    UnitCounts,
    sql`select u.unit_id, count(*) filter (where s.state = 'open')::int as open, count(*) filter (where s.state = 'open' and s.due_on < ${today}::date)::int as overdue,
        count(*) filter (where ${WITHOUT_INFORMATION})::int as without, count(*) filter (where s.closed_by = 'status')::int as explained,
        count(*) filter (where s.closed_by in ('membership', 'finished', 'age'))::int as learning, min(s.due_on) filter (where s.state = 'open') as due
      ${from(today)} where ${ofUnits('u', scope)} group by u.unit_id`,
  );
