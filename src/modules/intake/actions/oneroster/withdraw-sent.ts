import { withdrawRecords } from '#modules/marks/public.js';
import type { Write } from '#platform/db/transaction.js';
import { listSentRecords, type SentBy, type SentRecord } from '../../store/oneroster/known-records.js';

export interface WithdrawingFor extends SentBy {
  readonly institutionIds: readonly string[];
  readonly channel: 'service' | 'file';
  readonly by: string;
  readonly at: Date;
}

export interface Withdrawn {
  readonly withdrawn: number;
  readonly persons: readonly string[];
}

/** Takes back what a sender sent under these identifiers and nothing else; answers how many records that were, and of whom. */
export const withdrawSent = async (tx: Write, ids: readonly string[], of: WithdrawingFor): Promise<Withdrawn> =>
  withdrawThese(tx, ids.length === 0 ? [] : await listSentRecords(tx, of.institutionIds, of, ids), of);

/** Takes records back that were found, one statement for each institution, year and kind. */
export async function withdrawThese(tx: Write, found: readonly SentRecord[], { journalId, channel, by, at }: WithdrawingFor): Promise<Withdrawn> {
  let withdrawn = 0;
  for (const records of Map.groupBy(found, ({ institutionId, kind, year }) => `${institutionId} ${kind} ${year}`).values()) {
    const { institutionId, kind, year } = records[0]!;
    const keys = records.map(({ personId, item, period }, row) => ({ row, personId, item, period }));
    withdrawn += (await withdrawRecords(tx, kind, keys, { institutionId, year, journalId, channel, by, at, batchId: null, reason: 'taken-back' })).withdrawn;
  }
  return { withdrawn, persons: [...new Set(found.map(({ personId }) => personId))] };
}
