import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { jsonInput } from '#kernel/json-input.js';

/** A time of day as `14:30`; `14.30`, as it is often written, is the same. */
export const TimeInput = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'not-a-time')
  .transform((time) => time.replace('.', ':').padStart(5, '0'));

const Position = z.tuple([z.iso.datetime(), z.uuid()]);
/** Instant and id of the last row already shown, as an address carries them. */
export type InstantPosition = Readonly<z.infer<typeof Position>>;
export const InstantPositionInput = emptyAsNull(jsonInput(Position));
