import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { absent, closedFolder, giveTo, ownerOf, unprivilegedAccount, weAreRoot, type Account } from './account.js';

/** Where root keeps what the server's account could not reach in the project: data of closed folders, copied programs. */
export const SUBSTITUTES = '/var/lib/vienkopus';

/** Where one embedded server keeps its things, and under which account it runs (undefined: our own). */
export interface Place {
  /** The data directory the operator asked for, or its substitute where that one is closed. */
  readonly home: string;
  /** Everything of the server, 0700: the cluster, its password, its port, its log. */
  readonly folder: string;
  readonly cluster: string;
  readonly account: Account | undefined;
}

/**
 * Chooses the place for a data directory. As root the server gets an account of its own; where that account cannot
 * reach the data directory (a project below /root) the data lie in `SUBSTITUTES` and a note says so.
 * What exists already is always found again, so that a changed permission never looks like an empty database.
 */
export async function placeFor(dataDir: string): Promise<Place> {
  await makeOpenFolder(dataDir);
  const asked = await realpath(dataDir);
  if (!weAreRoot()) return refuseForeign(placeIn(asked, undefined));

  const here = await placeIn(asked, await accountFor(asked));
  const closed = await closedFolder(asked, here.account);
  const substitute = join(SUBSTITUTES, createHash('sha256').update(asked).digest('hex').slice(0, 16));
  const dataThere = await stat(join(substitute, 'postgres')).catch(absent);
  const dataHere = await stat(here.cluster).catch(absent);
  if (dataHere && closed !== undefined) {
    throw new Error(`PostgreSQL's account cannot reach the data in ${here.cluster}. Open the way to it: chmod o+x ${closed}`);
  }
  if (dataHere || (closed === undefined && !dataThere)) return here;

  await makeOpenFolder(SUBSTITUTES);
  await makeOpenFolder(substitute);
  await writeFile(join(asked, 'WHERE-THE-DATA-IS.txt'), noteAbout(substitute, closed ?? asked));
  return placeIn(substitute, await accountFor(substitute));
}

/** The longest path of a socket on Linux and macOS, in bytes. */
const SOCKET_PATH_LIMIT = 103;

/**
 * Where the server listens besides its port: a socket costs both sides less than a connection, and only its owner and root
 * reach it. Empty where the path would be too long for one.
 */
export const socketFolderOf = ({ folder }: Place): string => (Buffer.byteLength(join(folder, '.s.PGSQL.65535')) > SOCKET_PATH_LIMIT ? '' : folder);

/**
 * Makes a folder and those on the way to it, where they are missing, that every account may enter, whatever our umask. One after the
 * other: Node's own way (`recursive`) tries for ever where the system says of a folder that is there that it is not (`/proc`).
 */
export async function makeOpenFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(absent);
  if (found?.isDirectory()) return;
  if (dirname(folder) !== folder) await makeOpenFolder(dirname(folder));
  if (await mkdir(folder).then(() => true, unlessThere(folder))) await chmod(folder, 0o755);
}

/** Another start was quicker; a file of that name is no folder. */
const unlessThere = (folder: string) => async (error: NodeJS.ErrnoException): Promise<false> => {
  if (error.code === 'EEXIST' && (await stat(folder)).isDirectory()) return false;
  throw error;
};

function placeIn<A extends Account | undefined>(home: string, account: A): Place & { readonly account: A } {
  const folder = join(home, 'postgres');
  return { home, folder, cluster: join(folder, 'data'), account };
}

/** Data once served under another account (as root, say) can be neither read nor served by us. */
async function refuseForeign(place: Place): Promise<Place> {
  const owner = await ownerOf(place.folder);
  if (!owner || owner.uid === process.getuid?.()) return place;
  throw new Error(`The data in ${place.folder} belong to another user (${owner.uid}): start as that user or as root.`);
}

/** Data that exist are served by their owner; data that root has put there (a restored copy) are handed over first. */
async function accountFor(home: string): Promise<Account> {
  const folder = join(home, 'postgres');
  const owner = await ownerOf(join(folder, 'data'));
  if (owner && owner.uid !== 0) return owner;
  const account = await unprivilegedAccount();
  if (owner) await handOver(folder, account);
  return account;
}

/** Gives a folder and all that is in it to an account. */
async function handOver(folder: string, account: Account): Promise<void> {
  await giveTo(account, folder);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await giveTo(account, join(entry.parentPath, entry.name));
  }
}

const noteAbout = (substitute: string, closed: string): string =>
  `Datubāzes dati atrodas mapē ${substitute}, jo PostgreSQL konts nevar iekļūt mapē ${closed}.\n` +
  `The database's data are in ${substitute}, because PostgreSQL's account cannot enter ${closed}.\n`;
