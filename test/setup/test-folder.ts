import { createHash } from 'node:crypto';
import { mkdirSync, statfsSync, statSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
/** A file system in memory, which every Linux has. */
const IN_MEMORY = '/dev/shm';
const NEEDED_BYTES = 4 * 1024 ** 3;

/**
 * Where tests keep what nobody needs afterwards: in memory where there is plenty of it, else in `var`. A database is two thousand
 * files, and each test file makes and drops one; on a disk that alone is a third of the whole run (ext4 without a journal, for one,
 * looks at every number of a lately deleted file before it makes the next).
 */
export function testFolder(): string {
  return inMemory() ?? made(join(REPOSITORY, 'var', 'tests'));
}

function inMemory(): string | null {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    if (bavail * bsize < NEEDED_BYTES || freemem() < NEEDED_BYTES) return null;
    const tree = createHash('sha256').update(REPOSITORY).digest('hex').slice(0, 12);
    const user = process.getuid?.() ?? 0;
    const folder = made(join(IN_MEMORY, `vienkopus-tests-${user}-${tree}`));
    // Anybody may make folders there; one that another user made is not ours to use.
    return statSync(folder).uid === user ? folder : null;
  } catch {
    return null;
  }
}

function made(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}
