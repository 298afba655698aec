import { z } from 'zod';
import { ZONE } from '#kernel/clock.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { LoggedBodies } from '../actions/directory.js';
import { every, some, type Sql, sql } from '../db/sql.js';
import type { Read } from '../db/transaction.js';
import { AuditLook } from './read-audit.js';

export const FoundEntry = AuditLook.extend({ outcome: z.enum(['done', 'refused']), subjectCount: z.number(), sealed: z.boolean() });
export type FoundEntry = z.infer<typeof FoundEntry>;

export interface AuditQuery {
  /** Users, jobs or machines: what they did, and the sign-ins by which they came. */
  readonly actorIds: readonly string[] | null;
  readonly actions: readonly string[] | null;
  /** Entries must concern each of these: those whom the reader may look at, those who were asked for. */
  readonly bodies: readonly LoggedBodies[];
  /** First and last day in Riga, both counted. */
  readonly from: IsoDate;
  readonly through: IsoDate;
  /** The id of the last entry already shown. */
  readonly after: string | null;
  readonly limit: number;
}

/**
 * Entries of the audit log, newest first. Whom they are about is only counted: that is looked at by another right. Whether
 * they are sealed is looked up for those found alone; asked of all at once, the server reads the whole chain.
 */
export const searchAudit = (tx: Read, { actorIds, actions, bodies, from, through, after, limit }: AuditQuery): Promise<FoundEntry[]> =>
  tx.all(
    FoundEntry,
    sql`select e.*, exists (select from audit.link l where l.entry_id = e.id) as sealed
      from (
        select id, at, actor_kind, actor_id, acting_role, acting_organisation, action, reason, facts, outcome, cardinality(subjects) as subject_count
        from audit.entry e
        where ${every([
          sql`e.at >= ${from}::date::timestamp at time zone ${ZONE}`,
          sql`e.at < (${through}::date + 1)::timestamp at time zone ${ZONE}`,
          ...(actorIds ? [sql`(e.actor_id = any(${actorIds}) or (e.actor_kind = 'anonymous' and e.facts->>'user' = any(${actorIds})))`] : []),
          ...(actions ? [sql`e.action = any(${actions})`] : []),
          ...bodies.map(concerns),
          ...(after ? [sql`(e.at, e.id) < ((select x.at from audit.entry x where x.id = ${after}), ${after}::uuid)`] : []),
        ])}
        order by e.at desc, e.id desc limit ${limit}
      ) e
      order by e.at desc, e.id desc`,
  );

/** Somebody of theirs did it, or acted for them, or it speaks of them or of their users. */
const concerns = ({ names, userIds, institutions, units }: LoggedBodies): Sql =>
  some([
    isAmong(sql`e.acting_organisation`, names),
    isAmong(sql`e.actor_id`, userIds),
    isAmong(sql`e.facts->>'user'`, userIds),
    ...['regNr', 'institution', 'institutionId'].map((key) => isAmong(sql`e.facts->>${sql.lit(key)}`, institutions)),
    ...['unit', 'unitId'].map((key) => isAmong(sql`e.facts->>${sql.lit(key)}`, units)),
  ]);

const isAmong = (value: Sql, values: readonly string[]): Sql => sql`coalesce(${value} = any(${[...values]}::text[]), false)`;
