import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below some files and folders, in a steady order. */
export function filesBelow(...paths) {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path];
    return filesBelow(...readdirSync(path).sort().map((name) => join(path, name)));
  });
}

/** A short word that changes when one of the files comes, goes or changes (by size and time: quick, not by content). */
export function stampOf(files) {
  const facts = files.map((file) => {
    const { size, mtimeMs } = statSync(file);
    return `${file} ${size} ${mtimeMs}`;
  });
  return hashOf(facts.join('\n'));
}

export const hashOf = (content) => createHash('sha256').update(content).digest('hex');

/** What a stamp file holds, or undefined where there is none. */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
