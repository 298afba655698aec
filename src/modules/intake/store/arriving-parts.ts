import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

export interface ArrivingPart {
  readonly part: number;
  /** The number of the first row in it. */
  readonly firstRow: number;
  /** Whole lines of NDJSON. */
  readonly content: Buffer;
}

export const insertPart = (tx: Write, uploadId: string, part: ArrivingPart, now: Date): Promise<void> => tx.insert('intake.arriving_part', { uploadId, ...part, arrivedAt: now });

const PartRow = z.object({ part: z.number(), firstRow: z.number(), content: z.instanceof(Buffer), isLast: z.boolean() });

/** The first part that is not worked off yet. */
export const findNextPart = (tx: Read, uploadId: string): Promise<z.infer<typeof PartRow> | undefined> =>
  tx.first(
    PartRow,
    sql`select p.part, p.first_row, p.content, not exists (select from intake.arriving_part q where q.upload_id = p.upload_id and q.part > p.part) as is_last
      from intake.arriving_part p where p.upload_id = ${uploadId} order by p.part limit 1`,
  );

export const deletePart = (tx: Write, uploadId: string, part: number): Promise<number> => tx.run(sql`delete from intake.arriving_part where upload_id = ${uploadId} and part = ${part}`);

/** Parts of uploads that broke off and became no batch. */
const forsaken = (before: Date): Sql => sql`p.arrived_at < ${before} and not exists (select from intake.batch b where b.upload_id = p.upload_id)`;

export const hasForsakenParts = async (tx: Read, before: Date): Promise<boolean> =>
  (await tx.first(z.object({ part: z.number() }), sql`select p.part from intake.arriving_part p where ${forsaken(before)} limit 1`)) !== undefined;

export const deleteForsakenParts = (tx: Write, before: Date): Promise<number> => tx.run(sql`delete from intake.arriving_part p where ${forsaken(before)}`);
