import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';

export const Day = z.string().transform((words) => words as IsoDate);
export const IdRow = z.object({ id: z.string() });

/** Who writes, and when: kept with every row. */
export interface Recording {
  readonly recordedAt: Date;
  readonly recordedBy: string;
}
