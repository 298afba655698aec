import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { absent, giveTo } from './account.js';
import { failure } from './failure.js';
import type { Place } from './place.js';
import type { Programs } from './programs.js';
import { processIsAlive } from './postmaster.js';

/** Makes the cluster where there is none, checks its version where there is one; returns the superuser's password. */
export async function clusterPassword(place: Place, programs: Programs, log: (line: string) => void, sync: boolean): Promise<string> {
  const version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(absent);
  if (version === undefined) {
    log('making a new PostgreSQL data directory');
    await makeCluster(place, programs, sync);
  } else if (version.trim() !== programs.major) {
    throw new Error(
      `The data in ${place.cluster} were made by PostgreSQL ${version.trim()}; this program brings PostgreSQL ${programs.major}. ` +
        'Start the release that made them, take a backup with "npm run backup" and restore it here.',
    );
  }
  return (await readFile(join(place.folder, 'password'), 'utf8')).trim();
}

/** The cluster is made under another name and renamed when whole: a killed start leaves nothing half-made behind. */
async function makeCluster(place: Place, programs: Programs, sync: boolean): Promise<void> {
  await removeUnfinished(place);
  const unfinished = `${place.folder}.new-${process.pid}-${randomUUID()}`;
  const passwordFile = join(unfinished, 'password');
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  await giveTo(place.account, unfinished);
  await giveTo(place.account, passwordFile);
  await initdb(place, programs, join(unfinished, basename(place.cluster)), passwordFile, sync);
  await rename(unfinished, place.folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true });
    const anotherStartWasQuicker = await stat(place.cluster).catch(absent);
    if (!anotherStartWasQuicker) throw error;
  });
}

/**
 * The default collation is by code point: quick, and the same on every machine and version. Latvian order is asked for
 * where people see it, by `collate platform.latvian`.
 */
async function initdb(place: Place, programs: Programs, cluster: string, passwordFile: string, sync: boolean): Promise<void> {
  const options = [
    `--pgdata=${cluster}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(sync ? [] : ['--no-sync']),
  ];
  const asAccount = { ...place.account, cwd: place.home, env: { LC_ALL: 'C' } };
  try {
    await promisify(execFile)(programs.initdb, options, asAccount);
  } catch (error) {
    await rm(dirname(cluster), { recursive: true });
    throw failure('PostgreSQL could not make its data directory', (error as { stderr?: string }).stderr || String(error), place.home);
  }
}

async function removeUnfinished(place: Place): Promise<void> {
  for (const name of await readdir(place.home)) {
    const [, maker] = /^postgres\.new-(\d+)-/.exec(name) ?? [];
    if (maker !== undefined && !processIsAlive(Number(maker))) await rm(join(place.home, name), { recursive: true });
  }
}
