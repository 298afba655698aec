import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { copyFile } from './copy-file.js';
import type { BackedUpFile } from './manifest.js';

/** What a backup has so far, by paths below the data directory. */
export interface Copied {
  readonly folders: string[];
  readonly files: BackedUpFile[];
}

/** What the manual tells to leave out: the server's own state of this moment, rebuilt at every start. */
const EMPTIED = new Set(['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans']);
const LEFT_OUT = /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label.*|tablespace_map)$/;
const CONTROL = 'global/pg_control';

/** Copies a data directory in use, except its write-ahead log; `pg_backup_start` must have been called. */
export async function copyCluster(root: string, base: string, copied: Copied): Promise<void> {
  await copyTree(root, base, '', copied);
  await copyControl(root, base, copied);
}

async function copyTree(root: string, base: string, folder: string, copied: Copied): Promise<void> {
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (LEFT_OUT.test(entry.name) || path === CONTROL) continue;
    if (entry.isDirectory()) {
      await mkdir(join(base, path), { mode: 0o700 });
      copied.folders.push(path);
      if (!EMPTIED.has(path)) await copyTree(root, base, path, copied);
    } else if (entry.isFile()) await add(root, base, path, copied);
  }
}

async function add(root: string, base: string, path: string, copied: Copied): Promise<void> {
  const file = await copyFile(join(root, path), join(base, path));
  if (file) copied.files.push({ path, ...file });
}

/** The control file last, as pg_basebackup does, and until two readings agree: the server may be writing it. */
async function copyControl(root: string, base: string, copied: Copied): Promise<void> {
  for (;;) {
    const [first, second] = [await copyFile(join(root, CONTROL), join(base, CONTROL)), await copyFile(join(root, CONTROL), join(base, CONTROL))];
    if (!second || first?.sha256 !== second.sha256) continue;
    copied.files.push({ path: CONTROL, ...second });
    return;
  }
}

/** The segments of the write-ahead log between two of their names, which replayed over the files make them whole. */
export async function copyLog(root: string, base: string, from: string, to: string, copied: Copied): Promise<void> {
  const names = (await readdir(join(root, 'pg_wal'))).filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= from && name <= to);
  await mkdir(join(base, 'pg_wal/archive_status'), { recursive: true, mode: 0o700 });
  copied.folders.push('pg_wal/archive_status');
  for (const name of names.sort()) await add(root, base, `pg_wal/${name}`, copied);
}
