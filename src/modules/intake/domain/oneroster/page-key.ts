import { z } from 'zod';

/** The place of the last record of a page: where the next one begins, whatever has come or gone before it. */
const Key = z.object({
  /** The institution whose records were being given, where a list goes from institution to institution. */
  school: z.uuid().nullable(),
  /** What the list is sorted by, as the database writes it; absent where it is sorted by identifier alone. */
  sortedBy: z.string().nullable().optional(),
  id: z.string(),
  /** How many records the list held when its first page was given; null where they were too many to count. */
  total: z.int().nullable(),
});
export type PageKey = z.infer<typeof Key>;

export const writePageKey = (key: PageKey): string => JSON.stringify(key);

/** @throws Error where it is none */
export const readPageKey = (words: string): PageKey => Key.parse(JSON.parse(words));
