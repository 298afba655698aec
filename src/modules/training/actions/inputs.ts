import { z } from 'zod';
import { emptyAsNull } from '#modules/access/public.js';

/** A time of day as `14:30`; `14.30`, as it is often written, is the same. */
export const TimeInput = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'not-a-time')
  .transform((time) => time.replace('.', ':').padStart(5, '0'));

/** Instant and id of the last row already shown, as an address carries them. */
export type InstantPosition = readonly [at: string, id: string];

export const InstantPositionInput = emptyAsNull(
  z.string().transform((written, context): InstantPosition => {
    try {
      const parsed = z.tuple([z.iso.datetime(), z.uuid()]).safeParse(JSON.parse(written));
      if (parsed.success) return parsed.data;
    } catch {
      // Not JSON: refused below like any other wrong position.
    }
    context.addIssue({ code: 'custom', message: 'wrong-format' });
    return z.NEVER;
  }),
);
