import { deadlineOf } from '#modules/education/public.js';
import type { Read } from '#platform/db/transaction.js';
import { matterOf, type Period } from '../domain/periods.js';
import type { RecordKind } from '../domain/record.js';

export interface OfClass {
  readonly year: number;
  readonly classId: string | null;
  readonly grade: number | null;
}

/** Until when records of a period are due for a class, why just then, and when they are taken; undefined where no deadline is recorded. */
export async function dueOfPeriod(tx: Read, kind: RecordKind, period: Period, { year, classId, grade }: OfClass): ReturnType<typeof deadlineOf> {
  const matter = matterOf(kind, period);
  return matter ? deadlineOf(tx, matter, { year, classId, grade }) : undefined;
}
