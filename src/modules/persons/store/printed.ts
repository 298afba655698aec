import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day, holdsOn } from './rows.js';

const PrintedRow = z.object({ personId: z.string(), given: z.string(), family: z.string(), code: z.string().nullable(), bornOn: Day });
export type PrintedRow = z.infer<typeof PrintedRow>;

/** Names and codes as official documents print them, whole even of a protected person: for documents that only the person gets, never for screens. */
export const listToPrint = (tx: Read, personIds: readonly string[], day: IsoDate): Promise<PrintedRow[]> =>
  tx.all(
    PrintedRow,
    sql`select p.id as person_id, n.given, n.family, c.code, p.born_on from persons.person p join persons.name n on n.person_id = p.id and ${holdsOn('n', day)}
      left join persons.code c on c.person_id = p.id and ${holdsOn('c', day)} where p.id = any(${[...personIds]}::uuid[])`,
  );
