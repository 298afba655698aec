import { createHash, randomUUID } from 'node:crypto';
import type { WriteContext } from '#platform/actions/action.js';
import { type ArrivingRow, type Kind, KINDS } from '../../domain/arriving.js';
import { LIMITS } from '../../domain/limits.js';
import type { TranslatedRow } from '../../domain/oneroster/translate.js';
import { insertPart } from '../../store/arriving-parts.js';
import { receiveRows, receiveUpload } from '../receive-rows.js';

/** Rows of one school year and kind: what a batch is made of. */
export interface Group {
  readonly year: number;
  readonly kind: Kind;
  readonly rows: ArrivingRow[];
}

/** Gathers translated rows into groups, marks before outcomes. */
export function grouping(): { add(row: TranslatedRow): void; groups(): readonly Group[] } {
  const found = new Map<string, Group>();
  const order = (one: Group) => one.year * KINDS.length + KINDS.indexOf(one.kind);
  return {
    add({ year, kind, row }) {
      const key = `${year} ${kind}`;
      const group = found.get(key) ?? { year, kind, rows: [] };
      group.rows.push(row);
      found.set(key, group);
    },
    groups: () => [...found.values()].toSorted((one, other) => order(one) - order(other)),
  };
}

/** Whose rows they are, and the key under which they count once. */
export interface GroupSender {
  readonly institutionId: string;
  readonly journalId: string | null;
  readonly channel: 'service' | 'file';
  readonly format: 'oneroster-csv' | 'oneroster-rest';
  readonly by: string;
  readonly key: string;
  readonly isDryRun: boolean;
}

/** Gives a group to the pipeline: at once where it is small, in pieces for the background where it is large. Answers the batch. */
export async function receiveGroup(context: WriteContext, { by, key, ...sender }: GroupSender, { year, kind, rows }: Group): Promise<string> {
  const lines = rows.map((row) => JSON.stringify(row));
  const arriving = { ...sender, year, kind, key: `${key} ${year} ${kind}`, sha256: createHash('sha256').update(lines.join('\n')).digest('hex'), isSandbox: false };
  const as: WriteContext = { ...context, actor: { ...context.actor, id: by } };
  if (rows.length <= LIMITS.rowsAtOnce) return (await receiveRows(as, arriving, rows.map((sent, at) => ({ row: at + 1, sent })))).batch.id;
  const uploadId = randomUUID();
  for (let from = 0, part = 0; from < lines.length; from += LIMITS.rowsAtOnce, part += 1) {
    await insertPart(context.tx, uploadId, { part, firstRow: from + 1, content: Buffer.from(`${lines.slice(from, from + LIMITS.rowsAtOnce).join('\n')}\n`) }, context.now);
  }
  return (await receiveUpload(as, arriving, uploadId, rows.length)).batch.id;
}
