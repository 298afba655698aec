import { z } from 'zod';
import { ZONE } from '#kernel/clock.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { every, sql } from '../db/sql.js';
import type { Read } from '../db/transaction.js';

/** One entry as the person it is about may see it. Role and organisation stand as they were at the time. */
export const AuditLook = z.object({
  id: z.string(),
  at: z.date(),
  actorKind: z.enum(['anonymous', 'user', 'machine', 'system']),
  actorId: z.string().nullable(),
  actingRole: z.string().nullable(),
  actingOrganisation: z.string().nullable(),
  action: z.string(),
  reason: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
});
export type AuditLook = z.infer<typeof AuditLook>;

export interface LookQuery {
  readonly personId: string;
  /** First and last day in Riga, both counted; null is open. */
  readonly from: IsoDate | null;
  readonly through: IsoDate | null;
  /** The id of the last entry already shown. */
  readonly after: string | null;
  readonly limit: number;
  /** Of whom: what this user did for themselves, or everything else; all when not said. */
  readonly by?: { readonly userId: string | null; readonly whose: 'own' | 'others' };
}

/** What was done with or looked at of one person's data, newest first; reads the person's own stretch of the index alone. */
export const listLooksAt = (tx: Read, { personId, from, through, after, limit, by }: LookQuery): Promise<AuditLook[]> =>
  tx.all(
    AuditLook,
    sql`select e.id, e.at, e.actor_kind, e.actor_id, e.acting_role, e.acting_organisation, e.action, e.reason, e.facts
      from (
        select a.at, a.entry_id from audit.about a ${by ? sql`join audit.entry o on o.id = a.entry_id` : sql``}
        where ${every([
          sql`a.person_id = ${personId}`,
          ...(from ? [sql`a.at >= ${from}::date::timestamp at time zone ${ZONE}`] : []),
          ...(through ? [sql`a.at < (${through}::date + 1)::timestamp at time zone ${ZONE}`] : []),
          ...(by ? [sql`coalesce(o.actor_kind = 'user' and o.actor_id = ${by.userId} and o.acting_organisation is null, false) = ${by.whose === 'own'}`] : []),
          ...(after ? [sql`(a.at, a.entry_id) < ((select x.at from audit.entry x where x.id = ${after}), ${after}::uuid)`] : []),
        ])}
        order by a.at desc, a.entry_id desc limit ${limit}
      ) seen join audit.entry e on e.id = seen.entry_id
      order by seen.at desc, seen.entry_id desc`,
  );

/** When the first and the last entry about a person were written; undefined when there is none. */
export async function findLookPeriod(tx: Read, personId: string): Promise<{ first: Date; last: Date } | undefined> {
  const Row = z.object({ first: z.date().nullable(), last: z.date().nullable() });
  const found = await tx.first(Row, sql`select min(at) as first, max(at) as last from audit.about where person_id = ${personId}`);
  return found?.first && found.last ? { first: found.first, last: found.last } : undefined;
}
