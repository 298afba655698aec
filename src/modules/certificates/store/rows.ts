import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { SEALING_STATES, STATES } from '../domain/states.js';

export const Day = z.string().transform((words) => words as IsoDate);
export const IdRow = z.object({ id: z.string() });
export const State = z.enum(STATES);
export const SealingStateRow = z.enum(SEALING_STATES);
export const TERMS = ['main', 'extra'] as const;

/** The words of a page as they are kept. */
export const Page = z.object({
  lang: z.string(), issuer: z.string(), title: z.string(), number: z.string(), holder: z.string(), holderCode: z.string(), statements: z.array(z.string()), outcome: z.string(),
  parts: z.array(z.object({ name: z.string(), value: z.string() })), partHeads: z.tuple([z.string(), z.string()]), place: z.string(), attestation: z.string(), notices: z.array(z.string()),
});
export const Count = z.object({ n: z.number() });
