import { z } from 'zod';
import { sql } from '../db/sql.js';
import type { Read } from '../db/transaction.js';

const FileRow = z.object({
  id: z.string(),
  sha256: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number(),
  storedAt: z.date(),
  content: z.instanceof(Buffer),
});
export type StoredFile = z.infer<typeof FileRow>;

/** A stored file with its content. Whoever asks has checked the right to the row that the file hangs on. */
export const findFile = (tx: Read, id: string): Promise<StoredFile | undefined> =>
  tx.first(FileRow, sql`select id, sha256, name, type, size, stored_at, content from platform.file where id = ${id}`);
