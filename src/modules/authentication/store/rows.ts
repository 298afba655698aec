import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';

export const Day = z.string().transform((words) => words as IsoDate);
