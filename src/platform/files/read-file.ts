import { z } from 'zod';
import { sharedFirst } from '../db/sharing.js';
import { sql } from '../db/sql.js';

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
export const findFile = sharedFirst(FileRow, ['uuid'], (id) => sql`select f.id, f.sha256, f.name, f.type, f.size, f.stored_at, f.content from platform.file f where f.id = ${id}`);
