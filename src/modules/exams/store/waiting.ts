import { z } from 'zod';
import { ofScope } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day } from './rows.js';

const Due = z.object({ count: z.number(), due: Day.nullable() });
type Due = z.infer<typeof Due>;

/** Appeals of a scope that wait for their commission, and by when the first of them is to be decided. */
export const countAppealsToDecide = async (tx: Read, scope: Scope): Promise<Due> =>
  (await tx.first(
    Due,
    sql`select count(*)::int as count, min(a.due_on) as due from exams.appeal a join exams.entry e on e.id = a.entry_id join exams.sitting g on g.id = e.sitting_id where a.state = 'lodged' and ${ofScope(sql`g.institution_id`, scope)}`,
  ))!;

/** Sittings of a scope whose day is over, with candidates and without a protocol, and the day of the first. */
export const countProtocolsMissing = async (tx: Read, scope: Scope, today: IsoDate): Promise<Due> =>
  (await tx.first(
    Due,
    sql`select count(*)::int as count, min(v.held_on) as due from exams.sitting g join exams.event v on v.id = g.event_id where v.held_on < ${today}::date and ${ofScope(sql`g.institution_id`, scope)}
      and exists (select from exams.entry e where e.sitting_id = g.id and e.state = 'confirmed') and not exists (select from exams.protocol p where p.sitting_id = g.id and p.state <> 'returned')`,
  ))!;

const Proposals = z.object({ count: z.number(), first: z.date().nullable(), year: z.number().nullable() });

/** Instants of publication that lie ahead and that this user may confirm, having set none of them: how many, the first, and of which school year that is. */
export const findProposals = async (tx: Read, userId: string, now: Date): Promise<z.infer<typeof Proposals>> =>
  (await tx.first(
    Proposals,
    sql`select count(*)::int as count, min(b.visible_from) as first, (array_agg(n.year order by b.visible_from))[1] as year
      from exams.publication b left join exams.event v on v.id = b.event_id join exams.session n on n.id = coalesce(b.session_id, v.session_id)
      where b.confirmed_at is null and b.superseded_at is null and b.set_by <> ${userId} and b.visible_from > ${now}::timestamptz`,
  ))!;

/** Works that somebody took and has not assessed yet. */
export const countTasks = async (tx: Read, assessorId: string): Promise<number> =>
  (await tx.first(z.object({ n: z.number() }), sql`select count(*)::int as n from exams.assessment a where a.assessor_id = ${assessorId} and a.assessed_at is null and a.superseded_at is null`))!.n;
