import { chown, lstat, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The operating-system account PostgreSQL runs under. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root. Not being root, we start it as ourselves and no account is needed. */
export const weAreRoot = (): boolean => process.getuid?.() === 0;

/** An account without privileges that this machine has: `postgres` where a package made it, else `nobody`. */
export async function unprivilegedAccount(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const line = lines.find((fields) => fields[0] === name);
    const [uid, gid] = [Number(line?.[2]), Number(line?.[3])];
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new Error('PostgreSQL cannot run as root, and /etc/passwd has neither "postgres" nor "nobody": start as an ordinary user.');
}

/** Gives a file or folder that root has made to the account, which may later be the one that starts us. */
export async function giveTo(account: Account | undefined, path: string): Promise<void> {
  if (account) await chown(path, account.uid, account.gid);
}

/** The account that owns a file or folder, or undefined where there is none. */
export async function ownerOf(path: string): Promise<Account | undefined> {
  const found = await stat(path).catch(absent);
  return found && { uid: found.uid, gid: found.gid };
}

/** The highest folder on the way to `path` that the account may not enter, or undefined when the way is open. */
export async function closedFolder(path: string, account: Account): Promise<string | undefined> {
  const parent = dirname(path);
  const above = parent === path ? undefined : await closedFolder(parent, account);
  if (above !== undefined) return above;
  const found = await lstat(path).catch(absent);
  if (!found) return undefined;
  const mayEnter = found.uid === account.uid ? 0o100 : found.gid === account.gid ? 0o010 : 0o001;
  return found.mode & mayEnter ? undefined : path;
}

/** For `catch`: a missing file is undefined, every other error stays an error. */
export function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
