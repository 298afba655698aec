import { z } from 'zod';

/** An empty field is nothing: a form sends what was left empty as an empty word, an address or a program leaves it away. */
export const emptyAsNull = <Output>(schema: z.ZodType<Output, unknown>) =>
  z.preprocess((raw) => (raw === undefined || (typeof raw === 'string' && raw.trim() === '') ? null : raw), schema.nullable());
