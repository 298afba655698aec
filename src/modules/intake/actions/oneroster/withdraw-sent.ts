import { closedPeriods, type Finding, withdrawRecords } from '#modules/marks/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { listSentRecords, type SentBy, type SentRecord } from '../../store/oneroster/known-records.js';

export interface WithdrawingFor extends SentBy {
  readonly institutionIds: readonly string[];
  readonly channel: 'service' | 'file';
  readonly by: string;
  readonly at: Date;
  readonly today: IsoDate;
}

/** A record that stays, since its period takes nothing back without an order. */
interface Closed {
  readonly record: SentRecord;
  readonly why: Finding;
}

export interface Withdrawn {
  readonly withdrawn: number;
  readonly persons: readonly string[];
  readonly closed: readonly Closed[];
}

/** Takes back what a sender sent under these identifiers and nothing else; answers how many records that were, of whom, and what is closed. */
export const withdrawSent = async (tx: Write, ids: readonly string[], of: WithdrawingFor): Promise<Withdrawn> =>
  withdrawThese(tx, ids.length === 0 ? [] : await listSentRecords(tx, of.institutionIds, of, ids), of);

/** Takes records back that were found, one statement for each institution, year and kind. */
export async function withdrawThese(tx: Write, found: readonly SentRecord[], { journalId, channel, by, at, today }: WithdrawingFor): Promise<Withdrawn> {
  const { open, closed } = await splitClosed(tx, found, today);
  let withdrawn = 0;
  for (const records of Map.groupBy(open, ({ institutionId, kind, year }) => `${institutionId} ${kind} ${year}`).values()) {
    const { institutionId, kind, year } = records[0]!;
    const keys = records.map(({ personId, item, period }, row) => ({ row, personId, item, period }));
    withdrawn += (await withdrawRecords(tx, kind, keys, { institutionId, year, journalId, channel, by, at, batchId: null, reason: 'taken-back' })).withdrawn;
  }
  return { withdrawn, persons: [...new Set(open.map(({ personId }) => personId))], closed };
}

/** Records whose periods still take corrections, and the others, which only the school takes back, by order. */
export async function splitClosed(tx: Read, found: readonly SentRecord[], today: IsoDate): Promise<{ open: readonly SentRecord[]; closed: readonly Closed[] }> {
  if (found.length === 0) return { open: [], closed: [] };
  const closedOf = await closedPeriods(tx, found.map(({ year }) => year), today);
  const judged = found.map((record) => ({ record, why: closedOf(record) }));
  return { open: judged.filter(({ why }) => !why).map(({ record }) => record), closed: judged.flatMap(({ record, why }) => (why ? [{ record, why }] : [])) };
}

/** What speaks against it with its code, for an answer that is words alone. */
export const coded = ({ code, message }: Finding): Text => ({ lv: `${code} ${message.lv}`, en: `${code} ${message.en}` });
