import { cpSync, mkdirSync, rmSync, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { filesBelow } from './stamp.mjs';

const FOLDER = 'dist/assets';
const ISLAND = /\.island\.ts$/;
/** `mark-grid.notes.island.ts` is a part of `mark-grid.island.ts`, and no island by itself. */
const PART = /\.[\w-]+\.island\.ts$/;

/**
 * Puts beside the program what browsers load: stylesheets to dist/assets/<name>.css, and islands (small scripts of one
 * page, each by itself) to dist/assets/islands/<name>.js.
 */
export async function buildAssets() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const files = filesBelow('src');
  for (const [name, file] of Object.entries(namesOf(files.filter((one) => /\.(css|svg)$/.test(one)), ''))) cpSync(file, join(FOLDER, name));
  await buildIslands(namesOf(files.filter((one) => ISLAND.test(one) && !PART.test(one)), ISLAND), join(FOLDER, 'islands'));
}

/** Builds the assets again whenever a stylesheet, an island or a file that may stand beside one changes, for as long as this process lives. */
export function watchAssets() {
  watch('src', { recursive: true }, (_, file) => {
    if (file && /\.css$|\.island\.ts$|pages.*\.ts$/.test(file)) buildAssets().catch((error) => console.error(error.message));
  });
}

/** Each island (name → file) with all that it imports as one script for browsers. */
export async function buildIslands(islands, folder) {
  const { build } = await import('esbuild');
  await build({ entryPoints: islands, outdir: folder, bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'warning' });
}

/** The files by their names without the ending; all names share one folder. */
function namesOf(files, ending) {
  const named = {};
  for (const file of files) {
    const name = basename(file).replace(ending, '');
    if (named[name]) throw new Error(`${file} and ${named[name]} have the same name: both would become ${name}.`);
    named[name] = file;
  }
  return named;
}
