import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checkAudit } from '../audit/check-audit.js';
import { openDatabase } from '../db/database.js';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { type Place, placeFor } from '../postgres/place.js';
import { copyFile } from './copy-file.js';
import { type Facts, readFacts } from './facts.js';
import { SECRET } from './backup.js';
import { type Manifest, readManifest } from './manifest.js';

export interface RestoreSettings {
  /** A folder that `takeBackup` made. */
  readonly folder: string;
  /** The data directory of the installation; it must hold no database yet. */
  readonly dataDir: string;
  readonly log: (line: string) => void;
}

/**
 * Puts a backup where a new installation will find it, starts the server on it and compares what is there with what was
 * backed up: every file's checksum, every table's rows, the whole audit chain. The server is stopped again.
 * @throws Error in a sentence; what was damaged or did not fit is not left behind as a database.
 */
export async function restoreBackup({ folder, dataDir, log }: RestoreSettings): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const place = await placeFor(dataDir);
  if (await exists(place.folder)) {
    throw new Error(`There is a database in ${place.folder} already. Restore into another, empty DATA_DIR, or move that one away first.`);
  }
  log(`restoring the backup of ${manifest.takenAt} (${manifest.files.length} files)`);
  const unfinished = `${place.folder}.restoring`;
  await rm(unfinished, { recursive: true, force: true });
  try {
    await copyVerified(folder, manifest, unfinished, place);
    await copyFile(join(folder, SECRET), join(dataDir, SECRET));
    await rename(unfinished, place.folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  log('starting the server and comparing');
  try {
    await compareRunning(dataDir, manifest);
  } catch (error) {
    await rename(place.folder, `${place.folder}.refused`);
    throw error;
  }
  return manifest;
}

const exists = (path: string) => stat(path).then(() => true, () => false);

async function copyVerified(folder: string, manifest: Manifest, target: string, place: Place): Promise<void> {
  const cluster = join(target, basename(place.cluster));
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  for (const path of manifest.folders) await mkdir(join(cluster, path), { recursive: true, mode: 0o700 });
  for (const { path, sha256 } of manifest.files) {
    const copied = await copyFile(join(folder, 'base', path), join(cluster, path));
    if (!copied) throw new Error(`The backup is damaged: the file ${path} is missing. Use another backup.`);
    if (copied.sha256 !== sha256) throw new Error(`The backup is damaged: the file ${path} does not fit its checksum. Use another backup.`);
  }
  await cp(join(folder, 'password'), join(target, 'password'));
}

async function compareRunning(dataDir: string, manifest: Manifest): Promise<void> {
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    const url = new URL(server.superuserUrl);
    url.pathname = `/${manifest.database}`;
    const database = openDatabase({ url: url.href, maxConnections: 2 });
    try {
      compare(await readFacts(database.read), manifest);
      await checkAudit(database.read, manifest.audit);
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
  }
}

function compare({ rows }: Facts, { tables }: Manifest): void {
  const wrong = tables.filter(({ name, before, after }) => {
    const found = rows.get(name) ?? -1;
    return found < Math.min(before, after) || found > Math.max(before, after);
  });
  if (wrong.length === 0) return;
  const each = wrong.map(({ name, before, after }) => `${name} has ${rows.get(name) ?? 'no'} rows, not ${before === after ? before : `${before} to ${after}`}`);
  throw new Error(`The restored data are not what was backed up: ${each.join('; ')}.`);
}
