import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const File = z.object({ path: z.string(), size: z.number(), sha256: z.string() });
export type BackedUpFile = z.infer<typeof File>;

/** Rows of a table just before and just after the moment of the backup; a restored copy lies between. */
const Table = z.object({ name: z.string(), before: z.number(), after: z.number() });

const Manifest = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  serverVersion: z.string(),
  database: z.string(),
  folders: z.array(z.string()),
  files: z.array(File),
  tables: z.array(Table),
  /** The last link of the audit chain at the moment of the backup; seq 0 where there was none. */
  audit: z.object({ seq: z.number(), hash: z.string() }),
});
export type Manifest = z.infer<typeof Manifest>;

const NAME = 'manifest.json';
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await writeFile(join(folder, NAME), text, { mode: 0o600 });
  await writeFile(join(folder, `${NAME}.sha256`), `${digest(text)}  ${NAME}\n`, { mode: 0o600 });
}

/** What a backup says it holds. @throws Error when the folder is no whole backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => undefined);
  const [text, sum] = [await read(NAME), await read(`${NAME}.sha256`)];
  if (text === undefined || sum === undefined) throw new Error(`${folder} is not a backup: it has no ${NAME}, or no checksum of it.`);
  if (!sum.startsWith(digest(text))) throw new Error(`The backup is damaged: ${NAME} does not fit its checksum. Use another backup.`);
  return Manifest.parse(JSON.parse(text));
}
