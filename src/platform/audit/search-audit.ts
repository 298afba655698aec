import { z } from 'zod';
import { ZONE } from '#kernel/clock.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { every, sql } from '../db/sql.js';
import type { Read } from '../db/transaction.js';
import { AuditLook } from './read-audit.js';

export const FoundEntry = AuditLook.extend({ outcome: z.enum(['done', 'refused']), subjectCount: z.number(), sealed: z.boolean() });
export type FoundEntry = z.infer<typeof FoundEntry>;

export interface AuditQuery {
  readonly actorId: string | null;
  readonly action: string | null;
  /** First and last day in Riga, both counted. */
  readonly from: IsoDate;
  readonly through: IsoDate;
  /** The id of the last entry already shown. */
  readonly after: string | null;
  readonly limit: number;
}

/** Entries of the audit log, newest first. Whom they are about is only counted: that is looked at by another right. */
export const searchAudit = (tx: Read, { actorId, action, from, through, after, limit }: AuditQuery): Promise<FoundEntry[]> =>
  tx.all(
    FoundEntry,
    sql`select e.id, e.at, e.actor_kind, e.actor_id, e.acting_role, e.acting_organisation, e.action, e.reason, e.facts, e.outcome,
        cardinality(e.subjects) as subject_count, exists (select from audit.link l where l.entry_id = e.id) as sealed
      from audit.entry e
      where ${every([
        sql`e.at >= ${from}::date::timestamp at time zone ${ZONE}`,
        sql`e.at < (${through}::date + 1)::timestamp at time zone ${ZONE}`,
        ...(actorId ? [sql`e.actor_id = ${actorId}`] : []),
        ...(action ? [sql`e.action = ${action}`] : []),
        ...(after ? [sql`(e.at, e.id) < ((select x.at from audit.entry x where x.id = ${after}), ${after}::uuid)`] : []),
      ])}
      order by e.at desc, e.id desc limit ${limit}`,
  );
