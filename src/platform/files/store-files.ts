import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sql } from '../db/sql.js';
import type { Read, Write } from '../db/transaction.js';
import type { UploadedFile } from './uploaded-file.js';

const Kept = z.object({ id: z.string(), sha256: z.string(), size: z.number(), name: z.string() });
export type KeptFile = z.infer<typeof Kept>;

/** Keeps many files of one making in one statement, each under a name of its own. @returns what was kept, in the order given */
export async function storeFiles(tx: Write, files: readonly UploadedFile[], by: string, now: Date): Promise<KeptFile[]> {
  if (files.length === 0) return [];
  const kept = await tx.all(
    Kept,
    sql`insert into platform.file (sha256, name, type, size, content, stored_at, stored_by)
      select n.sha256, n.name, n.type, octet_length(n.content), n.content, ${now}, ${by}
      from unnest(${files.map(({ content }) => createHash('sha256').update(content).digest('hex'))}::text[], ${files.map(({ name }) => name)}::text[], ${files.map(({ type }) => type)}::text[], ${files.map(({ content }) => content)}::bytea[])
        as n (sha256, name, type, content) returning id, sha256, size, name`,
  );
  const byName = new Map(kept.map((one) => [one.name, one]));
  return files.map(({ name }) => byName.get(name)!);
}

/** Keeps a file exactly as it came and gives its id; whoever stores it keeps the id in a row of its own. */
export async function storeFile(tx: Write, file: UploadedFile, by: string, now: Date): Promise<string> {
  return (await storeFiles(tx, [file], by, now))[0]!.id;
}

const Content = z.object({ id: z.string(), content: z.instanceof(Buffer) });

/** The contents of files by their ids. Whoever asks has checked the right to the rows that they hang on. */
export const contentsOf = async (tx: Read, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> =>
  new Map((await tx.all(Content, sql`select id, content from platform.file where id = any(${[...ids]}::uuid[])`)).map(({ id, content }) => [id, content]));
