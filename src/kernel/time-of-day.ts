import { z } from 'zod';

const AS_PEOPLE_WRITE = /^(\d|[01]\d|2[0-3])[:.]?([0-5]\d)$/;

/** A time of day as `09:30`, however people write it: `9:30`, `9.30`, `0930`, `930`. */
export const TimeOfDayInput = z
  .string()
  .trim()
  .regex(AS_PEOPLE_WRITE, 'not-a-time')
  .transform((time) => time.replace(AS_PEOPLE_WRITE, '$1:$2').padStart(5, '0'));
