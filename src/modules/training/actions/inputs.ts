import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { jsonInput } from '#kernel/json-input.js';

const Position = z.tuple([z.iso.datetime(), z.uuid()]);
/** Instant and id of the last row already shown, as an address carries them. */
export type InstantPosition = Readonly<z.infer<typeof Position>>;
export const InstantPositionInput = emptyAsNull(jsonInput(Position));
