import { z } from 'zod';

/** What the key of the encrypted secrets is derived for. */
export const CODE_KEY = 'one-time code secrets';

/** Six digits, however they were grouped. */
export const CodeInput = z.string().transform((words) => words.replaceAll(/\s/g, '')).pipe(z.string().regex(/^\d{6}$/, 'not-six-digits'));
