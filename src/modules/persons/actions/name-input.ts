import { z } from 'zod';

/** Letters of any alphabet with spaces, hyphens and apostrophes between them. */
const NAME = /^\p{L}[\p{L}\p{M}]*(?:[ '’-]\p{L}[\p{L}\p{M}]*)*$/u;
const Name = z.string().trim().min(1, { abort: true }).max(100).refine((words) => NAME.test(words), { message: 'not-a-name' });

export const nameFields = { given: Name, family: Name };
