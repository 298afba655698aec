import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { alone } from './alone.mjs';
import { buildAssets } from './assets.mjs';
import { timed } from './progress.mjs';
import { filesBelow, readStamp, stampOf } from './stamp.mjs';

const FOLDER = 'dist';
const STAMP = join(FOLDER, '.stamp');

/** What can be started: `dist/<name>.js`; the last three as threads and a process of the first. */
const PROGRAMS = { main: 'src/main.ts', backup: 'src/app/backup.ts', restore: 'src/app/restore.ts', 'export-audit': 'src/app/export-audit.ts', 'another-secret': 'src/app/another-secret.ts', simulators: 'simulators/main.ts', 'pages-worker': 'src/platform/scans/pages-worker.ts', 'printer-thread': 'src/platform/documents/pdf/printer-thread.ts', 'job-apart': 'src/app/jobs-apart/job-apart.ts' };

/** Where Node keeps what it compiled for the next start (`NODE_COMPILE_CACHE`). It may be deleted at any time. */
export const COMPILED = join(FOLDER, '.compiled');

/** Builds dist/ from src/ and simulators/ when a source, a setting or a package changed since the last build. */
export async function buildWhenChanged() {
  const wanted = stampOf(filesBelow('src', 'simulators', 'bin/setup', 'tsconfig.json', 'package.json', 'package-lock.json'));
  if (readStamp(STAMP) !== wanted) await alone(() => buildAnew(wanted));
}

async function buildAnew(wanted) {
  // Whoever was waited for has built the same.
  if (readStamp(STAMP) === wanted) return;
  await timed('Building', async () => {
    mkdirSync(FOLDER, { recursive: true });
    rmSync(COMPILED, { recursive: true, force: true });
    removeOthers(await buildPrograms());
    copyFonts();
    copyColours();
    await buildAssets();
  });
  // Its process would stay for as long as the program runs.
  await (await import('esbuild')).stop();
  writeFileSync(STAMP, wanted);
}

/**
 * Each program in one file, with its packages, and what several share in files beside: over a thousand modules would take
 * Node seconds to find at every start. Types are checked by `npm run check`, not here. Returns the names of the files.
 */
async function buildPrograms() {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    entryPoints: PROGRAMS,
    outdir: FOLDER,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    sourcemap: 'linked',
    sourcesContent: false,
    minifyWhitespace: true,
    legalComments: 'external',
    plugins: [lettersAsEscapes],
    // What has machine code of its own stays where it was installed, and so do optional parts of packages.
    external: [...optionalPackages(), '@hyzyla/pdfium', '@node-rs/argon2', 'koffi', 'pg-native'],
    // Packages in the older form ask for Node's modules by `require`.
    banner: { js: "import { createRequire as requireOfPackages } from 'node:module'; const require = requireOfPackages(import.meta.url);" },
    metafile: true,
    logLevel: 'warning',
  });
  return Object.keys(metafile.outputs).map((file) => basename(file));
}

/**
 * One letter beyond Latin-1 makes the running program keep its whole source at two bytes a letter (16 MB more). esbuild
 * writes letters of strings as escapes; this does the same for patterns and SQL, which it leaves as they are. Only in
 * files without JSX, where an escape means the letter everywhere, and in the one package that has such a pattern.
 */
const lettersAsEscapes = {
  name: 'letters-as-escapes',
  setup: (build) =>
    build.onLoad({ filter: /[\\/](src|simulators)[\\/].*\.ts$|[\\/]hucre[\\/]dist[\\/].*\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(/[^\u0000-\u007f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
      loader: path.endsWith('.ts') ? 'ts' : 'js',
    })),
};

const optionalPackages = () => Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).optionalDependencies);

/** Fonts are read from beside the module that uses them (`fonts/x.ttf`): for what is built, that is dist/. */
function copyFonts() {
  for (const file of filesBelow('src').filter((one) => one.endsWith('.ttf'))) cpSync(file, join(FOLDER, 'fonts', basename(file)));
}

/** The PDF package reads what colours mean (PDF/A asks for it in every file) from beside its module too. */
function copyColours() {
  const profile = 'sRGB_IEC61966_2_1.icc';
  cpSync(join('node_modules', 'pdfkit', 'js', 'data', profile), join(FOLDER, 'data', profile));
}

/** Removes what an earlier build left, so that nothing outdated can be loaded. */
function removeOthers(files) {
  for (const entry of readdirSync(FOLDER)) if (!files.includes(entry)) rmSync(join(FOLDER, entry), { recursive: true });
}
