import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The secret of a development installation: made once, kept with its data, readable by its owner alone. Production brings its own. */
export async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'session-secret');
  const kept = (await readOrNull(file)) ?? (await madeSecret(dataDir, file));
  if (kept.length < 32) throw new Error(`${file}: holds no whole secret. Put it back from a copy; without one delete it, and whoever uses one-time codes sets them up anew.`);
  return kept;
}

/** Written whole under another name first: of two starts at once neither reads half a secret, and a killed one leaves none. */
async function madeSecret(dataDir: string, file: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, randomBytes(32).toString('hex'), { mode: 0o600 });
  try {
    await link(own, file).catch(unless('EEXIST'));
  } finally {
    await rm(own);
  }
  return readFile(file, 'utf8');
}

const readOrNull = (file: string): Promise<string | null> => readFile(file, 'utf8').catch((error: unknown) => unless('ENOENT')(error) ?? null);

function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code !== code) throw error;
  };
}
