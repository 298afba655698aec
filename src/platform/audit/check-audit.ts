import { createHash } from 'node:crypto';
import type { Read } from '../db/transaction.js';
import { exportAudit } from './export-audit.js';

export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/**
 * Follows the whole hash chain as `bin/audit-verify` does, and finds in it the link that was its end at another time.
 * @throws Error naming the first entry that does not fit.
 */
export async function checkAudit(tx: Read, known: ChainEnd): Promise<void> {
  let end: ChainEnd = { seq: 0, hash: '' };
  for await (const line of exportAudit(tx)) {
    const [seq = '', hash = ''] = line.split('\t', 2);
    const body = line.slice(seq.length + hash.length + 2, -1);
    const expected = createHash('sha256').update(Buffer.from(end.hash, 'hex')).update(body).digest('hex');
    if (Number(seq) !== end.seq + 1 || hash !== expected) throw new Error(broken(seq));
    end = { seq: end.seq + 1, hash };
    if (end.seq === known.seq && hash !== known.hash) throw new Error(broken(seq));
  }
  if (end.seq < known.seq) throw new Error(`The audit log ends at entry ${end.seq}; it had ${known.seq} entries before.`);
}

const broken = (seq: string) => `The audit log is broken at entry ${seq}: it, or one before it, was changed or is missing.`;
