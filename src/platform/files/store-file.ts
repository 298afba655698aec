import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sql } from '../db/sql.js';
import type { Write } from '../db/transaction.js';
import type { UploadedFile } from './uploaded-file.js';

/** Keeps a file exactly as it came and gives its id; whoever stores it keeps the id in a row of its own. */
export async function storeFile(tx: Write, { name, type, content }: UploadedFile, by: string, now: Date): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const row = await tx.first(
    z.object({ id: z.string() }),
    sql`insert into platform.file (sha256, name, type, size, content, stored_at, stored_by)
      values (${sha256}, ${name}, ${type}, ${content.length}, ${content}, ${now}, ${by}) returning id`,
  );
  return row!.id;
}
