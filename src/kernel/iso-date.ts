import { z } from 'zod';
import { parseIsoDate } from './day.js';

// Days themselves know no schemas, so that they can go into scripts of pages.
export * from './day.js';

/** Input schema of a day, with the sentence people see. */
export const IsoDateInput = z.string().transform((words, context) => {
  const day = parseIsoDate(words);
  if (day) return day;
  context.addIssue({ code: 'custom', message: 'not-a-day' });
  return z.NEVER;
});
