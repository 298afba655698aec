import { createHash } from 'node:crypto';
import type { Read } from '../db/transaction.js';
import { readChain } from './export-audit.js';

export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/**
 * Follows the whole hash chain as `bin/audit-verify` does, and finds in it the link that was its end at another time. Over
 * entries whose month was archived it goes by their links, which stay.
 * @throws Error naming the first entry that does not fit.
 */
export async function checkAudit(tx: Read, known: ChainEnd): Promise<void> {
  let end: ChainEnd = { seq: 0, hash: '' };
  for await (const { seq, hash, body, archived } of readChain(tx)) {
    const fits = body === null ? archived : hash === hashAfter(end.hash, body);
    if (seq !== end.seq + 1 || !fits || (seq === known.seq && hash !== known.hash)) {
      throw new Error(`The audit log is broken at entry ${seq}: it, or one before it, was changed or is missing.`);
    }
    end = { seq, hash };
  }
  if (end.seq < known.seq) throw new Error(`The audit log ends at entry ${end.seq}; it had ${known.seq} entries before.`);
}

const hashAfter = (before: string, body: string) => createHash('sha256').update(Buffer.from(before, 'hex')).update(body).digest('hex');
