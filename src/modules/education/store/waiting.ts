import { z } from 'zod';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day, holdsOn, ofScope } from './rows.js';

const WaitingRow = z.object({ transfersToAnswer: z.number(), transfersUnderWay: z.number(), candidates: z.number(), withoutClass: z.number(), leaversInGroups: z.number() });
export type Waiting = z.infer<typeof WaitingRow>;

/** What waits for an institution's staff on a day. */
export const countWaiting = async (tx: Read, institutionId: string, year: number, day: IsoDate): Promise<Waiting> =>
  (await tx.first(
    WaitingRow,
    sql`select
      (select count(*) from education.transfer t where t.from_institution_id = ${institutionId} and t.state = 'asked')::int as transfers_to_answer,
      (select count(*) from education.transfer t where ${institutionId}::uuid in (t.from_institution_id, t.to_institution_id) and t.state in ('asked', 'agreed'))::int as transfers_under_way,
      (select count(*) from education.candidate c where c.institution_id = ${institutionId} and c.state = 'candidate')::int as candidates,
      (select count(*) from education.membership m where m.institution_id = ${institutionId} and ${withoutClass(day, year)})::int as without_class,
      (select count(*) from education.membership m where m.institution_id = ${institutionId} and ${remains(day)})::int as leavers_in_groups`,
  ))!;

/** Membership `m` holds on a day, and no class or group of the school year has its member. */
const withoutClass = (day: IsoDate, year: number): Sql => sql`(${holdsOn('m', day)} and not exists (
  select from education.placement l join education.class c on c.id = l.class_id where l.membership_id = m.id and c.year = ${year} and ${holdsOn('l', day)}))`;

/** Membership `m` beside a main one goes on although the main one in the same institution has ended: a leaver forgotten in a group. */
const remains = (day: IsoDate): Sql => sql`(not m.is_main and ${holdsOn('m', day)} and exists (
    select from education.membership e where e.person_id = m.person_id and e.institution_id = m.institution_id and e.is_main and e.superseded_at is null and e.valid_to <= ${day}::date)
  and not exists (select from education.membership o where o.person_id = m.person_id and o.institution_id = m.institution_id and o.is_main and ${holdsOn('o', day)}))`;

const ForgottenRow = z.object({ personId: z.string(), membershipId: z.string(), given: z.string(), family: z.string(), programmeLv: z.string(), programmeEn: z.string(), validFrom: Day });
export type ForgottenRow = z.infer<typeof ForgottenRow>;

export const listForgotten = (tx: Read, institutionId: string, kind: 'without-class' | 'leavers', year: number, day: IsoDate, limit: number): Promise<ForgottenRow[]> =>
  tx.all(
    ForgottenRow,
    sql`select m.person_id, m.id as membership_id, n.given, n.family, g.name_lv as programme_lv, g.name_en as programme_en, m.valid_from
      from education.membership m join education.programme g on g.code = m.programme_code ${joinName('n', sql`m.person_id`, day)}
      where m.institution_id = ${institutionId} and ${kind === 'leavers' ? remains(day) : withoutClass(day, year)}
      order by n.family collate platform.latvian, n.given collate platform.latvian, m.id limit ${limit}`,
  );

const AnsweredRow = z.object({ n: z.number() });
/** Transfers that the scope's institutions are asked to answer. */
export const countTransfersToAnswer = async (tx: Read, scope: Scope): Promise<number> =>
  (await tx.first(AnsweredRow, sql`select count(*)::int as n from education.transfer t where t.state = 'asked' and ${ofScope(sql`t.from_institution_id`, scope)}`))!.n;
