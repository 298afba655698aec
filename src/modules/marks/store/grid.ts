import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import type { Kind } from '../domain/periods.js';
import { CHANNELS, STATES } from '../domain/record.js';
import { cameFromColumns } from './came-from.js';
import { SHAPES } from './record-shapes.js';

const RecordRow = z.object({
  personId: z.string(), item: z.number(), period: z.string(), value: z.string(), justified: z.number().nullable(), unjustified: z.number().nullable(),
  state: z.enum(STATES), channel: z.enum(CHANNELS), enteredAt: z.date(), enteredBy: z.string(), sourceRecord: z.string(),
});
/** What the register holds for one cell of a grid; of an absence both of its numbers. */
export type GridRecord = z.infer<typeof RecordRow>;

export interface OfPupils {
  readonly kind: Kind;
  readonly year: number;
  readonly institutionId: string;
  readonly personIds: readonly string[];
  readonly periods: readonly string[];
}

/**
 * Records of some pupils in an institution, those taken back among them.
 * @param lock keeps them from being changed until the transaction ends
 */
export const listRecordsOf = (tx: Read, { kind, year, institutionId, personIds, periods }: OfPupils, lock = false): Promise<GridRecord[]> =>
  tx.all(
    RecordRow,
    sql`select r.person_id, ${SHAPES[kind].item('r')} as item, r.period, ${SHAPES[kind].words('r')} as value,
        ${kind === 'absence' ? sql`r.justified_lessons` : sql`null::smallint`} as justified, ${kind === 'absence' ? sql`r.unjustified_lessons` : sql`null::smallint`} as unjustified,
        r.state, r.source_record, ${cameFromColumns('r', ['channel', 'entered_at', 'entered_by'])}
      from ${sql.table(SHAPES[kind].table)} r
      where r.year = ${year} and r.institution_id = ${institutionId} and r.person_id = any(${[...personIds]}::uuid[]) and r.period = any(${[...periods]}::text[])
      order by r.person_id, item, r.period ${lock ? sql`for update` : sql``}`,
  );
