import { z } from 'zod';
import { isVisibleEntry } from '#modules/exams/public.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const NumberOfEntry = z.object({ entryId: z.string(), number: z.string() });

/** The numbers of the certificates in force of entries. Whoever shows them has made sure that the results may be seen. */
export const numbersOfEntries = async (tx: Read, entryIds: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map((await tx.all(NumberOfEntry, sql`select c.entry_id, c.number from certificates.certificate c where c.entry_id = any(${[...entryIds]}::uuid[]) and c.state = 'released' and c.revoked_at is null`)).map(({ entryId, number }) => [entryId, number]));

const NumberOfPerson = z.object({ personId: z.string(), examCode: z.string(), number: z.string() });
export type NumberOfPerson = z.infer<typeof NumberOfPerson>;

/** The certificates in force that people have at an instant, the oldest first. */
export const numbersOfPersons = (tx: Read, persons: readonly string[], now: Date): Promise<NumberOfPerson[]> =>
  tx.all(
    NumberOfPerson,
    sql`select c.person_id, c.exam_code, c.number from certificates.certificate c
      where c.person_id = any(${[...persons]}::uuid[]) and c.state = 'released' and c.revoked_at is null and ${isVisibleEntry(sql`c.entry_id`, now)} order by c.year, c.number`,
  );
